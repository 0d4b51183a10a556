import { isYoung } from './age.js';
import type { CadreFacts, GateInput, GateItem, GateResult, GateTeamRow, PostRef } from './gate-facts.js';
import type { StaffingTask } from './staffing-facts.js';
import { ITEM_KINDS, type PostRank } from './vocabulary.js';

/** A cadre of the directory who might be proposed instead: with the civil rank (职级) and the posts held now. */
export interface Candidate extends CadreFacts {
  rank?: string;
  currentPosts: readonly PostRef[];
}

export type SuggestionKind = 'replace-appointee' | 'add-appointment' | 'change-post' | 'drop-item';

/** A change of the proposal that is yet to be judged. */
export interface Draft {
  kind: SuggestionKind;
  /** What the draft is about; several drafts about one thing differ in the candidate only. */
  about: string;
  items: GateItem[];
  advice: string;
  /** The team and task that the draft is meant to help. */
  row?: Pick<GateTeamRow, 'team' | 'task'>;
}

/** A team and task that kept the proposal from being cleared. */
interface Trouble {
  row: GateTeamRow;
  task: StaffingTask;
}

const LADDER: readonly PostRank[] = ['ke-deputy', 'ke-principal', 'chu-deputy', 'chu-principal'];

/** The step of the ladder a civil rank stands for (handbook §1.10); −1 is below the first leading post. */
const STEP_OF_CIVIL_RANK: Readonly<Record<string, number>> = {
  一级科员: -1,
  四级主任科员: 0,
  三级主任科员: 0,
  二级主任科员: 1,
  一级主任科员: 1,
  四级调研员: 2,
  三级调研员: 2,
  二级调研员: 3,
  一级调研员: 3,
};

function stepOf({ rank, currentPosts }: Candidate): number | undefined {
  const steps = currentPosts.map((post) => LADDER.indexOf(post.rank));
  return steps.length > 0 ? Math.max(...steps) : STEP_OF_CIVIL_RANK[rank ?? ''];
}

/** The same level or one step up. Where neither post nor rank is known, eligibility is unknown, not denied. */
function canReach(candidate: Candidate, post: PostRef): boolean {
  const step = stepOf(candidate);
  if (step === undefined) return true;
  const climb = LADDER.indexOf(post.rank) - step;
  return climb === 0 || climb === 1;
}

function troublesOf(input: GateInput, result: GateResult): Trouble[] {
  return result.teams
    .filter(({ verdict }) => verdict !== 'clear')
    .flatMap((row) => {
      const task = input.tasks.find(({ code }) => code === row.task);
      return task ? [{ row, task }] : [];
    });
}

/** Whoever is in this proposal or in a cleared one is spoken for; whoever holds several posts is no simple move. */
function freeCandidates(input: GateInput, candidates: readonly Candidate[]): Candidate[] {
  const spokenFor = new Set([...input.items, ...input.cleared].map(({ cadre }) => cadre.code));
  const known = (candidate: Candidate): number => (stepOf(candidate) === undefined ? 1 : 0);
  return candidates
    .filter(({ code, currentPosts }) => !spokenFor.has(code) && currentPosts.length <= 1)
    .sort((a, b) => known(a) - known(b) || (a.code < b.code ? -1 : 1));
}

function helps(candidate: Candidate, post: PostRef, { task }: Trouble, input: GateInput): boolean {
  if (task.principalOnly && post.tier !== 'principal') return false;
  if (!task.principalOnly && candidate.currentPosts.some(({ team }) => team === post.team)) return false;
  return (
    canReach(candidate, post) && isYoung(candidate.birth, input.decisionDate, task.age, input.policy.age.yearsAdded)
  );
}

function itemFor({ code, name, birth, currentPosts }: Candidate, appointTo: PostRef): GateItem {
  const cadre = { code, name, birth };
  const [current] = currentPosts;
  if (!current) return { cadre, appointTo, kind: 'appoint' };
  const rises = LADDER.indexOf(appointTo.rank) > LADDER.indexOf(current.rank);
  const removeFrom = { post: current.post, team: current.team };
  return { cadre, appointTo, removeFrom, kind: rises ? 'promote' : 'transfer' };
}

