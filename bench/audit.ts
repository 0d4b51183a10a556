import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { sealRecords, verifyChain } from '../src/audit/index.js';
import { dataSourceOptions, Db } from '../src/platform/index.js';
import type { Stage } from './stage.js';
import { printTable } from './table.js';

const MONTHS = 36;
const PER_TRANSACTION = 10_000;

/** The audit at volume: sealed as after a long absence of the sealer, then verified whole. */
export async function benchAudit(stage: Stage, rows: number): Promise<void> {
  const database = await stage.createDatabase('audit');
  const owner = new Client({ connectionString: database.url('superuser') });
  await owner.connect();
  const made = await timed(() => fill(owner, rows));
  const dataSource = await new DataSource(dataSourceOptions({ url: database.url('app'), poolSize: 2 })).initialize();
  const db = new Db(dataSource);
  const sealed = await timed(() => sealRecords(db));
  await owner.query('VACUUM ANALYZE audit_record');
  await owner.query('VACUUM ANALYZE audit_seal');
  const again = await timed(() => sealRecords(db));
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const verified = await timed(() => verifyChain(db, []));
  clearInterval(watch);
  if (verified.value.faults !== 0 || verified.value.records !== rows) throw new Error(JSON.stringify(verified.value));
  const size = await owner.query<{ records: string; seals: string }>(
    `SELECT pg_size_pretty(sum(pg_total_relation_size(inhrelid))) AS records,
            pg_size_pretty(pg_total_relation_size('audit_seal')) AS seals FROM pg_inherits WHERE inhparent = 'audit_record'::regclass`,
  );
  printTable(
    `The audit at ${rows} records in ${MONTHS} months`,
    ['work', 'seconds', 'records a second'],
    [
      ['written set-based', ...rate(made.seconds, rows)],
      ['sealed, all at once', ...rate(sealed.seconds, rows)],
      ['looked for what is unsealed, nothing there', again.seconds.toFixed(3), ''],
      ['verified', ...rate(verified.seconds, rows)],
    ],
  );
  console.log(
    `memory grew by ${Math.round((peak - before) / 2 ** 20)} MiB during verification; records ${size.rows[0]?.records}, seals ${size.rows[0]?.seals}`,
  );
  await dataSource.destroy();
  await owner.end();
}

const rate = (seconds: number, rows: number): string[] => [seconds.toFixed(1), (rows / seconds).toFixed(0)];

async function fill(owner: Client, rows: number): Promise<void> {
  const month = `(date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => $1::int))`;
  await owner.query(
    `SELECT audit_add_month((date_trunc('month', now()) - make_interval(months => n))::date) FROM generate_series(1, ${MONTHS - 1}) n`,
  );
  for (let from = 0; from < rows; from += PER_TRANSACTION) {
    const ago = MONTHS - 1 - Math.floor((from / rows) * MONTHS);
    await owner.query(
      `INSERT INTO audit_record (at, actor_id, role, unit_path, address, terminal, event, object_type, object_id, action,
         result, before_digest, after_digest, request_id)
       SELECT (${month} AT TIME ZONE 'UTC') + make_interval(secs => n * 2), n % 500, 'reviewer', '3.' || n % 400,
         ('10.1.2.' || n % 250)::inet, substr(md5(n::text), 1, 16), 'change', 'proposal', (n / 12)::text, 'ACCEPT_FOR_REVIEW', 'done',
         sha256(n::text::bytea), sha256((n + 1)::text::bytea), gen_random_uuid()::text
       FROM generate_series($2::int, $3::int) n`,
      [ago, from % 1_000_000, (from % 1_000_000) + Math.min(PER_TRANSACTION, rows - from) - 1],
    );
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const start = process.hrtime.bigint();
  const value = await work();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return { seconds, value };
}
