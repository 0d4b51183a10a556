import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeScratchFolder, SourceProcess } from '../support/index.js';

const PASSWORD = 'Walk-through-2026';

describe('the walk-through of the README', () => {
  let folder: Awaited<ReturnType<typeof makeScratchFolder>>;
  let server: SourceProcess;
  let address: string;

  beforeAll(async () => {
    folder = await makeScratchFolder();
    server = new SourceProcess('src/main.ts', {
      PORT: '0',
      DATA_DIR: folder.path,
      SAMPLE_TODAY: '2026-11-23',
      SAMPLE_PASSWORD: PASSWORD,
    });
    const started = await server.printed(/青配已启动：(http:\/\/\S+)[^]*Ctrl-C/);
    address = started[1]!;
  }, 180_000);

  afterAll(async () => {
    await server.kill('SIGTERM');
    await folder.remove();
  });

  it('leads from sign-in to a registered filing and an appointment in the directory', async () => {
    const { stdout } = await promisify(execFile)('bash', ['docs/walkthrough.sh'], {
      env: { ...process.env, BASE: address, SAMPLE_PASSWORD: PASSWORD },
    });
    expect(stdout).toMatch(/^block\n应配1名、现配0名、差1名/m);
    expect(stdout).toMatch(/chief\s+ACCEPT\s+→ accepted/);
    expect(stdout).toMatch(/clerk\s+APPOINT\s+→ appointed\nC\n/);

    const codes = /office (\S+), team (\S+), post (\S+), older (\S+),/.exec(stdout)!.slice(1);
    const readme = await readFile('README.md', 'utf8');
    expect(codes.filter((code) => !readme.includes(code))).toEqual([]);
  }, 120_000);
});
