import { summariseGate, worsenedAt, type GateSummary, type WorkflowEvent } from '../kernel/index.js';
import type { ProposalContext, ReviewResult } from './context.js';
import { factOf } from './facts.js';

/** Where the gate leaves a proposal, answers given so far included. */
export type Standing = 'cleared' | 'flagged' | 'blocked';

/**
 * Where the gate leaves a proposal. An accepted explanation or override counts as long as the gate shows nothing worse
 * than what it answered; a review that failed in a person's hands is answered by neither.
 *
 * @param context reviews, answers and the gate run to stand by
 * @source handbook §2.5
 */
export function standingOf(
  context: Pick<ProposalContext, 'gate' | 'reviews' | 'justification' | 'override' | 'headcountDisputed'>,
): Standing {
  const { gate, reviews, justification, override } = context;
  if (!gate || context.headcountDisputed) return 'blocked';
  if (reviews.eligibility === 'failed' || reviews.priorReport === 'failed') return 'blocked';
  if (gate.verdict === 'clear') return 'cleared';
  if (override?.approved && covers(override.answered, gate)) return 'cleared';
  if (justification?.accepted && covers(justification.answered, gate)) return 'cleared';
  return gate.verdict === 'block' ? 'blocked' : 'flagged';
}

/** The gate run that came with an event, in the form a case keeps. */
export function freshGate(event: WorkflowEvent): GateSummary {
  return summariseGate(factOf(event, 'gate'));
}

/**
 * What the rules found in the headcount pre-review 职数预审.
 *
 * @returns unknown when no team of the batch could be compared
 */
export function headcountResult({ headcountPasses }: GateSummary): ReviewResult {
  if (headcountPasses === null) return 'unknown';
  return headcountPasses ? 'passed' : 'failed';
}

/**
 * What the rules found in the young-cadre pre-review 青干预审: failed when a team is blocked. A flag passes here and is
 * explained at the gate.
 *
 * @returns unknown when no staffing task applies to any team of the batch
 */
export function youngCadreResult({ judged, teams }: GateSummary): ReviewResult {
  if (!judged) return 'unknown';
  return Object.values(teams).includes('block') ? 'failed' : 'passed';
}

function covers(answered: GateSummary, now: GateSummary): boolean {
  return worsenedAt(answered, now).length === 0;
}
