import { type Json, type Stored, statePath } from '../../../machines/kernel/index.js';
import { digestOf } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/index.js';
import type { Command, Step, Surroundings, WorkflowRuntime } from '../types.js';
import { cardOf } from '../cards/card-of.js';
import { chartOf } from '../registry.js';
import { resultOf } from './answer-again.js';
import type { Committed } from './commit-room.js';
import { deadlineChange } from './deadline-change.js';
import type { Decision } from './decide-step.js';
import { writeStep } from './write-step.js';

/** The case a step changes, or nothing yet when the step creates it. */
export type StepTarget = { caseId: number; version: number; before: Stored; migrated: boolean } | 'new case';

export interface StepToStore {
  runtime: WorkflowRuntime;
  target: StepTarget;
  unitId: number;
  command: Command;
  decision: Decision;
  surroundings: Surroundings;
  /** Whether somebody delivers notices of steps. */
  tellsOfSteps: boolean;
}

/**
 * Stores a decided step with everything that follows from it: one statement, then the effects that belong to the same
 * transaction, which may still refuse and so undo all of it.
 *
 * @param tx the open transaction
 * @param step the decided step
 * @returns the answer to the command
 */
export async function storeStep(tx: Tx, step: StepToStore): Promise<Committed> {
  const { runtime, target, unitId, command, decision, surroundings } = step;
  const { after, event } = decision;
  const { definition } = runtime;
  const isNew = target === 'new case';
  const version = isNew ? 1 : target.version;
  const deadlines = deadlineChange({
    runtime,
    before: isNew ? null : target.before,
    migrated: !isNew && target.migrated,
    after,
    event,
    surroundings,
  });
  const caseId = await writeStep(tx, {
    ...event,
    target: isNew ? { unitId } : { caseId: target.caseId },
    table: definition.name,
    version,
    state: after.state as Json,
    statePath: statePath(after.state),
    context: after.context,
    machineRevision: definition.revision,
    done: after.done,
    at: surroundings.now,
    commandId: command.commandId,
    policyVersion: surroundings.policyVersion,
    calendarVersion: surroundings.calendarVersion,
    givesNotice: step.tellsOfSteps,
    deadlines,
    outbox: after.effects.filter(({ type }) => runtime.effects[type]?.when === 'after-commit'),
    ownColumns: runtime.ownColumns?.(after.context) ?? {},
    card: cardOf(chartOf(runtime), after, surroundings.today, event.type),
    digests: {
      before: isNew ? null : digestOf({ state: target.before.state, context: target.before.context }),
      after: digestOf({ state: after.state, context: after.context }),
    },
  });
  const { actor, facts } = event;
  const { context } = after;
  const taken = { workflow: definition.name, caseId, unitId, version, command, actor, context, facts, surroundings };
  await runEffects(tx, runtime, decision, taken);
  return { ok: true, replayed: false, result: resultOf(caseId, after.state as Json, version, after.done) };
}

/** In the order in which they arose. */
async function runEffects(tx: Tx, runtime: WorkflowRuntime, { after }: Decision, step: Step): Promise<void> {
  for (const { type, params } of after.effects) {
    const handler = runtime.effects[type];
    if (handler?.when === 'in-transaction') await handler.run(tx, step, params);
  }
}
