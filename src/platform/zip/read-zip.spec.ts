import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renamedInZip, zipOf } from '../../../test/support/zip-parts.js';
import { readZip, UnsafeZip, type ZipLimits, type ZippedFile } from './index.js';

const LIMITS: ZipLimits = { entries: 5, entryBytes: 1_000, totalBytes: 2_500 };

describe('reading a zip made by others', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'zip-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function read(zip: Buffer): Promise<ZippedFile[]> {
    const path = join(folder, 'a.zip');
    await writeFile(path, zip);
    return readZip(path, LIMITS, (name) => !name.endsWith('.exe'));
  }
  const refusal = async (zip: Buffer): Promise<string> =>
    read(zip).then(
      () => 'read',
      (error: unknown) => (error instanceof UnsafeZip ? error.code : String(error)),
    );

  it('gives what is wanted, names the rest, and leaves out what is too large', async () => {
    const files = await read(await zipOf({ 'a/甲.txt': 'x', 'b.exe': 'y', 'c.txt': Buffer.alloc(1_001) }));
    expect(files).toEqual([
      { name: 'a/甲.txt', content: Buffer.from('x') },
      { name: 'b.exe', content: null },
      { name: 'c.txt', content: null },
    ]);
  });

  it.each([
    ['in all', { a: Buffer.alloc(900), b: Buffer.alloc(900), c: Buffer.alloc(900) }],
    ['by number of files', { a: '', b: '', c: '', d: '', e: '', f: '' }],
    ['by files that are each too large', { a: Buffer.alloc(9_999), b: Buffer.alloc(9_999), c: Buffer.alloc(9_999) }],
  ])('stops at a bomb while inflating: %s', async (_what, files: Record<string, Buffer | string>) => {
    expect(await refusal(await zipOf(files))).toBe('ZIP_INFLATES_TOO_MUCH');
  });

  it.each([['../a.txt'], ['/tmp.txt'], ['c:/a.txt'], ['..\\a.txt'], ['a/../b.c'], ['a\u0007bc.txt']])(
    'refuses the name %j',
    async (name) => {
      const plain = 'x'.repeat(Buffer.from(name).length);
      expect(await refusal(renamedInZip(await zipOf({ [plain]: 'x' }), plain, Buffer.from(name)))).toBe(
        'ZIP_UNSAFE_NAME',
      );
    },
  );

  it('refuses what is no zip, is cut short, or is encrypted', async () => {
    const zip = await zipOf({ 'a.txt': 'x'.repeat(500) });
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), zip.subarray(0, 60)])
      expect(await refusal(bytes)).toBe('ZIP_BROKEN');
    const locked = Buffer.from(zip);
    const central = locked.indexOf('PK\u0001\u0002');
    locked[central + 8]! |= 1;
    expect(await refusal(locked)).toBe('ZIP_ENCRYPTED');
  });
});
