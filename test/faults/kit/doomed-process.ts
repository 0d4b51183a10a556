import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { dataSourceOptions, Db } from '../../../src/platform/index.js';
import { WHOLE_TREE } from '../../../src/platform/db/index.js';
import { author, proposalEngine } from './proposal-engine.js';
import { chief } from './toy-database.js';
import { toyEngine } from './toy-engine.js';

/** The approval of a toy request, or the submission of a proposal. */
export interface DoomedCommand {
  kind: 'approve' | 'submit';
  caseId: number;
  commandId: string;
}

/** What a process is to do, and at which of its statements it dies. */
export interface Doom {
  url: string;
  work: DoomedCommand | { kind: 'relay' };
  /** 1 is the first statement; one more than there are is death after the last; null lives. */
  dieAt: number | null;
  /** Before the statement is sent, or once it has been sent and its answer is awaited. */
  moment: 'before' | 'sent';
}

/** How the database knows connections of such a process. */
export const DOOMED = 'doomed';

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** As in a process that has been at work: settings are known, no statement of the step reads them. */
async function prepare(db: Db, work: Doom['work']): Promise<() => Promise<unknown>> {
  const { engine, relay, settings } = work.kind === 'submit' ? await proposalEngine(db) : await toyEngine(db);
  await settings.current(db);
  if (work.kind === 'relay') return () => relay.drain();
  const { caseId, commandId } = work;
  const [workflow, type, caller] =
    work.kind === 'submit' ? (['proposal', 'SUBMIT', author] as const) : (['toy_request', 'APPROVE', chief] as const);
  return () => engine.commit({ workflow, caseId, caller, command: { type, payload: {}, commandId } });
}

async function live(): Promise<void> {
  const doom = JSON.parse(process.env['DOOM']!) as Doom;
  const options = dataSourceOptions({ url: doom.url, poolSize: 2 });
  const dataSource = await new DataSource({ ...options, applicationName: DOOMED } as typeof options).initialize();
  const db = new Db(dataSource, { scopeOutside: WHOLE_TREE });
  const work = await prepare(db, doom.work);
  const statements: string[] = [];
  db.onStatement(({ name }) => {
    statements.push(name);
    if (statements.length !== doom.dieAt) return;
    if (doom.moment === 'before') die();
    else setImmediate(die);
  });
  await work();
  // With the last statement answered, but nobody told.
  if (doom.dieAt !== null) die();
  await dataSource.destroy();
  process.stdout.write(JSON.stringify(statements));
}

await live();
