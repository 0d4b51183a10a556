import {
  type Actor,
  actionsFor,
  type Applied,
  applyEvent,
  initialSnapshotOf,
  type JsonObject,
  type Refusal,
  type Stored,
  type WorkflowEvent,
} from '../../../machines/kernel/index.js';
import { RefusalError, type Tx } from '../../platform/index.js';
import { chartOf } from '../registry.js';
import type { Caller, CaseRow, Command, Surroundings, WorkflowRuntime } from '../types.js';
import { fitting } from './choose-actor.js';

export interface Decision {
  event: WorkflowEvent;
  after: Extract<Applied, { ok: true }>;
}

export interface StepQuestion {
  tx: Tx;
  runtime: WorkflowRuntime;
  /** Null when the case is being created. */
  row: CaseRow | null;
  unitId: number;
  command: Command;
  caller: Caller | null;
  /** Capacities in which the caller may take part, best first; at least one. */
  actors: readonly Actor[];
  surroundings: Surroundings;
}

/**
 * Asks the machine. Who may act and whether the chart has such a step is asked first, so that facts are read, and rows
 * locked, only for an event that could happen. Where separation of duty excludes one capacity, the next one is tried.
 *
 * @param question the case under lock, the command, and everything known around it
 * @returns the event as it will be recorded, and what the case becomes
 * @refuses (thrown as RefusalError) whatever the machine or the facts loader refuses
 */
export async function decideStep(question: StepQuestion): Promise<Decision> {
  const { runtime, row, command } = question;
  const chart = chartOf(runtime);
  const stored = row === null ? initialSnapshotOf(chart) : storedIn(row);
  const actors = fitting(question.actors, chart.policy[command.type]?.roles ?? []);
  const able = actors.filter((actor) => isOpen(question, stored, actor));
  const first = able[0];
  // Nothing open: with no facts read, the machine still says why not, since it asks for facts last.
  if (first === undefined) throw new RefusalError(refusalOf(runtime, stored, eventBy(question, actors[0]!, {})));
  const { tx, unitId, caller, surroundings } = question;
  const facts = await runtime.loadFacts({ tx, row, unitId, command, actor: first, caller, surroundings });
  let refusal: Refusal | undefined;
  for (const actor of able) {
    const event = eventBy(question, actor, facts);
    const after = applyEvent(chart, stored, event);
    if (after.ok) return { event, after };
    refusal ??= after.refusal;
  }
  throw new RefusalError(refusal!);
}

/** The part of a stored case that the machine knows. */
export function storedIn(row: CaseRow): Stored {
  return { state: row.state as Stored['state'], context: row.context };
}

function isOpen({ runtime, command, surroundings }: StepQuestion, stored: Stored, actor: Actor): boolean {
  const actions = actionsFor(chartOf(runtime), stored, [actor], surroundings.today);
  return actions.some(({ event, possible }) => event === command.type && possible);
}

function refusalOf(runtime: WorkflowRuntime, stored: Stored, event: WorkflowEvent): Refusal {
  const applied = applyEvent(chartOf(runtime), stored, event);
  if (applied.ok) throw new Error(`${runtime.definition.name}: ${event.type} is both possible and not offered`);
  return applied.refusal;
}

function eventBy({ command, surroundings }: StepQuestion, actor: Actor, facts: JsonObject): WorkflowEvent {
  const { now, today } = surroundings;
  return { type: command.type, payload: command.payload, facts, actor, at: now.toISOString(), today };
}
