import type { Day, WarningLevel } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';

/** What the latest revision of a frozen ledger adds up to, over some of its rows. */
export interface QuarterTotals {
  quarter: string;
  day: Day;
  round: number;
  rows: number;
  met: number;
  due: number;
  actual: number;
  shortfall: number;
  levels: Record<WarningLevel, number>;
}

export interface QuartersQuestion {
  days: readonly Day[];
  /** Paths of units, as everywhere. */
  scope: readonly string[];
  under?: string | undefined;
  task?: string | undefined;
}

/**
 * Sums of the frozen ledgers of some quarter ends.
 *
 * @param db the database
 * @param question which quarter ends, over which units and which task
 * @returns one for each quarter end that was frozen and has rows there, in no order
 */
export async function readQuarterTotals(
  db: Pick<Db, 'query'>,
  { days, scope, under, task }: QuartersQuestion,
): Promise<QuarterTotals[]> {
  const { rows } = await db.query<QuarterTotals>(
    'stocktake.quarter-totals',
    `WITH latest AS (
       SELECT DISTINCT ON (quarter) id, stocktake_id, quarter, reference_day FROM ledger_snapshot
       WHERE reference_day = ANY ($1::date[]) ORDER BY quarter, revision DESC)
     SELECT latest.quarter, latest.reference_day AS day, latest.stocktake_id AS round, count(*)::int AS rows,
            (count(*) FILTER (WHERE frozen.shortfall = 0))::int AS met, sum(frozen.due)::int AS due,
            sum(frozen.actual)::int AS actual, sum(frozen.shortfall)::int AS shortfall,
            json_build_object('A', count(*) FILTER (WHERE frozen.level = 'A'),
                              'B', count(*) FILTER (WHERE frozen.level = 'B'),
                              'C', count(*) FILTER (WHERE frozen.level = 'C')) AS levels
     FROM latest JOIN ledger_snapshot_row frozen ON frozen.snapshot_id = latest.id
     JOIN unit ON unit.id = frozen.unit_id
     WHERE unit.path <@ ANY ($2::ltree[]) AND ($3::ltree IS NULL OR unit.path <@ $3::ltree)
       AND ($4::text IS NULL OR frozen.body->>'task' = $4)
     GROUP BY latest.quarter, latest.reference_day, latest.stocktake_id`,
    [days, scope, under ?? null, task ?? null],
  );
  return rows;
}
