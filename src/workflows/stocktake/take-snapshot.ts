import { ageLimitYears, type StaffingTask } from '../../../machines/rules/index.js';
import type { FrozenRow, RoundContext } from '../../../machines/stocktake/index.js';
import {
  judgeTeam,
  type LedgerRow,
  loadPolicyInForce,
  loadTasks,
  lookBackDay,
  streamTeamFacts,
  toLedgerRow,
} from '../../directory/index.js';
import { digestOf } from '../../platform/audit/index.js';
import type { Db, Tx } from '../../platform/index.js';

const BATCH = 500;

export interface TakenSnapshot {
  revision: number;
  hash: string;
}

/** A row on its way into the table. */
interface RowToStore {
  ordinal: number;
  unit_id: number;
  answering_id: number | null;
  level: string;
  severity: number;
  due: number;
  actual: number;
  shortfall: number;
  body: FrozenRow;
  hash: string;
}

/**
 * Freezes the whole city's ledger as it is on the round's reference day, read at one moment. A revision that was stored
 * before a crash is found and not taken again.
 *
 * @param db the database
 * @param round the round
 * @param context where the round stands; the snapshot becomes its next revision
 * @returns the revision and its hash
 */
export function takeSnapshot(db: Db, round: number, context: RoundContext): Promise<TakenSnapshot> {
  const revision = context.revision + 1;
  return db.transaction(async (tx) => {
    await tx.query('stocktake.one-moment', 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    const stored = await findSnapshot(tx, round, revision);
    if (stored !== null) return { revision, hash: stored.hash };
    const previous = await findSnapshot(tx, round, revision - 1);
    const { policyVersion } = await loadPolicyInForce(tx);
    const { rows } = await tx.query<{ id: number }>(
      'stocktake.snapshot-id',
      `SELECT nextval(pg_get_serial_sequence('ledger_snapshot', 'id'))::int AS id`,
    );
    const id = rows[0]!.id;
    const hashes = await storeRows(tx, id, round, context);
    const { quarter, referenceDay, reason } = context;
    const head = { quarter, referenceDay, revision, previous: previous?.hash ?? null, policyVersion, rows: hashes };
    const hash = digestOf(head).toString('hex');
    await tx.query(
      'stocktake.store-snapshot',
      `INSERT INTO ledger_snapshot (id, stocktake_id, revision, previous_id, reason, quarter, reference_day,
         policy_version, rows, hash, taken_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
      [id, round, revision, previous?.id ?? null, reason, quarter, referenceDay, policyVersion, hashes.length, hash],
    );
    return { revision, hash };
  });
}

async function findSnapshot(tx: Tx, round: number, revision: number): Promise<{ id: number; hash: string } | null> {
  const { rows } = await tx.query<{ id: number; hash: string }>(
    'stocktake.find-snapshot',
    'SELECT id, hash FROM ledger_snapshot WHERE stocktake_id = $1 AND revision = $2',
    [round, revision],
  );
  return rows[0] ?? null;
}

/** @returns the rows' hashes, in order */
async function storeRows(tx: Tx, snapshot: number, round: number, { referenceDay }: RoundContext): Promise<string[]> {
  const { policy } = await loadPolicyInForce(tx);
  const tasks = await loadTasks(tx);
  const settings = { asOf: referenceDay, policy, tasks };
  const answering = await answeringUnits(tx, round);
  const hashes: string[] = [];
  let waiting: RowToStore[] = [];
  for await (const teams of streamTeamFacts(tx, { scope: [''] }, { since: lookBackDay(referenceDay, policy) })) {
    for (const team of teams) {
      const above = answering(team.unitPath);
      for (const entry of judgeTeam(team, settings)) {
        const approved = team.approvedPrincipals + team.approvedDeputies;
        const ageLimit = ageLimitYears(entry.task.age, policy.age.yearsAdded);
        const body = frozenRow(toLedgerRow(entry, settings), entry.task, approved, ageLimit);
        const hash = digestOf(body).toString('hex');
        hashes.push(hash);
        const { level, severity, due, actual, shortfall } = body;
        const place = { ordinal: hashes.length, unit_id: team.unitId, answering_id: above };
        waiting.push({ ...place, level, severity, due, actual, shortfall, body, hash });
      }
    }
    if (waiting.length >= BATCH) {
      await storeBatch(tx, snapshot, waiting);
      waiting = [];
    }
  }
  await storeBatch(tx, snapshot, waiting);
  return hashes;
}

async function storeBatch(tx: Tx, snapshot: number, rows: RowToStore[]): Promise<void> {
  await tx.query(
    'stocktake.store-rows',
    `INSERT INTO ledger_snapshot_row (snapshot_id, ordinal, unit_id, answering_id, level, severity, due, actual, shortfall,
       body, hash)
     SELECT $1, ordinal, unit_id, answering_id, level, severity, due, actual, shortfall, body, hash
     FROM jsonb_to_recordset($2::jsonb) AS r (ordinal int, unit_id bigint, answering_id bigint, level text, severity int,
       due int, actual int, shortfall int, body jsonb, hash text)`,
    [snapshot, JSON.stringify(rows)],
  );
}

/** The nearest unit above a place, or itself, that takes part in the round; null where nobody answers. */
async function answeringUnits(tx: Tx, round: number): Promise<(unitPath: string) => number | null> {
  const text = 'SELECT unit_id AS "unitId" FROM stocktake_unit WHERE stocktake_id = $1';
  const { rows } = await tx.query<{ unitId: number }>('stocktake.sides', text, [round]);
  const taking = new Set(rows.map(({ unitId }) => unitId));
  return (unitPath) =>
    unitPath
      .split('.')
      .map(Number)
      .toReversed()
      .find((id) => taking.has(id)) ?? null;
}

function frozenRow(row: LedgerRow, task: StaffingTask, approved: number, ageLimit: number): FrozenRow {
  const { nested: _nested, fallsShortIn: _fallsShortIn, ageingOut, ...kept } = row;
  return {
    ...kept,
    age: task.age,
    ageLimit,
    approved,
    ageingOut: ageingOut.map(({ cadre, name, month }) => ({ cadre, name, month })),
  };
}
