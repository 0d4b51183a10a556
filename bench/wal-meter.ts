import { Client } from 'pg';

export interface WalWritten {
  /** Growth of the log, without images of whole pages. */
  bytes: number;
  /** Images of pages changed for the first time after a checkpoint: they come with the checkpoint, not with the request. */
  fullPageBytes: number;
  /** Commits of transactions that logged rows, and so waited for the disk. */
  commits: number;
  /** Commits that left their mark alone, as those of unlogged tables do: nobody waits for them. */
  emptyCommits: number;
}

const WRITTEN = `
  WITH record AS (SELECT * FROM pg_get_wal_records_info($1, $2)),
  committed AS (
    SELECT EXISTS (SELECT FROM record r WHERE r.xid = c.xid AND r.resource_manager <> 'Transaction') AS logged_rows
    FROM record c WHERE resource_manager = 'Transaction' AND record_type = 'COMMIT')
  SELECT ($2::pg_lsn - $1::pg_lsn - coalesce(sum(fpi_length), 0))::int AS bytes,
    coalesce(sum(fpi_length), 0)::int AS "fullPageBytes",
    (SELECT count(*)::int FROM committed WHERE logged_rows) AS commits,
    (SELECT count(*)::int FROM committed WHERE NOT logged_rows) AS "emptyCommits"
  FROM record`;

/** A record that touches several pages counts for the relation of its first. */
const BY_RELATION = `
  SELECT coalesce(c.relname, '(other)') AS relation, count(*)::int AS records,
    sum(w.record_length - coalesce(w.block_fpi_length, 0))::int AS bytes
  FROM pg_get_wal_block_info($1, $2) w
  LEFT JOIN pg_class c ON c.relfilenode = w.relfilenode
  WHERE w.block_id = 0
  GROUP BY 1 ORDER BY bytes DESC`;

export interface WalOfRelation {
  relation: string;
  records: number;
  bytes: number;
}

/** Reads what was written to the write-ahead log, record by record. */
export class WalMeter {
  private constructor(private readonly client: Client) {}

  /** @param url of a superuser */
  static async open(url: string): Promise<WalMeter> {
    const client = new Client({ connectionString: url });
    await client.connect();
    return new WalMeter(client);
  }

  /** Where the log stands now. */
  async position(): Promise<string> {
    const { rows } = await this.client.query<{ lsn: string }>('SELECT pg_current_wal_insert_lsn() AS lsn');
    return rows[0]?.lsn ?? '0/0';
  }

  /** Between two positions; a standing log has written nothing. */
  async between(from: string, to: string): Promise<WalWritten> {
    if (from === to) return { bytes: 0, fullPageBytes: 0, commits: 0, emptyCommits: 0 };
    const { rows } = await this.client.query<WalWritten>(WRITTEN, [from, to]);
    return rows[0]!;
  }

  /** Which tables and indexes it was written for. */
  async byRelation(from: string, to: string): Promise<WalOfRelation[]> {
    if (from === to) return [];
    return (await this.client.query<WalOfRelation>(BY_RELATION, [from, to])).rows;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
