import type { Db, Tx } from '../../platform/index.js';
import { BEGINNING, SEALED_TEXT, sealHash } from './sealed-text.js';
import { streamRows } from './stream-rows.js';

const LOCK_KEY = 7_146_020;

interface Head {
  seq: number;
  hash: string;
  /** Every record of an earlier transaction is sealed. */
  horizon: number;
}

interface Unsealed {
  id: number;
  at: Date;
  text: string;
  /** Number of the oldest transaction that was still under way. */
  oldest: number;
}

/**
 * Seals everything committed since the last time. Whoever comes while another process seals leaves it to that one. Acts
 * never wait for it: what commits late is found by its transaction's number, and sealed late.
 *
 * @returns how many records were sealed
 */
export function sealRecords(db: Db): Promise<number> {
  return db.transaction(async (tx) => {
    const lock = await tx.query<{ got: boolean }>('audit-seal-lock', 'SELECT pg_try_advisory_xact_lock($1) AS got', [
      LOCK_KEY,
    ]);
    if (lock.rows[0]?.got !== true) return 0;
    let head = await readHead(tx);
    let sealed = 0;
    for await (const batch of streamRows<Unsealed>(tx, UNSEALED, [head.horizon])) {
      head = await writeSeals(tx, head, batch);
      sealed += batch.length;
    }
    return sealed;
  });
}

// After a restore into another server its transactions are numbered anew: then nothing is known, and all is looked through.
async function readHead(tx: Tx): Promise<Head> {
  const { rows } = await tx.query<Head>(
    'audit-head',
    `SELECT seq, encode(hash, 'hex') AS hash,
            CASE WHEN horizon <= pg_snapshot_xmax(pg_current_snapshot())::text::bigint THEN horizon ELSE 0 END AS horizon
     FROM audit_seal ORDER BY seq DESC LIMIT 1`,
  );
  return rows[0] ?? { seq: 0, hash: BEGINNING, horizon: 0 };
}

const UNSEALED = `
  SELECT r.id, r.at, ${SEALED_TEXT} AS text, pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest
  FROM audit_record r
  WHERE r.tx >= $1 AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.record_id = r.id)
  ORDER BY r.tx, r.id`;

async function writeSeals(tx: Tx, head: Head, records: readonly Unsealed[]): Promise<Head> {
  const hashes = [head.hash];
  for (const [index, { text }] of records.entries()) {
    hashes.push(sealHash(hashes[index] ?? BEGINNING, head.seq + 1 + index, text));
  }
  const horizon = records[0]?.oldest ?? head.horizon;
  await tx.query(
    'audit-seal',
    `INSERT INTO audit_seal (seq, record_id, record_at, previous_hash, hash, horizon)
     SELECT $1 + place, id, at, decode(previous, 'hex'), decode(hash, 'hex'), $6
     FROM unnest($2::bigint[], $3::timestamptz[], $4::text[], $5::text[]) WITH ORDINALITY AS s (id, at, previous, hash, place)`,
    [head.seq, records.map(({ id }) => id), records.map(({ at }) => at), hashes.slice(0, -1), hashes.slice(1), horizon],
  );
  return { seq: head.seq + records.length, hash: hashes.at(-1) ?? head.hash, horizon };
}
