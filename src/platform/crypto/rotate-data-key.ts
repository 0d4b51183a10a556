import { recordAct } from '../audit/index.js';
import { asWorker, type Db, type Tx } from '../db/index.js';
import { replaceKey } from './data-key-rows.js';
import type { FieldCipher } from './field-cipher.js';

/** Where protected fields are stored. Names of the product's own tables: they go into the statement as they are. */
export interface ProtectedColumn {
  table: string;
  /** A unique whole number of each row. */
  key: string;
  cipher: string;
  /** The keyed hash beside it, where the field must be unique. */
  hash?: string;
  /** Rows held in memory at once; fewer where each is large. */
  batch?: number;
}

/** What a rotation did with one column. */
export interface MovedFields {
  table: string;
  column: string;
  /** Read under an earlier key and stored under the new one. */
  moved: number;
  /** Under the new key already. */
  current: number;
}

const BATCH = 1_000;

interface Row {
  key: number;
  cipher: Buffer;
}

/**
 * Moves every protected field to the cipher's current key, and notes that key as the database's: all of it or, when one
 * field cannot be read, nothing. Broken off at any moment it has done nothing; doing it again changes nothing. Nobody
 * writes to these tables meanwhile, since hashes under two keys would not find one another.
 *
 * @param cipher holds the new key as its current one and the old key as a retired one
 * @returns what became of each column, in the order given
 */
export function rotateDataKey(
  db: Db,
  cipher: FieldCipher,
  columns: readonly ProtectedColumn[],
): Promise<MovedFields[]> {
  const rotateAll = async (tx: Tx): Promise<MovedFields[]> => {
    for (const { table } of columns) await tx.queryDynamic(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
    await replaceKey(tx, cipher.keyId);
    const outcome: MovedFields[] = [];
    for (const column of columns) outcome.push(await rotateColumn(tx, cipher, column));
    await recordAct(tx, {
      event: 'data-key-rotation',
      objectType: 'data-key',
      objectId: cipher.keyId.toString('hex'),
      action: 'qingpei key rotate',
    });
    return outcome;
  };
  // Without the reach of a job it would see no row, move nothing and let the old key be thrown away.
  return asWorker('rotate-data-key', () => db.transaction(rotateAll));
}

async function rotateColumn(tx: Tx, cipher: FieldCipher, column: ProtectedColumn): Promise<MovedFields> {
  const { table, key, cipher: field } = column;
  const outcome = { table, column: field, moved: 0, current: 0 };
  for (let after = 0; ;) {
    const { rows } = await tx.queryDynamic<Row>(
      `SELECT ${key} AS key, ${field} AS cipher FROM ${table} WHERE ${field} IS NOT NULL AND ${key} > $1
       ORDER BY ${key} LIMIT ${column.batch ?? BATCH}`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) return outcome;
    const old = rows.filter((row) => !cipher.isCurrent(row.cipher));
    if (old.length > 0) await storeMoved(tx, cipher, column, old);
    outcome.moved += old.length;
    outcome.current += rows.length - old.length;
    after = last.key;
  }
}

async function storeMoved(tx: Tx, cipher: FieldCipher, column: ProtectedColumn, rows: readonly Row[]): Promise<void> {
  const { table, key, cipher: field, hash } = column;
  const fields = rows.map((row) => cipher.protect(cipher.reveal(row.cipher)));
  await tx.queryDynamic(
    `UPDATE ${table} SET ${field} = moved.cipher${hash === undefined ? '' : `, ${hash} = moved.hash`}
     FROM unnest($1::bigint[], $2::bytea[], $3::bytea[]) AS moved (key, cipher, hash) WHERE ${table}.${key} = moved.key`,
    [rows.map((row) => row.key), fields.map((made) => made.cipher), fields.map((made) => made.hash)],
  );
}
