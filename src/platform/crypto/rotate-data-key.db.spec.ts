import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildCadre } from '../../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { Db } from '../db/index.js';
import { currentKeyId, noteFirstKey } from './data-key-rows.js';
import { FieldCipher, type MovedFields, type ProtectedColumn, rotateDataKey } from './index.js';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);
const COLUMN: ProtectedColumn = { table: 'cadre', key: 'id', cipher: 'id_number_cipher', hash: 'id_number_hash' };
const moved = (fields: number, current: number): MovedFields => ({
  table: 'cadre',
  column: 'id_number_cipher',
  moved: fields,
  current,
});
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
    await database.db.queryDynamic('DELETE FROM data_key');
    await noteFirstKey(database.db, before.keyId);
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
    expect(await rotateDataKey(database.db, both, [COLUMN])).toEqual([moved(NUMBERS.length, 0)]);
    const rows = await stored();
    expect(rows.map(({ cipher }) => after.reveal(cipher))).toEqual(NUMBERS);
    expect(rows.map(({ hash }) => hash)).toEqual(NUMBERS.map((number) => after.hash(number)));
    expect(await rotateDataKey(database.db, both, [COLUMN])).toEqual([moved(0, NUMBERS.length)]);
    expect(await stored()).toEqual(rows);
  });

  it('reaches every row by itself, although whoever starts it may see none', async () => {
    expect(await rotateDataKey(new Db(database.dataSource), both, [COLUMN])).toEqual([moved(NUMBERS.length, 0)]);
  });

  it('moves nothing when one field cannot be read', async () => {
    await database.db.queryDynamic(
      `UPDATE cadre SET id_number_cipher = set_byte(id_number_cipher, 30, 1 # get_byte(id_number_cipher, 30))
       WHERE id = (SELECT max(id) FROM cadre WHERE id_number_cipher IS NOT NULL)`,
    );
    const rows = await stored();
    await expect(rotateDataKey(database.db, both, [COLUMN])).rejects.toThrow('cannot be read');
    expect(await stored()).toEqual(rows);
    expect(await currentKeyId(database.db)).toEqual(before.keyId);
  });

  it('leaves a process that still holds the old key unable to store anything under it', async () => {
    await rotateDataKey(database.db, both, [COLUMN]);
    expect(await currentKeyId(database.db)).toEqual(after.keyId);
    const store = (cipher: FieldCipher): Promise<unknown> =>
      database.db.queryDynamic('UPDATE cadre SET id_number_cipher = $1 WHERE id = (SELECT max(id) FROM cadre)', [
        cipher.protect(NUMBERS[0]!).cipher,
      ]);
    await expect(store(before)).rejects.toThrow('not the current one');
    await store(both);
  });

  it('is on record', async () => {
    await rotateDataKey(database.db, both, [COLUMN]);
    const { rows } = await database.db.queryDynamic(
      `SELECT event, object_id AS key FROM audit_record WHERE event = 'data-key-rotation' ORDER BY id DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ event: 'data-key-rotation', key: after.keyId.toString('hex') }]);
  });

  it('needs the old key', async () => {
    await expect(rotateDataKey(database.db, after, [COLUMN])).rejects.toThrow('cannot be read');
  });
});
