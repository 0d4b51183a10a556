import { z } from 'zod';
import { actionsFor, migrateInstance } from '../../../machines/kernel/index.js';
import { sentenceOf } from '../../platform/index.js';
import { asParty } from '../as-reader.js';
import { capacities } from '../commit/choose-actor.js';
import { storedIn } from '../commit/decide-step.js';
import { chartOf } from '../registry.js';
import type { Caller, CaseRow, WorkflowRuntime } from '../types.js';
import type { ActionView, ActionWithSchema } from './case.dto.js';

/**
 * What the caller may do with a case now, and why not where not. Steps that only the product itself takes are left out.
 *
 * @param runtime the workflow
 * @param row the case
 * @param caller who is asking
 * @param today the day on which he asks, `YYYY-MM-DD`
 * @returns one row per step that the chart has here
 */
export function readActions(runtime: WorkflowRuntime, row: CaseRow, caller: Caller, today: string): ActionView[] {
  const chart = chartOf(runtime);
  // A case of an earlier revision is brought up by its next step; what it offers is what that step will meet.
  const moved = migrateInstance(chart, { ...storedIn(row), revision: row.machineRevision });
  if (!moved.ok) return [];
  return actionsFor(chart, moved.stored, capacities(asParty(runtime, caller), row.unitPath), today)
    .filter(({ event }) => chart.policy[event]?.roles.some((role) => role !== 'system'))
    .map(({ actor, refusal, ...action }) => ({
      ...action,
      aside: chart.policy[action.event]?.aside === true,
      sendsBack: chart.policy[action.event]?.sendsBack === true,
      ...(refusal && { refusal: { ...refusal, sentence: sentenceOf(refusal) } }),
      ...(actor?.onBehalfOf !== undefined && { onBehalfOf: actor.onBehalfOf }),
    }));
}

/** The same with the shape of what each step asks for, as JSON Schema. */
export function withSchemas(runtime: WorkflowRuntime, actions: readonly ActionView[]): ActionWithSchema[] {
  return actions.map((action) => ({ ...action, payload: schemaOf(runtime, action.event) }));
}

const schemas = new WeakMap<object, Record<string, unknown>>();

function schemaOf({ payloads }: WorkflowRuntime, event: string): Record<string, unknown> {
  const schema = payloads[event];
  if (schema === undefined) return {};
  const known = schemas.get(schema);
  if (known !== undefined) return known;
  const made = { ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
  schemas.set(schema, made);
  return made;
}
