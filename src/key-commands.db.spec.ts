import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildCadre } from '../test/support/factories.js';
import { createTestDatabase, makeScratchFolder, type TestDatabase } from '../test/support/index.js';
import { createApp } from './create-app.js';
import { keyCommand, PROTECTED_COLUMNS } from './key-commands.js';
import { FieldCipher } from './platform/crypto/index.js';
import { readConfig } from './platform/index.js';

const ID_NUMBER = '150402198609300016';

describe('qingpei key rotate', () => {
  let database: TestDatabase;
  let folder: Awaited<ReturnType<typeof makeScratchFolder>>;
  let keys: string;
  const environment = { ...process.env };
  const said: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 4 });
    folder = await makeScratchFolder();
    keys = join(folder.path, 'keys');
    Object.assign(process.env, {
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.url,
      DATABASE_WORKER_URL: database.workerUrl,
      DATA_DIR: folder.path,
      SAMPLE_CITY: 'off',
    });
  });
  afterAll(async () => {
    process.env = environment;
    await database.drop();
    await folder.remove();
  });

  const rotate = async (): Promise<number> => {
    said.length = 0;
    return keyCommand(['rotate'], (line) => said.push(line));
  };

  /** The product as it starts on this folder and database. */
  async function withProduct<T>(work: (cipher: FieldCipher) => Promise<T> | T): Promise<T> {
    const settings = { config: readConfig(process.env), databaseUrl: database.url, workerUrl: database.workerUrl };
    const app = await createApp(settings, false);
    try {
      await app.init();
      return await work(app.get(FieldCipher, { strict: false }));
    } finally {
      await app.close();
    }
  }

  const storedNumber = async (): Promise<Buffer> =>
    (await database.db.queryDynamic<{ cipher: Buffer }>('SELECT id_number_cipher AS cipher FROM cadre')).rows[0]!
      .cipher;

  it('moves everything to a new key while nothing else runs, and the product reads it from then on', async () => {
    await withProduct(async (cipher) => {
      const { id } = await buildCadre(database.db);
      const made = cipher.protect(ID_NUMBER);
      const values = [id, made.cipher, made.hash];
      await database.db.queryDynamic(
        'UPDATE cadre SET id_number_cipher = $2, id_number_hash = $3 WHERE id = $1',
        values,
      );
    });
    const before = await storedNumber();
    await database.db.queryDynamic(
      `INSERT INTO worker_heartbeat (worker, started_at, beat_at) VALUES ('w', now(), now())`,
    );
    expect(await rotate()).toBe(1);
    expect(said.join()).toContain('仍有1个服务进程在运行');
    expect(await storedNumber()).toEqual(before);
    await database.db.queryDynamic('DELETE FROM worker_heartbeat');

    expect(await rotate()).toBe(0);
    expect(said.join('\n')).toContain('干部身份证号：移到新密钥 1 条，原已是新密钥 0 条');
    expect(await storedNumber()).not.toEqual(before);
    await withProduct(async (cipher) => {
      expect(cipher.isCurrent(await storedNumber())).toBe(true);
      expect(cipher.reveal(await storedNumber())).toBe(ID_NUMBER);
      // A back-up from before is still readable.
      expect(cipher.reveal(before)).toBe(ID_NUMBER);
    });
  });

  it('broken off before the fields were moved, goes on with the same new key', async () => {
    const made = Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 53 + 7) % 256)).toString('base64');
    await writeFile(join(keys, 'data.key.next'), made);
    expect(await withProduct(async (cipher) => cipher.reveal(await storedNumber()))).toBe(ID_NUMBER);
    expect(await rotate()).toBe(0);
    expect(await readFile(join(keys, 'data.key'), 'utf8')).toBe(made);
    expect(existsSync(join(keys, 'data.key.next'))).toBe(false);
    expect(await withProduct(async (cipher) => cipher.reveal(await storedNumber()))).toBe(ID_NUMBER);
  });

  it('broken off before the key file was in place: nothing starts, and the next run finishes it', async () => {
    const replaced = (await readdir(join(keys, 'retired'))).length;
    const current = join(keys, 'data.key');
    await copyFile(current, join(folder.path, 'before.key'));
    expect(await rotate()).toBe(0);
    await rename(current, join(keys, 'data.key.next'));
    await rename(join(folder.path, 'before.key'), current);
    await expect(withProduct(() => undefined)).rejects.toMatchObject({ code: 'DATA_KEY_DIFFERS' });
    expect(await rotate()).toBe(0);
    expect(said.join()).toContain('此次只完成密钥文件的就位');
    expect(await withProduct(async (cipher) => cipher.reveal(await storedNumber()))).toBe(ID_NUMBER);
    expect((await readdir(join(keys, 'retired'))).length).toBe(replaced + 1);
  });

  it('with keys as variables, waits for the new one and says what to do with both', async () => {
    process.env['DATA_KEY'] = (await readFile(join(keys, 'data.key'), 'utf8')).trim();
    await expect(rotate()).rejects.toMatchObject({ code: 'DATA_KEY_NEXT_MISSING' });
    process.env['DATA_KEY_NEXT'] = process.env['DATA_KEY'];
    await expect(rotate()).rejects.toMatchObject({ code: 'DATA_KEY_NOT_NEW' });
    const next = Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 37 + 11) % 256)).toString('base64');
    process.env['DATA_KEY_NEXT'] = next;
    expect(await rotate()).toBe(0);
    expect(said.join()).toContain('请把 DATA_KEY 改为新密钥');
    await expect(withProduct(() => undefined)).rejects.toMatchObject({ code: 'DATA_KEY_DIFFERS' });
    process.env['DATA_KEY'] = next;
    delete process.env['DATA_KEY_NEXT'];
    expect(await withProduct(async (cipher) => cipher.reveal(await storedNumber()))).toBe(ID_NUMBER);
  });

  it('knows every column that holds what was protected', async () => {
    const { rows } = await database.db.queryDynamic<{ name: string }>(
      `SELECT DISTINCT event_object_table || '.' || event_object_column AS name
       FROM information_schema.triggered_update_columns WHERE trigger_name LIKE '%under_current_key' ORDER BY 1`,
    );
    const known = PROTECTED_COLUMNS.map(({ table, cipher }) => `${table}.${cipher}`);
    expect(rows.map(({ name }) => name)).toEqual(known.toSorted());
  });

  it('wants to be called by its whole name', async () => {
    expect(await keyCommand([], () => undefined)).toBe(2);
  });
});
