import type { Day } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';

/** How often a team was reminded under a task, and by which one-to-one letter of the last round. */
export interface RemindedRow {
  /** Null while the round's letter is not issued, or lies outside the caller's reach. */
  documentNo: string | null;
  /** Reminders issued under the warning that is open, 0 to 2; 0 without one. */
  reminders: number;
}

const REMINDED = `
  WITH round AS (
    SELECT DISTINCT ON (reference_day) id, stocktake_id FROM ledger_snapshot
    WHERE reference_day = (SELECT max(reference_day) FROM ledger_snapshot WHERE reference_day <= $2::date)
    ORDER BY reference_day, revision DESC
  ), lettered AS (
    SELECT frozen.body->>'team' AS team, frozen.body->>'task' AS task, letter.document_no AS "documentNo"
    FROM round JOIN ledger_snapshot_row frozen ON frozen.snapshot_id = round.id
    JOIN stocktake_unit side ON side.stocktake_id = round.stocktake_id AND side.unit_id = frozen.answering_id
    JOIN feedback_letter letter ON letter.stocktake_unit_id = side.id
    WHERE frozen.body->>'team' = ANY ($1::text[])
  ), warned AS (
    SELECT team_code AS team, task_code AS task,
      (CASE WHEN context->>'first' IS NULL THEN 0 ELSE 1 END + CASE WHEN context->>'second' IS NULL THEN 0 ELSE 1 END) AS reminders
    FROM warning WHERE NOT done AND since <= $2::date AND team_code = ANY ($1::text[])
  )
  SELECT team, task, "documentNo", coalesce(reminders, 0) AS reminders FROM lettered FULL JOIN warned USING (team, task)`;

/** One row of a ledger, whatever else it says. */
export const rowKey = (team: string, task: string): string => JSON.stringify([team, task]);

/**
 * What stocktake rounds and warnings have sent for the rows of a ledger, within the caller's reach.
 *
 * @param codes codes of the teams on the sheet
 * @param asOf the last round whose reference day is not later speaks
 * @returns by {@link rowKey}; a row nobody wrote about is absent
 * @source handbook §3.3 (反馈函文号, 提醒次数)
 */
export async function readReminded(db: Db, codes: readonly string[], asOf: Day): Promise<Map<string, RemindedRow>> {
  const { rows } = await db.query<RemindedRow & { team: string; task: string }>('sheets.reminded', REMINDED, [
    codes,
    asOf,
  ]);
  return new Map(rows.map(({ team, task, ...row }) => [rowKey(team, task), row]));
}
