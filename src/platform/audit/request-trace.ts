import { AsyncLocalStorage } from 'node:async_hooks';
import type { Act, AuditEntry } from './act.js';

/** What is known of the request under way, wherever it has got to. */
export interface RequestTrace {
  requestId: string;
  address: string | null;
  terminal: string | null;
  /** The act as far as request and caller tell it. */
  base(): Partial<Act>;
  /** What the rooms on the way have told about it. */
  told: Partial<Act>;
  /** Rows that were committed together with a change of this request. */
  recorded: number;
}

const UNKNOWN: Act = {
  actorId: null,
  role: 'system',
  unitPath: null,
  onBehalfOf: null,
  event: 'change',
  objectType: 'product',
  objectId: null,
  action: 'unnamed',
  result: 'done',
  purpose: null,
  before: null,
  after: null,
};

const traces = new AsyncLocalStorage<RequestTrace>();

/** The request that the running code works for; undefined when the product works by itself. */
export function currentTrace(): RequestTrace | undefined {
  return traces.getStore();
}

/** Runs the work of one request. */
export function traced<T>(trace: RequestTrace, work: () => T): T {
  return traces.run(trace, work);
}

/** Runs what a request set off but what the product does by itself, such as carrying out the outbox. */
export function untraced<T>(work: () => T): T {
  return traces.exit(work);
}

/** Tells the audit more about what the request under way does; without a request there is nobody to tell. */
export function describeAct(more: Partial<Act>): void {
  const trace = currentTrace();
  if (trace !== undefined) Object.assign(trace.told, more);
}

/** The row to store: what request and caller tell, what was told on the way, and `more`, the later overriding the earlier. */
export function entryOf(more: Partial<Act> = {}): AuditEntry {
  const trace = currentTrace();
  return {
    ...UNKNOWN,
    ...trace?.base(),
    ...trace?.told,
    ...more,
    requestId: trace?.requestId ?? null,
    address: trace?.address ?? null,
    terminal: trace?.terminal ?? null,
  };
}
