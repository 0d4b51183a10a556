import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requireReachable } from './server-account.js';

const STRANGER = { uid: 65_000, gid: 65_000 };

describe('the account that PostgreSQL runs under', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qingpei-account-'));
    mkdirSync(join(folder, 'data'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is told by name which folder is closed to it', async () => {
    chmodSync(folder, 0o700);
    await expect(requireReachable(join(folder, 'data', 'postgres'), STRANGER)).rejects.toMatchObject({
      code: 'FOLDER_NOT_REACHABLE',
      message: expect.stringContaining(`chmod o+x ${folder}`),
    });
  });

  it('passes through folders it may enter without reading them', async () => {
    chmodSync(folder, 0o711);
    chmodSync(join(folder, 'data'), 0o711);
    await expect(requireReachable(join(folder, 'data', 'postgres'), STRANGER)).resolves.toBeUndefined();
  });

  it('is not looked at when the server runs as ourselves', async () => {
    chmodSync(folder, 0o700);
    await expect(requireReachable(join(folder, 'data', 'postgres'), undefined)).resolves.toBeUndefined();
  });
});
