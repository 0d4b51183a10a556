import type { JsonObject } from '../../../machines/kernel/index.js';
import {
  MEETING_FACTS,
  type MeetingContext,
  type MeetingEventType,
  type MeetingFacts,
  type MeetingPayloads,
  standing,
} from '../../../machines/meeting/index.js';
import { type FactsRequest, stateLabel, type WorkflowRegistry } from '../../engine/index.js';
import { readAgenda, unknownCadres } from './agenda.queries.js';
import { loadConcerns } from './concerns.js';
import { withBars } from './readiness.js';

/** What the proposals and the directory say at the moment of an event; recorded with it. */
export async function loadMeetingFacts(registry: WorkflowRegistry, request: FactsRequest): Promise<JsonObject> {
  const needed = MEETING_FACTS[request.command.type as MeetingEventType] ?? [];
  const { tx, row, surroundings } = request;
  const facts: Partial<MeetingFacts> = {};
  if (needed.includes('quorum')) facts.quorum = surroundings.policy.quorum;
  if (needed.includes('agenda')) {
    facts.agenda = await readAgenda(tx, agendaOf(request), row?.id ?? null, stateLabelOf(registry));
  }
  if (request.command.type === 'OPEN_VOTING') facts.agenda = await withBars(registry, request, facts.agenda ?? []);
  if (needed.includes('unknownMembers')) facts.unknownMembers = await unknownCadres(tx, codesOf(request));
  if (needed.includes('concerns')) facts.concerns = await loadConcerns(tx, row!.context as MeetingContext);
  return facts;
}

/** As the proposals' own workflow calls where one stands. */
export const stateLabelOf =
  (registry: WorkflowRegistry) =>
  (path: string): string =>
    stateLabel(registry.get('proposal'), path);

function agendaOf({ row, command }: FactsRequest): number[] {
  const { agenda } = command.payload as MeetingPayloads['EDIT'];
  return agenda ?? standing(row!.context as MeetingContext).map(({ proposal }) => proposal);
}

function codesOf({ command }: FactsRequest): string[] {
  const { members = [] } = command.payload as MeetingPayloads['EDIT'];
  return members.flatMap(({ cadre }) => cadre ?? []);
}
