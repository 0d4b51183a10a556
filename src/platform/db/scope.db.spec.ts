import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { buildUnit } from '../../../test/support/factories.js';
import { asSystem, asWorker, dataSourceOptions, Db, type Statement, type Tx, withScope } from './index.js';

describe('the reach of statements on one connection', () => {
  let database: TestDatabase;
  let source: DataSource;
  let worker: DataSource;
  let db: Db;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 1 });
    for (const code of ['EAST', 'WEST']) paths[code] = (await buildUnit(database.db, { code })).path;
    // One connection: whoever comes next has the one that somebody else has just given back.
    source = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 1 })).initialize();
    worker = await new DataSource(dataSourceOptions({ url: database.workerUrl, poolSize: 1 })).initialize();
    db = new Db(source, { worker });
  });

  afterAll(async () => {
    await worker.destroy();
    await source.destroy();
    await database.drop();
  });

  const codes = async (on: Pick<Tx, 'query'> = db): Promise<string[]> =>
    (await on.query<{ code: string }>('test-codes', 'SELECT code FROM unit ORDER BY code')).rows.map(
      ({ code }) => code,
    );
  const within = <T>(code: string, work: () => Promise<T>): Promise<T> => withScope([paths[code]!], work);
  const told = async (): Promise<unknown> =>
    (await source.query(`SELECT coalesce(current_setting('qingpei.scope', true), '') AS scope`))[0].scope;

  it('is nothing when nobody says anything, in and out of a transaction', async () => {
    expect(await codes()).toEqual([]);
    expect(await db.transaction(codes)).toEqual([]);
  });

  it('never outlives its statement or transaction: the next user of the connection starts with none', async () => {
    expect(await within('EAST', codes)).toEqual(['EAST']);
    expect(await told()).toBe('');
    expect(await within('WEST', () => db.transaction(codes))).toEqual(['WEST']);
    expect(await told()).toBe('');
    expect(await asSystem('test', codes)).toEqual(['EAST', 'WEST']);
    expect(await codes()).toEqual([]);
  });

  it('does not survive a failure either', async () => {
    await expect(within('EAST', () => db.queryDynamic('SELECT 1/0'))).rejects.toThrow(/division by zero/);
    expect(await told()).toBe('');
    await expect(within('EAST', () => db.transaction((tx) => tx.queryDynamic('SELECT 1/0')))).rejects.toThrow(/zero/);
    expect(await told()).toBe('');
    expect(await codes()).toEqual([]);
  });

  it('keeps a hundred callers apart who share the connection', async () => {
    const asked = Array.from({ length: 100 }, (_, index) => (index % 3 === 0 ? 'EAST' : 'WEST'));
    const seen = await Promise.all(asked.map((code) => within(code, index(code))));
    expect(seen).toEqual(asked.map((code) => [code]));
    function index(code: string): () => Promise<string[]> {
      return code === 'EAST' ? codes : () => db.transaction(codes);
    }
  });

  it('follows who sends the statement, within one transaction', async () => {
    const names: Statement[] = [];
    const stop = db.onStatement((statement) => names.push(statement));
    const seen = await within('EAST', () =>
      db.transaction(async (tx) => [
        await codes(tx),
        await asSystem('test', () => codes(tx)),
        await asSystem('test', () => codes(tx)),
        await codes(tx),
      ]),
    );
    stop();
    expect(seen).toEqual([['EAST'], ['EAST', 'WEST'], ['EAST', 'WEST'], ['EAST']]);
    expect(names.map(({ name }) => name).filter((name) => name === 'scope')).toHaveLength(2);
  });

  it('stores what a single statement wrote, and lets it write nowhere else', async () => {
    const add = (code: string, unit: string): Promise<unknown> =>
      db.queryDynamic(
        `INSERT INTO team (code, unit_id, name, level, approved_principals, approved_deputies)
         SELECT $1, id, $1, 'township-section', 1, 1 FROM unit WHERE code = $2`,
        [code, unit],
      );
    await within('EAST', () => add('T1', 'EAST'));
    await within('EAST', () => add('T2', 'WEST'));
    const move = `UPDATE team SET unit_id = $1 WHERE code = 'T1'`;
    await expect(within('EAST', () => db.queryDynamic(move, [Number(paths['WEST'])]))).rejects.toThrow(
      /null value in column "unit_path"|row-level security/,
    );
    const { rows } = await database.db.queryDynamic('SELECT code, unit_path::text AS path FROM team');
    expect(rows).toEqual([{ code: 'T1', path: paths['EAST'] }]);
  });

  it('gives jobs connections of their own role, which reaches every unit', async () => {
    const role = async (): Promise<unknown> => (await db.queryDynamic('SELECT current_user AS role')).rows[0];
    expect(await role()).toEqual({ role: 'qingpei_app' });
    expect(await asWorker('test', role)).toEqual({ role: 'qingpei_worker' });
    expect(await asWorker('test', codes)).toEqual(['EAST', 'WEST']);
    expect(await worker.query('SELECT count(*)::int AS units FROM unit')).toEqual([{ units: 2 }]);
  });
});
