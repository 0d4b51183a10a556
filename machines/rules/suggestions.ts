import { compareVerdict, judgeGate } from './gate.js';
import type { GateInput, GateItem, GateResult, PostRef } from './gate-facts.js';
import { VERDICT_LABELS } from './sentences.js';
import {
  draftAdditions,
  draftOmissions,
  draftOtherPosts,
  draftReplacements,
  type Candidate,
  type Draft,
  type SuggestionKind,
} from './suggestion-drafts.js';
import type { Verdict } from './vocabulary.js';

/** A change of the proposal that has passed through the gate and does better there. */
export interface Suggestion {
  kind: SuggestionKind;
  /** The whole proposal as it would then read. */
  items: GateItem[];
  verdict: Verdict;
  sentence: string;
}

/** How often the gate may run for each kind, so that a page never waits on a large directory. */
const RUNS_AT_MOST: Readonly<Record<SuggestionKind, number>> = {
  'replace-appointee': 80,
  'add-appointment': 60,
  'change-post': 40,
  'drop-item': 20,
};
/** So many candidates for one and the same change are enough to choose from. */
const SAME_CHANGE_AT_MOST = 3;

/**
 * Suggests changes under which a proposal would do better at the gate (合理化建议). Each is run through the gate itself, so
 * what is suggested is true; a team that a suggested candidate would leave must not lose by it.
 *
 * @param input what the gate judged; `teams` must also hold the teams of candidates and of vacant posts, since a change
 *   that touches an unknown team is never suggested
 * @param candidates cadres of the directory who might be proposed; eligibility E01–E16 stays unknown
 * @param vacantPosts posts that nobody holds or has been promised
 * @param max how many suggestions at most
 * @returns cleared ones first; empty when the proposal is clear already or nothing helps
 * @source handbook §0 no. 2 (合理化建议), §2.5
 */
export function suggest(
  input: GateInput,
  candidates: readonly Candidate[],
  vacantPosts: readonly PostRef[],
  max: number,
): Suggestion[] {
  const original = judgeGate(input);
  if (original.verdict === 'clear' || input.items.length === 0) return [];
  const kinds = [
    draftReplacements(input, original, candidates),
    draftAdditions(input, original, candidates, vacantPosts),
    draftOtherPosts(input, vacantPosts),
    draftOmissions(input),
  ];
  return kinds
    .flatMap((drafts) => judgeDrafts(drafts, input, original))
    .sort((a, b) => compareVerdict(a.verdict, b.verdict))
    .slice(0, max);
}

function judgeDrafts(drafts: Iterable<Draft>, input: GateInput, original: GateResult): Suggestion[] {
  const kept: Suggestion[] = [];
  const perChange = new Map<string, number>();
  let runs = 0;
  for (const draft of drafts) {
    if (runs >= RUNS_AT_MOST[draft.kind]) break;
    const alike = perChange.get(draft.about) ?? 0;
    if (alike >= SAME_CHANGE_AT_MOST) continue;
    runs += 1;
    const result = judgeGate({ ...input, items: draft.items });
    if (!isBetter(result, original)) continue;
    perChange.set(draft.about, alike + 1);
    kept.push({ kind: draft.kind, items: draft.items, verdict: result.verdict, sentence: sentenceOf(draft, result) });
  }
  return kept;
}

/** Better as a whole, and at nobody's cost: a team that the proposal did not touch before may not fall short by it. */
function isBetter(result: GateResult, original: GateResult): boolean {
  if (compareVerdict(result.verdict, original.verdict) >= 0) return false;
  const touched = new Set(original.teams.map(({ team }) => team));
  return result.teams.every(({ team, delta }) => delta <= 0 || touched.has(team));
}

function sentenceOf({ advice, row }: Draft, result: GateResult): string {
  const helped = result.teams.find(({ team, task }) => team === row?.team && task === row.task);
  const arithmetic = helped ? `：${helped.sentence}` : '。';
  return `${advice}，调整后结论为“${VERDICT_LABELS[result.verdict]}”${arithmetic}`;
}
