import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildCadre } from '../../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { Db } from '../db/index.js';
import { FieldCipher, type ProtectedColumn, rotateDataKey } from './index.js';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);
const COLUMN: ProtectedColumn = { table: 'cadre', key: 'id', cipher: 'id_number_cipher', hash: 'id_number_hash' };
const NUMBERS = ['150402198609300016', '150402198609300024', '110101199003074514'];

describe('moving to a new data key', () => {
  let database: TestDatabase;
  const before = new FieldCipher(OLD);
  const both = new FieldCipher(NEW, [OLD]);
  const after = new FieldCipher(NEW);

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    await database.db.queryDynamic('DELETE FROM cadre');
    for (const number of NUMBERS) {
      const { id } = await buildCadre(database.db);
      const { cipher, hash } = before.protect(number);
      await database.db.queryDynamic('UPDATE cadre SET id_number_cipher = $2, id_number_hash = $3 WHERE id = $1', [
        id,
        cipher,
        hash,
      ]);
    }
    await buildCadre(database.db);
  });

  const stored = async (): Promise<{ cipher: Buffer; hash: Buffer }[]> =>
    (
      await database.db.queryDynamic<{ cipher: Buffer; hash: Buffer }>(
        'SELECT id_number_cipher AS cipher, id_number_hash AS hash FROM cadre WHERE id_number_cipher IS NOT NULL ORDER BY id',
      )
    ).rows;

  it('makes every field readable under the new key alone, with its hash, and does nothing the second time', async () => {
    expect(await rotateDataKey(database.db, both, [COLUMN])).toBe(NUMBERS.length);
    const rows = await stored();
    expect(rows.map(({ cipher }) => after.reveal(cipher))).toEqual(NUMBERS);
    expect(rows.map(({ hash }) => hash)).toEqual(NUMBERS.map((number) => after.hash(number)));
    expect(await rotateDataKey(database.db, both, [COLUMN])).toBe(0);
    expect(await stored()).toEqual(rows);
  });

  it('reaches every row by itself, although whoever starts it may see none', async () => {
    expect(await rotateDataKey(new Db(database.dataSource), both, [COLUMN])).toBe(NUMBERS.length);
  });

  it('moves nothing when one field cannot be read', async () => {
    await database.db.queryDynamic(
      `UPDATE cadre SET id_number_cipher = set_byte(id_number_cipher, 30, 1 # get_byte(id_number_cipher, 30))
       WHERE id = (SELECT max(id) FROM cadre WHERE id_number_cipher IS NOT NULL)`,
    );
    const rows = await stored();
    await expect(rotateDataKey(database.db, both, [COLUMN])).rejects.toThrow('cannot be read');
    expect(await stored()).toEqual(rows);
  });

  it('needs the old key', async () => {
    await expect(rotateDataKey(database.db, after, [COLUMN])).rejects.toThrow('cannot be read');
  });
});
