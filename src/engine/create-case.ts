import type { Json } from '../../machines/kernel/index.js';
import { refuse, type Tx } from '../platform/index.js';
import { asReader } from './as-reader.js';
import { answerAgain } from './commit/answer-again.js';
import { capacities } from './commit/choose-actor.js';
import { type CommitRoom, type Committed, inOneTransaction } from './commit/commit-room.js';
import { isPassing, isSecondCreation } from './commit/constraints.js';
import { decideStep } from './commit/decide-step.js';
import type { StoredAnswer } from './commit/lock-case.js';
import { parsePayload } from './commit/parse-payload.js';
import { storeStep } from './commit/store-step.js';
import { togetherOrEach } from './commit/together.js';
import type { Caller, Command, CommitOutcome, WorkflowRuntime } from './types.js';

export interface CreateRequest {
  workflow: string;
  /** The unit the case belongs to: by its number, or by the city workbook's code. */
  unit: number | string;
  payload: Command['payload'];
  commandId: string;
  /** Null: the product itself begins the case. */
  caller: Caller | null;
}

/**
 * Begins a case: its first event, CREATE, takes the same way as every later one and stores version 1.
 *
 * @param room the commit room
 * @param request which workflow, in which unit, and who asks
 * @returns the new case; the same case again for the same command id of the same caller; or the refusal
 * @refuses UNIT_OUT_OF_REACH - no such unit within the caller's grants
 * @refuses whatever the machine, the facts, the effects or a declared constraint refuse
 */
export function createCase(room: CommitRoom, request: CreateRequest): Promise<CommitOutcome> {
  const runtime = room.registry.get(request.workflow);
  const passes = (error: unknown): boolean => isPassing(error) || isSecondCreation(error);
  return inOneTransaction(room, (tx) => takeFirstStep(room, runtime, tx, request), passes);
}

/** As {@link createCase}, of many cases of one workflow; see {@link togetherOrEach}. */
export function createTogether(
  room: CommitRoom,
  workflow: string,
  requests: readonly Omit<CreateRequest, 'workflow'>[],
): Promise<CommitOutcome[]> {
  const runtime = room.registry.get(workflow);
  return togetherOrEach(room, requests, {
    together: (tx) => Promise.resolve((request) => takeFirstStep(room, runtime, tx, { ...request, workflow })),
    each: (request) => createCase(room, { ...request, workflow }),
  });
}

async function takeFirstStep(
  room: CommitRoom,
  runtime: WorkflowRuntime,
  tx: Tx,
  request: CreateRequest,
): Promise<Committed> {
  const { unit, commandId } = request;
  const caller = asReader(runtime, request.caller);
  const place = await findPlace(tx, runtime.definition.name, request);
  const actors = place === null ? [] : capacities(caller, place.unitPath);
  if (place === null || actors.length === 0) refuse('UNIT_OUT_OF_REACH', { unit });
  if (place.answered !== null) return answerAgain(runtime, place.answered, caller);

  const given = { type: 'CREATE', payload: request.payload, commandId };
  const command = { ...given, payload: parsePayload(runtime, given) };
  const surroundings = await room.settings.surroundings(tx, place);
  const { unitId } = place;
  const decision = await decideStep({ tx, runtime, row: null, unitId, command, caller, actors, surroundings });
  const tellsOfSteps = room.registry.noticeTaker() !== undefined;
  return storeStep(tx, { runtime, target: 'new case', unitId, command, decision, surroundings, tellsOfSteps });
}

/** Where a case is to begin, and whether the same command has begun it before. */
interface Place {
  unitId: number;
  unitPath: string;
  answered: StoredAnswer | null;
  policyVersion: number;
  calendarVersion: number;
}

interface PlaceRow extends Omit<Place, 'answered'> {
  caseId: number | null;
  state: Json;
}

async function findPlace(tx: Tx, table: string, { unit, commandId, caller }: CreateRequest): Promise<Place | null> {
  const by = caller === null ? 'system' : 'person';
  const byCode = typeof unit === 'string';
  const { rows } = await tx.query<PlaceRow>(
    `place ${table} ${by} ${byCode ? 'code' : 'id'}`,
    `SELECT u.id AS "unitId", u.path::text AS "unitPath", c.id AS "caseId", e.state,
            (SELECT max(version) FROM policy_version) AS "policyVersion",
            (SELECT version FROM calendar_coverage) AS "calendarVersion"
     FROM unit u
     LEFT JOIN ${table} c ON c.create_command_id = $2 AND c.created_by ${caller === null ? 'IS NULL' : '= $3'}
     LEFT JOIN case_event e ON e.workflow = '${table}' AND e.case_id = c.id AND e.version = 1
     WHERE u.${byCode ? 'code' : 'id'} = $1`,
    caller === null ? [unit, commandId] : [unit, commandId, caller.userId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { unitId, unitPath, policyVersion, calendarVersion, caseId, state } = row;
  const answered = caseId === null ? null : { caseId, version: 1, state, actorId: caller?.userId ?? null };
  return { unitId, unitPath, answered, policyVersion, calendarVersion };
}
