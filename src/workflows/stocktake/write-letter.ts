import type { JsonObject } from '../../../machines/kernel/index.js';
import type { Day, UnitKind } from '../../../machines/rules/index.js';
import {
  addRow,
  composeFeedback,
  type FrozenRow,
  type LetterStanding,
  newStanding,
  type UnitContext,
} from '../../../machines/stocktake/index.js';
import type { Step } from '../../engine/index.js';
import { digestOf } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/index.js';

/** Rows read at once. */
const BATCH = 1_000;

interface Frozen {
  id: number;
  quarter: string;
  referenceDay: Day;
  revision: number;
  hash: string;
}

/** Writes the unit's letter with the event that issues it, from the latest frozen ledger of its round. */
export async function writeLetter(tx: Tx, { caseId, unitId, context, surroundings }: Step): Promise<void> {
  const { round, documentNo, periods } = context as UnitContext;
  const frozen = await latestSnapshot(tx, round);
  const unit = await findUnit(tx, unitId);
  const content = composeFeedback({
    unit,
    ledger: frozen,
    standing: await standingOf(tx, frozen.id, unitId, unit.kind),
    documentNo,
    day: surroundings.today,
    replyWorkingDays: periods.reply,
  });
  const values = [caseId, unitId, frozen.id, documentNo, JSON.stringify(content), digestOf(content).toString('hex')];
  await tx.query(
    'stocktake.write-letter',
    `INSERT INTO feedback_letter (stocktake_unit_id, unit_id, snapshot_id, document_no, content, hash, issued_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [...values, surroundings.now],
  );
}

async function latestSnapshot(tx: Tx, round: number): Promise<Frozen> {
  const { rows } = await tx.query<Frozen & JsonObject>(
    'stocktake.latest-snapshot',
    `SELECT id, quarter, reference_day AS "referenceDay", revision, hash FROM ledger_snapshot
     WHERE stocktake_id = $1 ORDER BY revision DESC LIMIT 1`,
    [round],
  );
  if (!rows[0]) throw new Error(`round ${round} issues letters without a frozen ledger`);
  return rows[0];
}

async function findUnit(tx: Tx, id: number): Promise<{ name: string; kind: UnitKind }> {
  const text = 'SELECT name, kind FROM unit WHERE id = $1';
  const { rows } = await tx.query<{ name: string; kind: UnitKind }>('stocktake.unit', text, [id]);
  return rows[0]!;
}

/**
 * A unit's letter says its own rows; the one to the department's sections says everybody's, added up per unit. Read a batch at
 * a time: between two of them the process answers others, and no more than one is held.
 */
async function standingOf(tx: Tx, snapshot: number, unitId: number, kind: UnitKind): Promise<LetterStanding> {
  const everybody = kind === 'organization-department';
  const standing = newStanding(everybody ? 'parts' : 'rows');
  for (let last = 0, read = BATCH; read === BATCH;) {
    const { rows } = everybody
      ? await tx.query<RowOfLetter>('stocktake.rows-of-everybody', ROWS_OF_EVERYBODY, [snapshot, last, BATCH])
      : await tx.query<RowOfLetter>('stocktake.rows-of-letter', ROWS_OF_UNIT, [snapshot, last, BATCH, unitId]);
    for (const { body, answering } of rows) addRow(standing, body, answering);
    last = rows.at(-1)?.ordinal ?? last;
    read = rows.length;
  }
  return standing;
}

interface RowOfLetter {
  ordinal: number;
  body: FrozenRow;
  answering: string;
}

const rowsOfLetter = (whose: string): string => `
  SELECT frozen.ordinal, frozen.body, coalesce(unit.name, '其他') AS answering
  FROM ledger_snapshot_row frozen LEFT JOIN unit ON unit.id = frozen.answering_id
  WHERE frozen.snapshot_id = $1 AND frozen.ordinal > $2 ${whose} ORDER BY frozen.ordinal LIMIT $3`;

// A text for each: one that served both would be planned to read the whole city's rows for every unit.
const ROWS_OF_EVERYBODY = rowsOfLetter('');
const ROWS_OF_UNIT = rowsOfLetter('AND frozen.answering_id = $4');
