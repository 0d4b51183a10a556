import type {
  Actor,
  Context,
  Effect,
  Json,
  JsonObject,
  Refusal,
  Role,
  WorkflowDefinition,
} from '../../machines/kernel/index.js';
import type { Policy, WorkingCalendar } from '../../machines/rules/index.js';
import type { Tx } from '../platform/index.js';

/** A JSON-schema-capable validator for one event's payload; zod in practice. */
export type { ZodType as PayloadSchema } from 'zod';
import type { ZodType } from 'zod';

/** Who is asking, resolved once per request by identity. Engine and queries never ask who somebody is again. */
export interface Caller {
  userId: number;
  displayName: string;
  /** Everything the caller may do now, own grants and grants of those the caller stands in for. */
  grants: readonly CallerGrant[];
}

export interface CallerGrant {
  role: Role;
  /** ltree path of the granted unit; '' is the whole tree. */
  unitPath: string;
  /** Set when the grant is borrowed: the absent person's user id. */
  onBehalfOf?: number;
}

/** A stored case, as the commit room sees it after locking. */
export interface CaseRow {
  id: number;
  unitId: number;
  unitPath: string;
  state: Json;
  context: Context;
  version: number;
  machineRevision: number;
  done: boolean;
}

/** What is known before the machine is asked. `policy` and `calendar` are the versions in force, read in the lock statement. */
export interface Surroundings {
  now: Date;
  /** Calendar day of `now` in Asia/Shanghai. */
  today: string;
  policy: Policy;
  policyVersion: number;
  calendar: WorkingCalendar;
  calendarVersion: number;
}

export interface Command {
  type: string;
  payload: JsonObject;
  commandId: string;
  expectedVersion?: number;
}

export interface FactsRequest {
  tx: Tx;
  /** Null when the case is being created. */
  row: CaseRow | null;
  unitId: number;
  command: Command;
  actor: Actor;
  caller: Caller | null;
  surroundings: Surroundings;
}

/** Reads what guards and assignments need, locking rows it counts (sorted by id). Returns plain JSON, stored with the event. */
export type FactsLoader = (request: FactsRequest) => Promise<JsonObject>;

/** What a committed step was, handed to effect handlers. */
export interface Step {
  workflow: string;
  caseId: number;
  unitId: number;
  version: number;
  command: Command;
  actor: Actor;
  context: Context;
  facts: JsonObject;
  surroundings: Surroundings;
}

/**
 * An effect is carried out in one of two ways. `inTransaction`: rows written with the event, all or nothing.
 * `afterCommit`: through the outbox, at least once, so the handler must bear running twice.
 */
export type EffectHandler =
  | { when: 'in-transaction'; run: (tx: Tx, step: Step, params: JsonObject) => Promise<void> }
  | { when: 'after-commit'; run: (message: OutboxMessage) => Promise<void> };

export interface OutboxMessage {
  id: number;
  workflow: string;
  caseId: number;
  version: number;
  effect: string;
  params: JsonObject;
}

/** Everything src adds to a definition so that the engine can run it. Checked for completeness at boot. */
export interface WorkflowRuntime {
  definition: WorkflowDefinition<Policy>;
  /** The definition as it was at earlier revisions, so that decisions made then can still be replayed. */
  earlier?: readonly WorkflowDefinition<Policy>[];
  /** A schema per event of the machine, CREATE included. */
  payloads: Readonly<Record<string, ZodType<JsonObject>>>;
  loadFacts: FactsLoader;
  effects: Readonly<Record<string, EffectHandler>>;
  /** Columns of the workflow's own table besides the engine's, set on create and on every step (few, cheap, derived). */
  ownColumns?: (context: Context) => Readonly<Record<string, Json>>;
}

export interface CommandResult {
  id: number;
  state: Json;
  statePath: string;
  version: number;
  done: boolean;
}

export type CommitOutcome = { ok: true; result: CommandResult; replayed: boolean } | { ok: false; refusal: Refusal };

export type { Effect, Refusal };
