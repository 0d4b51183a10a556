import { RefusalError, type Tx } from '../../platform/index.js';
import type { Command, Surroundings, WorkflowRuntime } from '../types.js';
import { capacities } from './choose-actor.js';
import { decideStep } from './decide-step.js';
import { lockCase } from './lock-case.js';
import { upToDate } from './up-to-date.js';

/** A command of the product's own that is not sent yet. */
export interface Foretelling {
  caseId: number;
  command: Command;
  surroundings: Surroundings;
}

/**
 * What a case would answer if the product sent it a command now: the facts are read and the machine is asked, and nothing is
 * done. The case stays locked until the transaction ends, so that what is foretold holds for whatever else the transaction does.
 *
 * @param tx the transaction of whoever wants to know
 * @returns null when it would be taken, or when there is no such case within reach
 */
export async function foretell(
  tx: Tx,
  runtime: WorkflowRuntime,
  { caseId, command, surroundings }: Foretelling,
): Promise<RefusalError['refusal'] | null> {
  const locked = await lockCase(tx, runtime.definition.name, caseId, command.commandId);
  if (locked === null) return null;
  try {
    const row = upToDate(runtime, locked.row);
    const { unitId, unitPath } = row;
    const actors = capacities(null, unitPath);
    await decideStep({ tx, runtime, row, unitId, command, caller: null, actors, surroundings });
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}