/** Propose someone else for a post of the proposal. */
export function* draftReplacements(
  input: GateInput,
  result: GateResult,
  candidates: readonly Candidate[],
): Generator<Draft> {
  const targets = troublesOf(input, result).flatMap((trouble) =>
    input.items.flatMap((item, index) =>
      item.appointTo?.team === trouble.row.team ? [{ trouble, index, item, post: item.appointTo }] : [],
    ),
  );
  for (const candidate of freeCandidates(input, candidates)) {
    for (const { trouble, index, item, post } of targets) {
      if (!helps(candidate, post, trouble, input)) continue;
      const items = input.items.map((other, at) => (at === index ? itemFor(candidate, post) : other));
      const advice = `建议${post.postName}拟任人选由${item.cadre.name}调整为${candidate.name}（可计入“${trouble.task.name}”）`;
      yield { kind: 'replace-appointee', about: `${index}`, items, advice, row: trouble.row };
    }
  }
}

/** Fill a vacancy of the team besides, one that stands open or one that the proposal itself opens. */
export function* draftAdditions(
  input: GateInput,
  result: GateResult,
  candidates: readonly Candidate[],
  vacantPosts: readonly PostRef[],
): Generator<Draft> {
  const taken = new Set(input.items.map(({ appointTo }) => appointTo?.post));
  const posts = new Map([...vacantPosts, ...vacatedPosts(input)].map((post) => [post.post, post]));
  const open = [...posts.values()].filter(({ post }) => !taken.has(post)).sort((a, b) => (a.post < b.post ? -1 : 1));
  const targets = troublesOf(input, result).flatMap((trouble) =>
    open.filter(({ team }) => team === trouble.row.team).map((post) => ({ trouble, post })),
  );
  for (const candidate of freeCandidates(input, candidates)) {
    for (const { trouble, post } of targets) {
      if (!helps(candidate, post, trouble, input)) continue;
      const items = [...input.items, itemFor(candidate, post)];
      const advice = `建议同时配备${candidate.name}任${post.postName}（可计入“${trouble.task.name}”）`;
      yield { kind: 'add-appointment', about: post.post, items, advice, row: trouble.row };
    }
  }
}

function vacatedPosts(input: GateInput): PostRef[] {
  return input.items.flatMap(({ removeFrom }) => {
    const team = input.teams.find(({ code }) => code === removeFrom?.team);
    const post = team?.posts.find(({ code }) => code === removeFrom?.post);
    return team && post
      ? [{ post: post.code, postName: post.name, team: team.code, tier: post.tier, rank: post.rank }]
      : [];
  });
}

/** Keep the appointee and propose another vacant post of the same rank. */
export function* draftOtherPosts(input: GateInput, vacantPosts: readonly PostRef[]): Generator<Draft> {
  const taken = new Set(input.items.map(({ appointTo }) => appointTo?.post));
  const open = vacantPosts.filter(({ post }) => !taken.has(post)).sort((a, b) => (a.post < b.post ? -1 : 1));
  for (const post of open) {
    for (const [index, item] of input.items.entries()) {
      if (!item.appointTo || item.appointTo.rank !== post.rank || ITEM_KINDS[item.kind].exempt) continue;
      const items = input.items.map((other, at) => (at === index ? { ...other, appointTo: post } : other));
      const advice = `建议${item.cadre.name}由拟任${item.appointTo.postName}改为拟任${post.postName}`;
      yield { kind: 'change-post', about: `${index}`, items, advice };
    }
  }
}

/** Leave an item out for now; never an exempt one, for nobody may be kept in post by the gate. */
export function* draftOmissions(input: GateInput): Generator<Draft> {
  for (const [index, item] of input.items.entries()) {
    if (ITEM_KINDS[item.kind].exempt) continue;
    const items = input.items.filter((_, at) => at !== index);
    const advice = `建议本次暂不列入${item.cadre.name}的${ITEM_KINDS[item.kind].label}事项`;
    yield { kind: 'drop-item', about: `${index}`, items, advice };
  }
}
