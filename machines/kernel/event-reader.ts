import type { WorkflowEvent } from './types.js';

/** Reads the two parts of an event whose shapes only the workflow knows. */
export interface EventReader<Payloads, Facts> {
  /** A fact of an event. Its absence is a fault of the loader, never a reason to guess. */
  factOf: <F extends keyof Facts & string>(event: WorkflowEvent, name: F) => Facts[F];
  /** The payload of an event whose type is known from the chart. */
  payloadOf: <T extends keyof Payloads>(event: WorkflowEvent, type: T) => Payloads[T];
}

/**
 * Reads events in the words of one workflow. Shapes have been checked before an event reaches a machine, so this only names
 * them.
 *
 * @returns readers of facts and payloads, typed by the workflow's own tables
 */
export function eventReader<Payloads, Facts>(): EventReader<Payloads, Facts> {
  return {
    factOf: (event, name) => {
      const fact = event.facts[name];
      if (fact === undefined) throw new Error(`${event.type} came without the fact ${name}`);
      return fact as Facts[typeof name];
    },
    payloadOf: ({ payload }) => payload as never,
  };
}
