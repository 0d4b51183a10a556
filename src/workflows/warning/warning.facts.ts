import type { JsonObject } from '../../../machines/kernel/index.js';
import {
  FACTS_BY_EVENT,
  type WarningContext,
  type WarningEventType,
  type WarningFacts,
} from '../../../machines/warning/index.js';
import { assignNumber } from '../../documents/index.js';
import type { FactsRequest } from '../../engine/index.js';
import { refuse } from '../../platform/index.js';
import { standingsOf } from './standing-now.js';

/** Letters of the department, the series of the feedback letters. Assumption: the city's own prefix stands before it on paper. */
const SERIES = '组函';

/** What the directory and the settings say at the moment of an event: recorded with it, so that it can be explained years later. */
export async function loadWarningFacts(request: FactsRequest): Promise<JsonObject> {
  const needed = FACTS_BY_EVENT[request.command.type as WarningEventType] ?? [];
  const { tx, surroundings } = request;
  const facts: Partial<WarningFacts> = {};
  if (needed.includes('fromSeverity')) facts.fromSeverity = surroundings.policy.warning.fromSeverity;
  if (needed.includes('standing')) Object.assign(facts, await standingNow(request));
  // Drawn in the transaction that signs off: rolled back, it is free again.
  if (needed.includes('documentNo')) facts.documentNo = await assignNumber(tx, SERIES, yearOf(surroundings.today));
  return facts;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** @refuses TEAM_NOT_JUDGED - nothing is asked of the team under this task any more */
async function standingNow({
  tx,
  row,
  surroundings,
}: FactsRequest): Promise<Pick<WarningFacts, 'standing' | 'arrivals'>> {
  const { team, task, movements } = row!.context as WarningContext;
  const judged = await standingsOf(tx, [team], surroundings.today, surroundings.policy);
  const now = judged.find((each) => each.task === task) ?? refuse('TEAM_NOT_JUDGED', { team, task });
  // Who has come since the team was warned; who was there before could not have ended it.
  const warnedAsOf = movements[0]?.standing.asOf ?? '';
  const arrivals = now.young.filter(({ from }) => from > warnedAsOf);
  return { standing: now.standing, arrivals };
}
