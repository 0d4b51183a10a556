export * from './types.js';
export { DONE_TAG, applyEvent, notAllowedHere } from './apply-event.js';
export { actionsFor, type AvailableAction } from './actions-for.js';
export { checkDefinition } from './check-definition.js';
export { deadlinesOf, type RunningDeadline, runningDeadlines } from './deadlines-of.js';
export {
  actionsOf,
  defineWorkflow,
  firstRefusal,
  guardsOf,
  refuse,
  type CardOf,
  type ChangeOf,
  type CheckOf,
  type DeadlineOf,
  type ForesightOf,
  type WorkflowParts,
} from './define-workflow.js';
export { eventReader, type EventReader } from './event-reader.js';
export * from './gate-standing.js';
export { migrateInstance, type Migrated } from './migrate-instance.js';
export { outlineOf, type Outline, type OutlineKind, type OutlineState, type OutlineTransition } from './outline.js';
export { peopleOf } from './people.js';
export { refuseActor } from './policy-refusal.js';
export { DEPARTMENT_SIDE, narrowReadersOf, readersOf, UNIT_AND_DEPARTMENT } from './readers.js';
export { replay, type RecordedEvent, type ReplayDifference, type Replayed } from './replay.js';
export { firstDifference, sameJson } from './same-json.js';
export * from './signers.js';
export { INITIAL_STATE, initialSnapshotOf, isStateOf, restore, type Stored } from './snapshot.js';
export { nextSteps, waitingFor, type Waiting } from './waiting-for.js';
export { nodePath, statePath } from './state-path.js';
