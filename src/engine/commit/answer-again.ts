import { DONE_TAG, isStateOf, type Json, restore, statePath } from '../../../machines/kernel/index.js';
import { describeAct } from '../../platform/audit/index.js';
import { refuse } from '../../platform/index.js';
import { chartOf } from '../registry.js';
import type { Caller, CommandResult, WorkflowRuntime } from '../types.js';
import type { Committed } from './commit-room.js';
import type { StoredAnswer } from './lock-case.js';

type StateValue = Parameters<typeof statePath>[0];

/**
 * Answers a command that was carried out before: with what became of it then, whatever has happened since.
 *
 * @param runtime the workflow
 * @param answered the event stored under the command id
 * @param caller who sends the command now; null is the product itself
 * @returns the answer given then
 * @refuses COMMAND_ID_TAKEN (thrown) - somebody else used this command id on the case
 */
export function answerAgain(runtime: WorkflowRuntime, answered: StoredAnswer, caller: Caller | null): Committed {
  if (answered.actorId !== (caller?.userId ?? null)) refuse('COMMAND_ID_TAKEN', { case: answered.caseId });
  const { caseId, state, version } = answered;
  describeAct({ objectType: runtime.definition.name, objectId: String(caseId), result: 'repeated' });
  return { ok: true, replayed: true, result: resultOf(caseId, state, version, isDoneIn(runtime, state)) };
}

/** The answer to a command. */
export function resultOf(id: number, state: Json, version: number, done: boolean): CommandResult {
  return { id, state, statePath: statePath(state as StateValue), version, done };
}

/** A state that only an older revision had is long left behind: its case has been moved on since. */
function isDoneIn(runtime: WorkflowRuntime, state: Json): boolean {
  const chart = chartOf(runtime);
  const value = state as StateValue;
  return isStateOf(chart, value) && restore(chart, { state: value, context: {} }).hasTag(DONE_TAG);
}
