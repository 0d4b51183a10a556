import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { makeScratchFolder, SourceProcess } from '../../../test/support/index.js';
import { StartupError } from '../startup/index.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './index.js';

describe('the embedded PostgreSQL', () => {
  let folder: Awaited<ReturnType<typeof makeScratchFolder>>;
  let running: EmbeddedPostgres[];

  beforeEach(async () => {
    folder = await makeScratchFolder();
    running = [];
  });

  afterEach(async () => {
    for (const postgres of running) await postgres.stop();
    await folder.remove();
  });

  async function start(options: { share?: boolean; log?: (line: string) => void } = {}): Promise<EmbeddedPostgres> {
    const postgres = await startEmbeddedPostgres({
      dataDir: folder.path,
      log: () => undefined,
      settings: { fsync: 'off' },
      ...options,
    });
    running.push(postgres);
    return postgres;
  }

  async function ask<T>(url: string, sql: string): Promise<T[]> {
    const client = new Client({ connectionString: url });
    // The server may be killed under the connection.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql)).rows as T[];
    } finally {
      await client.end();
    }
  }

  it('keeps its data over a stop, and says only the first time that it creates a database', async () => {
    const said: string[] = [];
    const first = await start({ log: (line) => said.push(line) });
    await ask(first.url('owner'), `CREATE TABLE kept AS SELECT '青配' AS word`);
    await first.stop();
    const second = await start({ log: (line) => said.push(line) });
    expect(await ask(second.url('owner'), 'SELECT word FROM kept')).toEqual([{ word: '青配' }]);
    expect(said).toHaveLength(1);
  });

  it('gives requests and jobs roles that are neither superuser nor owner, and keeps its passwords from other accounts', async () => {
    const postgres = await start();
    const roles = await ask(
      postgres.url('app'),
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname LIKE 'qingpei%' ORDER BY 1`,
    );
    const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
    expect(roles).toEqual([
      { rolname: 'qingpei_app', ...powerless },
      { rolname: 'qingpei_owner', ...powerless },
      { rolname: 'qingpei_worker', ...powerless },
    ]);
    await expect(ask(postgres.url('app'), 'CREATE TABLE mine ()')).rejects.toThrow(/permission denied/);
    expect((await stat(join(folder.path, 'keys', 'postgres.json'))).mode & 0o777).toBe(0o600);
  });

  it('listens on the loopback address alone, without a socket file', async () => {
    const postgres = await start();
    const settings = await ask(
      postgres.url('superuser', 'postgres'),
      `SELECT current_setting('listen_addresses') AS address, current_setting('unix_socket_directories') AS sockets`,
    );
    expect(settings).toEqual([{ address: '127.0.0.1', sockets: '' }]);
  });

  it('names the process that has the folder, and lets a command share it', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({
      code: 'DATA_FOLDER_TAKEN',
      message: expect.stringContaining(`PID ${process.pid}`),
    });
    const guest = await start({ share: true });
    await guest.stop();
    expect(await ask(first.url('app'), 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('recovers committed data after the server was killed', async () => {
    const first = await start();
    await ask(first.url('owner'), 'CREATE TABLE kept AS SELECT 1 AS number');
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.url('owner'), 'SELECT number FROM kept')).toEqual([{ number: 1 }]);
  });

  it('takes over the server that outlived its killed process', async () => {
    const holder = new SourceProcess('test/support/hold-embedded-postgres.ts', {}, [folder.path]);
    const [, pid] = await holder.printed(/holding (\d+)/);
    await expect(start()).rejects.toBeInstanceOf(StartupError);
    await holder.kill('SIGKILL');
    expect((await start()).pid).toBe(Number(pid));
  });

  it('waits for a server that is stopping', async () => {
    const first = await start();
    const [, second] = await Promise.all([first.stop(), start()]);
    expect(await ask(second.url('app'), 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('starts although the number of a dead server now belongs to another process', async () => {
    const first = await start();
    await first.stop();
    const stale = `${process.pid}\n${join(folder.path, 'postgres')}\n0\n1\n\n127.0.0.1\n0 0\nready   \n`;
    await writeFile(join(folder.path, 'postgres', 'postmaster.pid'), stale);
    expect(await ask((await start()).url('app'), 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('refuses a folder of another major version', async () => {
    await (await start()).stop();
    await writeFile(join(folder.path, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({ code: 'DATABASE_VERSION_DIFFERS' });
  });

  it('logs neither statements nor values of what failed', async () => {
    const postgres = await start();
    await expect(ask(postgres.url('app'), `SELECT '王小明'::date`)).rejects.toThrow(/date/);
    await ask(
      postgres.url('owner'),
      `CREATE TABLE unique_name (name text UNIQUE); INSERT INTO unique_name VALUES ('李小红')`,
    );
    await expect(ask(postgres.url('owner'), `INSERT INTO unique_name VALUES ('李小红')`)).rejects.toThrow(
      /unique_name/,
    );
    await postgres.stop();
    const log = await readFile(join(folder.path, 'logs', 'postgres.log'), 'utf8');
    expect(log).toContain('database system is ready');
    expect(log).not.toMatch(/王小明|李小红|INSERT/);
  });
});
