import type { Refusal } from '../../../machines/kernel/index.js';
import { type Db, RefusalError, type Tx } from '../../platform/index.js';
import type { WorkflowRegistry } from '../registry.js';
import type { SettingsService } from '../settings/settings.service.js';
import type { CommitOutcome } from '../types.js';
import { isPassing, refusalOfConstraint } from './constraints.js';

/** What the commit room needs from its surroundings. */
export interface CommitRoom {
  db: Db;
  registry: WorkflowRegistry;
  settings: SettingsService;
  /** Tells the relay that something may be waiting. */
  poke: () => void;
}

export type Committed = Extract<CommitOutcome, { ok: true }>;

const ATTEMPTS = 3;

/**
 * Runs one step in one transaction and turns every expected "no" into an answer: a refusal by the machine, by a facts
 * loader, by an effect, or by a promise of the database. Nothing of a refused step remains.
 *
 * @param room the commit room
 * @param work the step
 * @param passes says of an error that the same step would go through if it ran again; it then does, a few times at most
 * @returns what became of the step
 */
export async function inOneTransaction(
  room: CommitRoom,
  work: (tx: Tx) => Promise<Committed>,
  passes: (error: unknown) => boolean = isPassing,
): Promise<CommitOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const outcome = await room.db.transaction(work);
      if (!outcome.replayed) room.poke();
      return outcome;
    } catch (error) {
      if (attempt < ATTEMPTS && passes(error)) continue;
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      return { ok: false, refusal };
    }
  }
}

/** The expected "no" that an error stands for, if it is one. */
export function refusalOf(error: unknown): Refusal | null {
  return error instanceof RefusalError ? (error.refusal as Refusal) : refusalOfConstraint(error);
}
