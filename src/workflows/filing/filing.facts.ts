import {
  FACTS_BY_EVENT,
  type FilingContext,
  type FilingEventType,
  type FilingFact,
  type FilingPayloads,
} from '../../../machines/filing/index.js';
import type { JsonObject } from '../../../machines/kernel/index.js';
import { compareVerdicts, deadlineDay, type GateResult, type ItemEligibility } from '../../../machines/rules/index.js';
import type { CaseRow, FactsRequest } from '../../engine/index.js';
import { type AppointeesQuestion, judgeAppointees, judgeAtGate, readLastGate, resolveItems } from '../../gate/index.js';
import { listCannotSign } from '../../identity/index.js';

/** What the ledger says at the moment of an event: recorded with it, so that the decision can be explained years later. */
export async function loadFilingFacts(request: FactsRequest): Promise<JsonObject> {
  const needed = FACTS_BY_EVENT[request.command.type as FilingEventType] ?? [];
  const facts: JsonObject = {};
  for (const fact of needed) Object.assign(facts, await loadFact(fact, request));
  return facts;
}

async function loadFact(fact: FilingFact, request: FactsRequest): Promise<object> {
  if (fact === 'eligibility') return { eligibility: await judgeEligibility(request) };
  if (fact === 'eligibilityBinds') return { eligibilityBinds: request.surroundings.policy.procedure.eligibilityBinds };
  if (fact === 'gate') return judge(request);
  if (fact === 'dueDay') return { dueDay: dueDay(request) };
  const { userIds } = request.command.payload as FilingPayloads['ADD_SIGNER'];
  const { unitPath } = storedCase(request);
  return { unknownUsers: await listCannotSign(request.tx, userIds, unitPath, request.surroundings.today) };
}

/**
 * The second gate 备案关: the decided list, with the directory as it is today. The proposal's own items are what is judged,
 * so they are not counted as those of another.
 */
async function judge(request: FactsRequest): Promise<{ gate: GateResult; gateDifference: unknown }> {
  const { tx, surroundings } = request;
  const { policy, policyVersion, today } = surroundings;
  const { id, context } = storedCase(request);
  const { cleared, proposal } = context as FilingContext;
  const items = await resolveItems(tx, cleared, today);
  const { result } = await judgeAtGate(tx, { items, decisionDate: today, policy, policyVersion, proposal, lock: true });
  const last = (await readLastGate(tx, 'filing', id)) ?? (await readLastGate(tx, 'proposal', proposal));
  return { gate: result, gateDifference: last ? compareVerdicts(last, result) : [] };
}

/** As of the day of the decision, on which tenure starts, with what was claimed and approved in the proposal. */
async function judgeEligibility(request: FactsRequest): Promise<ItemEligibility[]> {
  const { tx, unitId, surroundings } = request;
  const { cleared, proposal, decidedOn } = storedCase(request).context as FilingContext;
  const { rows } = await tx.query<
    Pick<AppointeesQuestion, 'proposingKind' | 'exceptional' | 'avoidance' | 'approvedMatters'>
  >(
    'filing.proposal-claims',
    `SELECT (SELECT kind FROM unit WHERE id = $2) AS "proposingKind", coalesce(context->'exceptional', '{}') AS exceptional,
            coalesce(context->'avoidance', '{}') AS avoidance, coalesce(context->'approvedMatters', '[]') AS "approvedMatters" FROM proposal WHERE id = $1`,
    [proposal, unitId],
  );
  if (!rows[0]) throw new Error('the proposal of a filing has gone');
  const { policy, today } = surroundings;
  const question = { items: cleared, on: decidedOn ?? today, policy, ...rows[0] };
  return (await judgeAppointees(tx, question)).map(({ eligibility }) => eligibility);
}

/** So many calendar days after the notice, rolled forward to a working day. */
function dueDay({ command, surroundings }: FactsRequest): string {
  const { noticeEndDay } = command.payload as FilingPayloads['CREATE'];
  const { calendar, policy } = surroundings;
  const spec = { kind: 'calendar-days', n: policy.filing.dueCalendarDays, roll: true } as const;
  return deadlineDay(calendar, spec, noticeEndDay).day;
}

function storedCase({ row }: FactsRequest): CaseRow {
  if (!row) throw new Error('a filing that does not exist yet has nothing to judge');
  return row;
}
