import { isStateOf, type Stored } from './snapshot.js';
import type { AnyWorkflow } from './types.js';

/** What moving a stored case to the current revision would do. */
export type Migrated =
  | {
      ok: true;
      stored: Stored;
      /** Revisions passed through, the first excluded; empty when the case is up to date. */
      steps: number[];
    }
  | { ok: false; reason: string };

/**
 * Brings a stored case to the definition's revision, step by step. Changes nothing by itself, so it is also the dry run.
 *
 * @param definition the workflow at its current revision
 * @param stored the case, with the revision that stored it
 * @returns the case as the current revision sees it, or why it must wait for a person to decide
 */
export function migrateInstance(definition: AnyWorkflow, stored: Stored & { revision: number }): Migrated {
  let { state, context } = stored;
  const steps: number[] = [];
  if (stored.revision > definition.revision) {
    return { ok: false, reason: `stored by revision ${stored.revision}, newer than ${definition.revision}` };
  }
  for (let from = stored.revision; from < definition.revision; from += 1) {
    const step = definition.migrations[from];
    if (!step) return { ok: false, reason: `no migration from revision ${from}` };
    const moved = step({ state, context });
    if (!moved) return { ok: false, reason: `the migration from revision ${from} leaves this case to a person` };
    ({ state, context } = moved);
    steps.push(from + 1);
  }
  if (!isStateOf(definition, state)) {
    return { ok: false, reason: `state ${JSON.stringify(state)} does not exist in revision ${definition.revision}` };
  }
  return { ok: true, stored: { state, context }, steps };
}
