import type { Db } from '../src/platform/index.js';

/** The outbox is read after each commit by the relay, beside the request and not in it. */
const isOfRelay = (name: string): boolean => name.startsWith('outbox-');

export interface StatementsSent {
  /** Names of the statements of the request, in order; `begin` and `commit` among them. */
  request: string[];
  relay: string[];
}

/** Collects the statements that pass the product's door to the database while `work` runs. */
export async function statementsOf(db: Db, work: () => Promise<unknown>): Promise<StatementsSent> {
  const names: string[] = [];
  const stop = db.onStatement(({ name }) => names.push(name));
  try {
    await work();
  } finally {
    stop();
  }
  return { request: names.filter((name) => !isOfRelay(name)), relay: names.filter(isOfRelay) };
}
