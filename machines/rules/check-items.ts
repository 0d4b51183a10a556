import type { Finding, FindingCode, FindingParams, FindingSeverity } from './findings.js';
import type { GateInput, GateItem } from './gate-facts.js';
import { isNotAbsorbed, type HeadcountRow } from './headcount.js';
import { takesHeadcount } from './projection.js';
import { occupiesEstablishment } from './staffing.js';
import { taskApplies, type Seat } from './staffing-facts.js';
import { SENTENCES } from './sentences.js';

/** E01–E16 are judged beside the gate, person by person (`eligibility/`): its verdict says nothing of them. */
export const ELIGIBILITY_RULES: readonly string[] = Array.from(
  { length: 16 },
  (_, index) => `E${String(index + 1).padStart(2, '0')}`,
);

function finding<C extends FindingCode>(code: C, severity: FindingSeverity, params: FindingParams[C]): Finding {
  const sentence = SENTENCES[code](params);
  // The mapped union cannot see that code and params share C; the signature above is what guarantees it.
  return { code, severity, params, sentence } as Finding;
}

/**
 * What is wrong or worth saying about the items themselves, apart from any shortfall.
 *
 * @param input the gate's input
 * @param touched codes of the teams touched
 * @param before seats before the proposal, by team
 * @param after seats after the removals only, by team
 * @returns findings in a fixed order; the eligibility notice is always among them
 * @source handbook §1.3 (unknown never counts as met), §1.10, §2.5
 */
export function checkItems(
  input: GateInput,
  touched: readonly string[],
  before: ReadonlyMap<string, readonly Seat[]>,
  after: ReadonlyMap<string, readonly Seat[]>,
): Finding[] {
  const { items } = input;
  return [
    ...(items.length === 0 ? [finding('EMPTY_PROPOSAL', 'block', { items: 0 })] : []),
    ...items.flatMap(checkCompleteness),
    ...checkTeams(input, touched),
    ...checkCadreTwice(items),
    ...checkPostTwice(items),
    ...items.flatMap((item) => checkRemoval(item, before)),
    ...items.flatMap((item) => checkAppointment(item, after)),
    ...items.flatMap((item) => checkTransfer(item, items, before)),
    finding('ELIGIBILITY_UNKNOWN', 'info', { rules: [...ELIGIBILITY_RULES] }),
  ];
}

/**
 * The findings of the headcount pre-review.
 *
 * @param rows rows of the pre-review
 * @returns one blocking finding per row that fails
 * @source handbook §7 scenario 21
 */
export function checkHeadcount(rows: readonly HeadcountRow[]): Finding[] {
  return rows
    .filter(({ passes }) => !passes)
    .map(({ team, teamName, tier, approved, current, removed, added, after }) => {
      const code = isNotAbsorbed({ approved, current, after })
        ? 'OVER_ESTABLISHMENT_NOT_ABSORBED'
        : 'OVER_ESTABLISHMENT';
      return finding(code, 'block', { team, teamName, tier, approved, current, removed, added, after });
    });
}

function checkCompleteness({ cadre, kind, appointTo, removeFrom }: GateItem): Finding[] {
  const needsPost = kind === 'appoint' || kind === 'promote';
  if (needsPost ? appointTo : (appointTo ?? removeFrom)) return [];
  return [finding('ITEM_INCOMPLETE', 'block', { cadre: cadre.code, name: cadre.name, kind })];
}

function checkTeams(input: GateInput, touched: readonly string[]): Finding[] {
  return touched.flatMap((code) => {
    const team = input.teams.find((candidate) => candidate.code === code);
    if (!team) return [finding('TEAM_UNKNOWN', 'block', { team: code })];
    if (input.tasks.some((task) => taskApplies(task, team))) return [];
    return [finding('TEAM_WITHOUT_TASK', 'info', { team: code, teamName: team.name })];
  });
}

/**
 * Several items of one person are ordinary (two posts given up, one taken); the same post twice is a slip, and being
 * appointed into two teams at once wants a word of explanation.
 */
function checkCadreTwice(items: readonly GateItem[]): Finding[] {
  const byCadre = groupBy(items, ({ cadre }) => cadre.code);
  return [...byCadre.values()].flatMap((own) => {
    const { code, name } = own[0]!.cadre;
    const appointed = own.flatMap(({ appointTo }) => (appointTo ? [appointTo] : []));
    const removed = own.flatMap(({ removeFrom }) => (removeFrom ? [removeFrom.post] : []));
    const posts = appointed.map(({ post }) => post);
    const repeated = new Set(posts).size < posts.length || new Set(removed).size < removed.length;
    const severalTeams = new Set(appointed.map(({ team }) => team)).size > 1;
    if (!repeated && !severalTeams) return [];
    const severity = repeated ? 'block' : 'flag';
    return [finding('CADRE_TWICE', severity, { cadre: code, name, count: own.length })];
  });
}

function checkPostTwice(items: readonly GateItem[]): Finding[] {
  const byPost = groupBy(items.filter(takesHeadcount), ({ appointTo }) => appointTo!.post);
  return [...byPost.values()].flatMap((rivals) => {
    const names = new Map(rivals.map(({ cadre }) => [cadre.code, cadre.name]));
    if (names.size < 2) return [];
    const { post, postName } = rivals[0]!.appointTo!;
    return [finding('POST_TWICE', 'block', { post, postName, names: [...names.values()] })];
  });
}

function checkRemoval({ cadre, removeFrom }: GateItem, before: ReadonlyMap<string, readonly Seat[]>): Finding[] {
  if (!removeFrom) return [];
  const { post, team } = removeFrom;
  const seats = before.get(team);
  if (!seats || seats.some((seat) => seat.cadre === cadre.code && seat.post === post)) return [];
  return [finding('REMOVE_NOT_HOLDING', 'block', { cadre: cadre.code, name: cadre.name, post, team })];
}

function checkAppointment(item: GateItem, remaining: ReadonlyMap<string, readonly Seat[]>): Finding[] {
  const { cadre, appointTo } = item;
  if (!appointTo) return [];
  const { post, postName, team } = appointTo;
  const holders = (remaining.get(team) ?? []).filter((seat) => seat.post === post);
  if (holders.some((seat) => seat.cadre === cadre.code)) {
    return [finding('APPOINT_ALREADY_HOLDING', 'block', { cadre: cadre.code, name: cadre.name, post, postName })];
  }
  const holder = holders.find(occupiesEstablishment);
  if (!holder || !takesHeadcount(item)) return [];
  const params = { post, postName, team, holder: holder.cadre, holderName: holder.name };
  return [finding('POST_OCCUPIED', 'block', params)];
}

/** Whatever is not written does not happen: the person would keep the former post, which 转任 does not mean. */
function checkTransfer(
  { cadre, kind, appointTo, removeFrom }: GateItem,
  items: readonly GateItem[],
  before: ReadonlyMap<string, readonly Seat[]>,
): Finding[] {
  if (kind !== 'transfer' || !appointTo || removeFrom) return [];
  if (items.some((item) => item.cadre.code === cadre.code && item.removeFrom)) return [];
  const sits = [...before.values()].some((seats) => seats.some((seat) => seat.cadre === cadre.code));
  return sits ? [finding('TRANSFER_KEEPS_POST', 'flag', { cadre: cadre.code, name: cadre.name })] : [];
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
