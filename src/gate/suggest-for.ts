import {
  type Candidate,
  seatsOn,
  suggest,
  type GateInput,
  type GateItem,
  type ItemCodes,
  type PostRef,
  type Suggestion,
} from '../../machines/rules/index.js';
import { loadCandidates, loadTasksFor, loadTeamFacts, lookBackDay } from '../directory/index.js';
import type { Caller } from '../engine/index.js';
import { asSystem, type Tx, visiblePaths } from '../platform/index.js';
import { listCleared, listHeldPosts, listMovedCadres } from './in-flight-items.js';
import { countAllUnmetQuarters, type GateAnswer } from './judge-at-gate.js';
import { listOpenWarnings } from './open-warnings.js';

const SUGGESTIONS_AT_MOST = 5;
const CANDIDATES_AT_MOST = 60;

/** A change that would do better, in the words of contract §2: its items can be sent back as they are. */
export interface SuggestionView extends Omit<Suggestion, 'items'> {
  items: ItemCodes[];
}

/**
 * Changes under which the judged items would do better, each run through the same gate (合理化建议). Candidates come from
 * the part of the directory that the caller sees.
 *
 * @param answer what the gate has said; empty when there is nothing to improve
 * @param proposal the proposal it belongs to, if it is stored
 */
export async function suggestFor(
  tx: Tx,
  { input, result }: Pick<GateAnswer, 'input' | 'result'>,
  caller: Caller,
  proposal: number | null,
): Promise<SuggestionView[]> {
  if (result.verdict === 'clear') return [];
  // What other units' proposals have spoken for, and the teams that candidates would leave, count wherever they are.
  const vacantPosts = await asSystem('gate.suggest', () => listVacantPosts(tx, input, proposal));
  const candidates = await findCandidates(tx, input, vacantPosts, caller, proposal);
  const known = new Set(input.teams.map(({ code }) => code));
  const left = new Set(candidates.flatMap(({ currentPosts }) => currentPosts.map(({ team }) => team)));
  const others = [...left].filter((code) => !known.has(code));
  const wider = await asSystem('gate.suggest', () => withTeams(tx, input, others, proposal));
  return suggest(wider, candidates, vacantPosts, SUGGESTIONS_AT_MOST).map((suggestion) => ({
    ...suggestion,
    items: suggestion.items.map(codesOf),
  }));
}

/** Cadres of the right age within the caller's sight whom no other open proposal moves already. */
async function findCandidates(
  tx: Tx,
  input: GateInput,
  vacantPosts: readonly PostRef[],
  caller: Caller,
  proposal: number | null,
): Promise<Candidate[]> {
  const candidates = await loadCandidates(tx, {
    teams: input.teams.map(({ code }) => code),
    // A candidate may also take the place of an appointee, so proposed posts are as open as vacant ones.
    vacantPosts: [...vacantPosts, ...input.items.flatMap(({ appointTo }) => appointTo ?? [])],
    agePolicies: input.tasks.map(({ age }) => age),
    asOf: input.decisionDate,
    policy: input.policy,
    scope: visiblePaths(caller),
    limit: CANDIDATES_AT_MOST,
  });
  const codes = candidates.map(({ code }) => code);
  const moved = new Set(await asSystem('gate.suggest', () => listMovedCadres(tx, codes, proposal)));
  return candidates.filter(({ code }) => !moved.has(code));
}

function codesOf({ cadre, appointTo, removeFrom, kind, mode, occupiesHeadcount }: GateItem): ItemCodes {
  return {
    cadre: cadre.code,
    ...(appointTo && { appointTo: appointTo.post }),
    ...(removeFrom && { removeFrom: removeFrom.post }),
    kind,
    ...(mode && { mode }),
    ...(occupiesHeadcount !== undefined && { occupiesHeadcount }),
  };
}

/** The teams that candidates would leave must be judged too, so they are part of the input. */
async function withTeams(tx: Tx, input: GateInput, codes: string[], proposal: number | null): Promise<GateInput> {
  if (codes.length === 0) return input;
  const added = await loadTeamFacts(tx, { teamCodes: codes }, { since: lookBackDay(input.decisionDate, input.policy) });
  const teams = [...input.teams, ...added];
  const teamCodes = teams.map(({ code }) => code);
  const tasks = await loadTasksFor(tx, teamCodes);
  const cleared = await listCleared(tx, teamCodes, proposal);
  const warnings = await listOpenWarnings(tx, teamCodes);
  const { decisionDate, policy } = input;
  return {
    ...input,
    warnings,
    teams,
    tasks,
    cleared,
    unmetQuarters: countAllUnmetQuarters(teams, tasks, decisionDate, policy),
  };
}

/** Posts of the touched teams that nobody holds on the decision date and no open proposal has spoken for. */
async function listVacantPosts(tx: Tx, input: GateInput, proposal: number | null): Promise<PostRef[]> {
  const codes = input.teams.map(({ code }) => code);
  const spokenFor = new Set(await listHeldPosts(tx, codes, proposal));
  return input.teams.flatMap((team) => {
    const held = new Set(seatsOn(team, input.decisionDate).map(({ post }) => post));
    return team.posts
      .filter(({ code }) => !held.has(code) && !spokenFor.has(code))
      .map(({ code, name, tier, rank }) => ({ post: code, postName: name, team: team.code, tier, rank }));
  });
}
