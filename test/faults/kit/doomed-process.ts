import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { dataSourceOptions, Db } from '../../../src/platform/index.js';
import { WHOLE_TREE } from '../../../src/platform/db/index.js';
import { chief } from './toy-database.js';
import { toyEngine } from './toy-engine.js';

/** What a process is to do, and at which of its statements it dies. */
export interface Doom {
  url: string;
  work: { kind: 'approve'; caseId: number; commandId: string } | { kind: 'relay' };
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

async function live(): Promise<void> {
  const doom = JSON.parse(process.env['DOOM']!) as Doom;
  const options = dataSourceOptions({ url: doom.url, poolSize: 2 });
  const dataSource = await new DataSource({ ...options, applicationName: DOOMED } as typeof options).initialize();
  const db = new Db(dataSource, { scopeOutside: WHOLE_TREE });
  const { engine, relay, settings } = await toyEngine(db);
  // As in a process that has been at work: settings are known, no statement of the step reads them.
  await settings.current(db);
  const statements: string[] = [];
  db.onStatement(({ name }) => {
    statements.push(name);
    if (statements.length !== doom.dieAt) return;
    if (doom.moment === 'before') die();
    else setImmediate(die);
  });
  if (doom.work.kind === 'relay') await relay.drain();
  else {
    const { caseId, commandId } = doom.work;
    const command = { type: 'APPROVE', payload: {}, commandId };
    await engine.commit({ workflow: 'toy_request', caseId, caller: chief, command });
  }
  // With the last statement answered, but nobody told.
  if (doom.dieAt !== null) die();
  await dataSource.destroy();
  process.stdout.write(JSON.stringify(statements));
}

await live();
