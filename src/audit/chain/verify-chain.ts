import type { Db, Tx } from '../../platform/index.js';
import type { AnchorFile } from './anchors.js';
import { BEGINNING, SEALED_TEXT, sealHash } from './sealed-text.js';
import { streamRows } from './stream-rows.js';

/** What is wrong with the audit at one place. */
export interface ChainFault {
  kind:
    | 'record-changed'
    | 'record-missing'
    | 'seal-missing'
    | 'seal-changed'
    | 'record-unsealed'
    | 'anchor-broken'
    | 'anchor-contradicts';
  /** Place in the chain; null for what was never sealed and for an unreadable anchor. */
  seq: number | null;
  recordId: number | null;
  /** When the record was made, ISO 8601; for an anchor its file name. */
  at: string | null;
}

export interface ChainReport {
  /** Seals walked. */
  seals: number;
  /** Records found as they were sealed, or changed; those removed after their time do not count. */
  records: number;
  anchors: number;
  faults: number;
  /** The first of them, in the order of the chain. */
  first: ChainFault[];
}

const MOST_NAMED = 20;

/** A record is sealed within seconds; one that has waited for longer was kept from it. */
const UNSEALED_MINUTES = 10;

interface SealRow {
  seq: number;
  recordId: number;
  recordAt: Date;
  previous: string;
  hash: string;
  /** Null: the record is gone. */
  text: string | null;
  /** Its month was removed when its time was over. */
  removed: boolean;
}

const SEALS = `
  SELECT s.seq, s.record_id AS "recordId", s.record_at AS "recordAt", encode(s.previous_hash, 'hex') AS previous,
         encode(s.hash, 'hex') AS hash, CASE WHEN r.id IS NOT NULL THEN ${SEALED_TEXT} END AS text,
         r.id IS NULL AND EXISTS (SELECT FROM audit_removed_month m
           WHERE m.month = date_trunc('month', s.record_at AT TIME ZONE 'UTC')) AS removed
  FROM audit_seal s LEFT JOIN audit_record r ON r.at = s.record_at AND r.id = s.record_id
  ORDER BY s.seq`;

/**
 * Walks the whole chain: every record must be as it was sealed, every seal must follow the one before, nothing may be
 * missing or left unsealed, and every anchor kept outside the database must lie on the chain. Reads one moment of the
 * database, in batches.
 *
 * @param anchors what is kept in the anchor folder
 * @returns how much was walked, and what is wrong; the first fault in the chain comes first
 */
export function verifyChain(db: Db, anchors: readonly AnchorFile[]): Promise<ChainReport> {
  return db.transaction(async (tx) => {
    await tx.queryDynamic('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const walk = new ChainWalk(anchors);
    for await (const batch of streamRows<SealRow>(tx, SEALS)) for (const row of batch) walk.take(row);
    walk.end();
    await findUnsealed(tx, walk);
    return walk.report;
  });
}

class ChainWalk {
  readonly report: ChainReport = { seals: 0, records: 0, anchors: 0, faults: 0, first: [] };
  private readonly anchors = new Map<number, { name: string; hash: string }[]>();
  private seq = 0;
  private hash = BEGINNING;

  constructor(files: readonly AnchorFile[]) {
    this.report.anchors = files.length;
    for (const { name, anchor } of files) {
      if (anchor === null) this.fault('anchor-broken', null, null, name);
      else this.anchors.set(anchor.seq, [...(this.anchors.get(anchor.seq) ?? []), { name, hash: anchor.hash }]);
    }
  }

  take(row: SealRow): void {
    const at = row.recordAt.toISOString();
    this.report.seals += 1;
    if (row.seq !== this.seq + 1) this.fault('seal-missing', this.seq + 1, null, null);
    else if (row.previous !== this.hash) this.fault('seal-changed', row.seq, row.recordId, at);
    if (row.text !== null) this.report.records += 1;
    if (row.text === null && !row.removed) this.fault('record-missing', row.seq, row.recordId, at);
    if (row.text !== null && sealHash(row.previous, row.seq, row.text) !== row.hash) {
      this.fault('record-changed', row.seq, row.recordId, at);
    }
    for (const { name, hash } of this.anchors.get(row.seq) ?? []) {
      if (hash !== row.hash) this.fault('anchor-contradicts', row.seq, row.recordId, name);
    }
    this.anchors.delete(row.seq);
    this.seq = row.seq;
    this.hash = row.hash;
  }

  /** An anchor that was not met lies past the end, or in a gap: seals were taken away. */
  end(): void {
    for (const [seq, files] of this.anchors)
      for (const { name } of files) this.fault('anchor-contradicts', seq, null, name);
  }

  fault(kind: ChainFault['kind'], seq: number | null, recordId: number | null, at: string | null): void {
    this.report.faults += 1;
    if (this.report.first.length < MOST_NAMED) this.report.first.push({ kind, seq, recordId, at });
  }
}

// Only when the numbers differ is it worth looking for the rows.
async function findUnsealed(tx: Tx, walk: ChainWalk): Promise<void> {
  const { rows } = await tx.query<{ records: number }>('audit-count', 'SELECT count(*) AS records FROM audit_record');
  if (rows[0]?.records === walk.report.records) return;
  const unsealed = await tx.query<{ id: number; at: Date }>(
    'audit-left-unsealed',
    `SELECT r.id, r.at FROM audit_record r
     WHERE r.at < clock_timestamp() - make_interval(mins => $1)
       AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.record_id = r.id AND s.record_at = r.at)
     ORDER BY r.at, r.id LIMIT $2`,
    [UNSEALED_MINUTES, MOST_NAMED],
  );
  for (const { id, at } of unsealed.rows) walk.fault('record-unsealed', null, id, at.toISOString());
}
