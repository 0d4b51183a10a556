import type { Db, Tx } from '../db/index.js';

type Executor = Pick<Db | Tx, 'query'>;

/** The id of the key under which this database's fields are stored; null before the first start with one. */
export async function currentKeyId(db: Executor): Promise<Buffer | null> {
  const { rows } = await db.query<{ id: Buffer }>(
    'data-key-current',
    'SELECT key_id AS id FROM data_key WHERE retired_at IS NULL',
  );
  return rows[0]?.id ?? null;
}

/** Notes the key under which fields are stored from now on, unless one is noted. */
export async function noteFirstKey(db: Executor, id: Buffer): Promise<void> {
  await db.query(
    'data-key-first',
    `INSERT INTO data_key (key_id) SELECT $1 WHERE NOT EXISTS (SELECT FROM data_key) ON CONFLICT DO NOTHING`,
    [id],
  );
}

/** Puts a new key in the place of the current one. A key that was current before may come back. */
export async function replaceKey(tx: Executor, id: Buffer): Promise<void> {
  await tx.query('data-key-retire', 'UPDATE data_key SET retired_at = now() WHERE retired_at IS NULL');
  await tx.query(
    'data-key-replace',
    `INSERT INTO data_key (key_id) VALUES ($1)
     ON CONFLICT (key_id) DO UPDATE SET since = now(), retired_at = NULL`,
    [id],
  );
}
