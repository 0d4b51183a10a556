import { refuse, type Tx } from '../platform/index.js';
import { capacities } from './commit/choose-actor.js';
import { answerAgain } from './commit/answer-again.js';
import { type CommitRoom, type Committed, inOneTransaction } from './commit/commit-room.js';
import { decideStep, storedIn } from './commit/decide-step.js';
import { lockCase, type LockedCase, lockCases } from './commit/lock-case.js';
import { parsePayload } from './commit/parse-payload.js';
import { refuseStale } from './commit/refuse-stale.js';
import { storeStep } from './commit/store-step.js';
import { togetherOrEach } from './commit/together.js';
import { upToDate } from './commit/up-to-date.js';
import { asPartyOf } from './narrow-sight.js';
import type { Caller, Command, CommitOutcome, WorkflowRuntime } from './types.js';

export interface CommitRequest {
  workflow: string;
  caseId: number;
  command: Command;
  /** Null: the product itself acts (deadlines, signals between workflows). */
  caller: Caller | null;
}

/**
 * The one door through which a case changes its state. One transaction: lock the case; a command carried out before gets
 * its old answer; read the facts; ask the machine; store the case, the event with the facts used, what is to be done after
 * the commit, and the deadlines; commit. Nothing in here waits on a network.
 *
 * @param room the commit room
 * @param request which case, which command, and who sends it
 * @returns the new state; the same again for the same command id; or the refusal, with nothing stored
 * @refuses CASE_NOT_FOUND - no such case within the caller's units
 * @refuses COMMAND_ID_TAKEN - somebody else used this command id on the case
 * @refuses STALE_VERSION - the caller has seen an older version (已被他人处理)
 * @refuses INSTANCE_NEEDS_MIGRATION - the case was stored by an older machine and must wait for a person to decide
 * @refuses whatever the machine, the facts, the effects or a declared constraint refuse
 * @source architecture, decisions 2 to 5
 */
export function commitTransition(room: CommitRoom, request: CommitRequest): Promise<CommitOutcome> {
  const runtime = room.registry.get(request.workflow);
  return inOneTransaction(room, async (tx) => {
    const locked = await lockCase(tx, runtime.definition.name, request.caseId, request.command.commandId);
    return takeStep(room, runtime, tx, request, locked);
  });
}

/** As {@link commitTransition}, of many cases of one workflow, each once; see {@link togetherOrEach}. */
export function commitTogether(
  room: CommitRoom,
  workflow: string,
  requests: readonly Omit<CommitRequest, 'workflow'>[],
): Promise<CommitOutcome[]> {
  const runtime = room.registry.get(workflow);
  return togetherOrEach(room, requests, {
    async together(tx, some) {
      const asked = some.map(({ caseId, command: { commandId } }) => ({ caseId, commandId }));
      const locked = await lockCases(tx, runtime.definition.name, asked);
      return (request) => takeStep(room, runtime, tx, { ...request, workflow }, locked.get(request.caseId) ?? null);
    },
    each: (request) => commitTransition(room, { ...request, workflow }),
  });
}

/** One step of a case under its lock. */
async function takeStep(
  room: CommitRoom,
  runtime: WorkflowRuntime,
  tx: Tx,
  request: CommitRequest,
  locked: LockedCase | null,
): Promise<Committed> {
  const { caseId } = request;
  const table = runtime.definition.name;
  const caller = locked === null ? null : await asPartyOf(tx, runtime, locked.row, request.caller);
  const actors = locked === null ? [] : capacities(caller, locked.row.unitPath);
  // Outside the caller's units a case does not exist: the answer must not tell one from the other.
  if (locked === null || actors.length === 0) refuse('CASE_NOT_FOUND', { case: caseId });
  if (locked.answered !== null) return answerAgain(runtime, locked.answered, caller);
  const { expectedVersion } = request.command;
  if (expectedVersion !== undefined && expectedVersion !== locked.row.version) {
    await refuseStale(tx, table, locked.row, expectedVersion);
  }

  const command = { ...request.command, payload: parsePayload(runtime, request.command) };
  const surroundings = await room.settings.surroundings(tx, locked);
  const row = upToDate(runtime, locked.row);
  const { unitId } = row;
  const decision = await decideStep({ tx, runtime, row, unitId, command, caller, actors, surroundings });
  const migrated = row !== locked.row;
  const target = { caseId, version: row.version + 1, before: storedIn(row), migrated };
  const tellsOfSteps = room.registry.noticeTaker() !== undefined;
  return storeStep(tx, { runtime, target, unitId, command, decision, surroundings, tellsOfSteps });
}
