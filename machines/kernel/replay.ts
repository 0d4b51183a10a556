import type { StateValue } from 'xstate';
import { applyEvent } from './apply-event.js';
import { migrateInstance } from './migrate-instance.js';
import { firstDifference } from './same-json.js';
import type { Stored } from './snapshot.js';
import type { Json, Refusal, AnyWorkflow, WorkflowEvent } from './types.js';

/** One row of a case's history. */
export interface RecordedEvent {
  version: number;
  /** The machine revision that made the step. */
  revision: number;
  event: WorkflowEvent;
  /** The state stored after it. */
  state: StateValue;
}

/** Where a history and the machines part. `path` is the first differing place in the document, '' for the whole. */
export type ReplayDifference =
  | { kind: 'version'; version: number; expected: number }
  | { kind: 'revision'; version: number; revision: number }
  | { kind: 'migration'; version: number; reason: string }
  | { kind: 'refused'; version: number; refusal: Refusal }
  | { kind: 'state'; version: number; replayed: StateValue; stored: StateValue };

export type Replayed =
  { ok: true; stored: Stored | null; done: boolean; revision: number } | { ok: false; difference: ReplayDifference };

/**
 * Walks a stored history through the machines again: proof that every recorded decision follows from what was recorded.
 *
 * @param definitionOf the workflow as it was at a revision; undefined when that revision is no longer part of the product
 * @param events the whole history, in order of version
 * @returns the case as it must be stored now (null for an empty history), or the first difference
 */
export function replay(
  definitionOf: (revision: number) => AnyWorkflow | undefined,
  events: readonly RecordedEvent[],
): Replayed {
  let at: { stored: Stored | null; done: boolean; revision: number } = { stored: null, done: false, revision: 0 };
  for (const [index, recorded] of events.entries()) {
    const step = replayOne(definitionOf, at, recorded, index + 1);
    if (!step.ok) return step;
    at = step;
  }
  return { ok: true, ...at };
}

function replayOne(
  definitionOf: (revision: number) => AnyWorkflow | undefined,
  before: { stored: Stored | null; revision: number },
  recorded: RecordedEvent,
  expected: number,
): Replayed {
  const { version, revision, event, state } = recorded;
  if (version !== expected) return differs({ kind: 'version', version, expected });
  const definition = definitionOf(revision);
  if (!definition) return differs({ kind: 'revision', version, revision });
  const migrated = before.stored && migrateInstance(definition, { ...before.stored, revision: before.revision });
  if (migrated && !migrated.ok) return differs({ kind: 'migration', version, reason: migrated.reason });
  const applied = applyEvent(definition, migrated ? migrated.stored : null, event);
  if (!applied.ok) return differs({ kind: 'refused', version, refusal: applied.refusal });
  if (firstDifference(applied.state as Json, state as Json) !== null) {
    return differs({ kind: 'state', version, replayed: applied.state, stored: state });
  }
  return { ok: true, stored: { state: applied.state, context: applied.context }, done: applied.done, revision };
}

function differs(difference: ReplayDifference): Replayed {
  return { ok: false, difference };
}
