import { type Db, runsAsWorker } from '../src/platform/index.js';

/** The outbox is read after each commit by the relay, beside the request and not in it. */
const isOfRelay = (name: string): boolean => name.startsWith('outbox-');

const isOfJobs = (name: string): boolean => runsAsWorker() || name === 'clock-load';

export interface StatementsSent {
  /** Names of the statements of the request, in order; `begin` and `commit` among them. */
  request: string[];
  /** Of jobs that ran meanwhile, and of the clock that looks each second whether it was moved: no request waits for them. */
  background: string[];
  relay: string[];
}

/** Collects the statements that pass the product's door to the database while `work` runs. */
export async function statementsOf(db: Db, work: () => Promise<unknown>): Promise<StatementsSent> {
  const sent: StatementsSent = { request: [], background: [], relay: [] };
  const stop = db.onStatement(({ name }) => {
    if (isOfRelay(name)) sent.relay.push(name);
    else if (isOfJobs(name)) sent.background.push(name);
    else sent.request.push(name);
  });
  try {
    await work();
  } finally {
    stop();
  }
  return sent;
}
