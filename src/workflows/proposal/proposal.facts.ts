import type { JsonObject } from '../../../machines/kernel/index.js';
import {
  FACTS_BY_EVENT,
  limitsOf,
  type ProposalContext,
  type ProposalEventType,
  type ProposalFact,
  type ProposalPayloads,
} from '../../../machines/proposal/index.js';
import { addWorkingDays, CalendarCoverageError, compareVerdicts } from '../../../machines/rules/index.js';
import { assignNumber } from '../../documents/index.js';
import type { FactsRequest } from '../../engine/index.js';
import {
  type GateAnswer,
  judgeAtGate,
  listAttachments,
  readLastGate,
  resolveItems,
  suggestFor,
} from '../../gate/index.js';
import { listCannotSign } from '../../identity/index.js';
import { refuse } from '../../platform/index.js';
import { loadProcedureFacts, type ProcedureFacts } from './procedure.facts.js';
import { requireKnownDraft } from './require-known-draft.js';
import { SUGGESTION_SERIES } from './suggestion-letter.js';

/** What the ledger says at the moment of an event: recorded with it, so that the decision can be explained years later. */
export async function loadProposalFacts(request: FactsRequest): Promise<JsonObject> {
  const type = request.command.type as ProposalEventType;
  if (type === 'CREATE' || type === 'EDIT') await requireKnownDraft(request);
  if (type === 'ISSUE_SUGGESTION') return suggestionLetter(request);
  const needed = FACTS_BY_EVENT[type] ?? [];
  const judged = needed.includes('gate') ? await judge(request) : null;
  const facts: JsonObject = {};
  const lawful = needed.some(isOfProcedure) ? await loadProcedureFacts(request, judged?.result ?? null) : null;
  for (const fact of needed) {
    const found = lawful && isOfProcedure(fact) ? lawful[fact] : await loadFact(fact, request, judged);
    facts[fact] = asJson(found);
  }
  if (judged) facts.gateDifference = asJson(await differenceFromLast(request, judged));
  return facts;
}

const isOfProcedure = (fact: ProposalFact): fact is keyof ProcedureFacts =>
  fact === 'eligibility' || fact === 'priorMatters';

/** Typed results hold nothing but JSON; their interfaces merely cannot say so. */
const asJson = (value: unknown): JsonObject[string] => value as JsonObject[string];

async function loadFact(fact: ProposalFact, request: FactsRequest, judged: GateAnswer | null): Promise<unknown> {
  const { tx, row, surroundings } = request;
  if (fact === 'limits') return limitsOf(surroundings.policy);
  if (fact === 'noticeEndDay') return noticeEndDay(request);
  if (judged && fact === 'gate') return judged.result;
  if (judged && fact === 'holds') return judged.holds.map(({ post, proposal }) => ({ post, proposal }));
  if (judged && fact === 'reservations') return judged.reservations;
  if (row && fact === 'attachments') return listAttachments(tx, 'proposal', row.id);
  if (row && fact === 'unknownUsers') {
    const { userIds } = payloadOf(request, 'ADD_SIGNER');
    return listCannotSign(tx, userIds, row.unitPath, surroundings.today);
  }
  throw new Error(`${request.command.type} cannot be given the fact ${fact}`);
}

/** As of the meeting for a deliberation, else as of today; the teams touched stand still until the commit. */
async function judge(request: FactsRequest): Promise<GateAnswer> {
  const { tx, surroundings, command } = request;
  const { policy, policyVersion, today } = surroundings;
  const { id, context } = storedCase(request);
  const items = await resolveItems(tx, context.items, today);
  const decisionDate =
    command.type === 'RECORD_DELIBERATION' ? payloadOf(request, 'RECORD_DELIBERATION').meetingDay : today;
  return judgeAtGate(tx, { items, decisionDate, policy, policyVersion, proposal: id, lock: true });
}

async function differenceFromLast(request: FactsRequest, { result }: GateAnswer): Promise<unknown> {
  const last = await readLastGate(request.tx, 'proposal', storedCase(request).id);
  return last ? compareVerdicts(last, result) : [];
}

/** 《合理化建议书》: its number, what the gate says and what would pass, as it was when the letter went out. */
async function suggestionLetter(request: FactsRequest): Promise<JsonObject> {
  const { tx, caller, surroundings } = request;
  const judged = await judge(request);
  const suggestions = caller ? await suggestFor(tx, judged, caller, storedCase(request).id) : [];
  const documentNo = await assignNumber(tx, SUGGESTION_SERIES, Number(surroundings.today.slice(0, 4)));
  return { judged: asJson(judged.result), suggestions: asJson(suggestions), documentNo };
}

/** @refuses CALENDAR_NOT_COVERED - the notice would reach into a year whose holidays are not announced: never a guess */
function noticeEndDay(request: FactsRequest): string {
  const { policy, calendar } = request.surroundings;
  const { workingDays, countStartDay } = policy.notice;
  try {
    return addWorkingDays(calendar, payloadOf(request, 'POST_NOTICE').startDay, workingDays, {
      countStart: countStartDay,
    });
  } catch (error) {
    if (error instanceof CalendarCoverageError) refuse(error.code, error.params);
    throw error;
  }
}

function payloadOf<T extends ProposalEventType>(request: FactsRequest, _type: T): ProposalPayloads[T] {
  return request.command.payload as ProposalPayloads[T];
}

function storedCase({ row }: FactsRequest): { id: number; context: ProposalContext } {
  if (!row) throw new Error('a proposal that does not exist yet has no items to judge');
  return { id: row.id, context: row.context as ProposalContext };
}
