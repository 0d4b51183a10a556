import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../test/support/free-port.js';
import { makeScratchFolder, SourceProcess } from '../test/support/index.js';

const START_MS = 120_000;

describe('starting and stopping the product', () => {
  let folder: Awaited<ReturnType<typeof makeScratchFolder>>;
  let port: number;

  beforeAll(async () => {
    folder = await makeScratchFolder();
    port = await freePort();
  });

  afterAll(() => folder.remove());

  const start = (environment: Record<string, string> = {}): SourceProcess =>
    new SourceProcess('src/main.ts', {
      PORT: String(port),
      DATA_DIR: folder.path,
      SAMPLE_CITY: 'off',
      SAMPLE_PASSWORD: 'Sample-pass-2026',
      ...environment,
    });
  const ready = async (): Promise<number> => (await fetch(`http://127.0.0.1:${port}/health/ready`)).status;
  const up = (server: SourceProcess): Promise<unknown> =>
    server.printed(/青配已启动：http:\/\/127\.0\.0\.1:\d+[^]*Ctrl-C/);

  async function databaseIsRunning(): Promise<boolean> {
    const file = await readFile(join(folder.path, 'postgres', 'postmaster.pid'), 'utf8').catch(() => undefined);
    return file !== undefined;
  }

  it(
    'shows its steps, answers, and says what is taken to whoever comes second; Ctrl-C leaves nothing behind',
    async () => {
      const server = start();
      await up(server);
      expect(server.output).toMatch(/正在建立数据库[^]*数据库升级 1\//);
      expect(await ready()).toBe(200);

      const samePort = start();
      expect(await samePort.ended()).toBe(1);
      expect(samePort.output).toMatch(new RegExp(`PORT_TAKEN.*${port}`));
      const sameFolder = start({ PORT: String(await freePort()) });
      expect(await sameFolder.ended()).toBe(1);
      expect(sameFolder.output).toMatch(/DATA_FOLDER_TAKEN.*PID \d+/);

      expect(await server.kill('SIGINT')).toBe(0);
      expect(await databaseIsRunning()).toBe(false);
    },
    START_MS,
  );

  it(
    'recovers after kill -9, and neither creates nor upgrades anything again',
    async () => {
      const killed = start();
      await up(killed);
      await killed.kill('SIGKILL');
      expect(await databaseIsRunning()).toBe(true);

      const next = start();
      await up(next);
      expect(await ready()).toBe(200);
      expect(next.output).not.toMatch(/正在建立数据库|数据库升级/);
      expect(await next.kill('SIGTERM')).toBe(0);
      expect(await databaseIsRunning()).toBe(false);
    },
    START_MS,
  );

  it(
    'stops in order when Ctrl-C comes in the middle of the start',
    async () => {
      const server = start();
      await server.printed(/启动内置数据库/);
      expect(await server.kill('SIGINT')).toBe(0);
      expect(server.output).not.toContain('青配已启动');
      expect(await databaseIsRunning()).toBe(false);
    },
    START_MS,
  );

  it('does not start on faulty settings', async () => {
    const server = start({ PORT: 'x', SAMPLE_TODAY: '2026-13-01' });
    expect(await server.ended()).toBe(1);
    expect(server.output).toMatch(/SETTINGS_INVALID[^]*PORT[^]*SAMPLE_TODAY/);
  });
});
