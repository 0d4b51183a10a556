import type { JsonObject } from '../../../machines/kernel/index.js';
import { RefusalError, ValidationError } from '../../platform/index.js';
import type { Command, WorkflowRuntime } from '../types.js';

/**
 * Checks the shape of what a command brings along. Whether it may happen is the machine's business.
 *
 * @param runtime the workflow
 * @param command as received
 * @returns the payload as its schema hands it on
 * @refuses EVENT_UNKNOWN (thrown) - the workflow has no event of that name
 */
export function parsePayload(runtime: WorkflowRuntime, command: Command): JsonObject {
  const schema = Object.hasOwn(runtime.payloads, command.type) ? runtime.payloads[command.type] : undefined;
  if (schema === undefined) throw new RefusalError({ code: 'EVENT_UNKNOWN', params: { event: command.type } });
  const parsed = schema.safeParse(command.payload);
  if (parsed.success) return parsed.data;
  throw new ValidationError(
    parsed.error.issues.map((issue) => ({ path: ['payload', ...issue.path].join('.'), message: issue.message })),
  );
}
