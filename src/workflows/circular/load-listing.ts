import {
  type LedgerFact,
  listForCircular,
  type Listing,
  type PrintedOverride,
  type RowOfLedger,
  type WarningOfRow,
} from '../../../machines/circular/index.js';
import { addDays, addMonths, monthOf, type Policy } from '../../../machines/rules/index.js';
import { asSystem, refuse, type Tx } from '../../platform/index.js';

interface Snapshot extends LedgerFact {
  id: number;
}

/**
 * What a circular says: from the round's frozen ledger and the receipts of now, over the whole city, whatever part of it the
 * one who draws it up may look into.
 *
 * @refuses ROUND_NOT_ENDORSED - there is no such round, or the heads have not read its frozen ledger
 */
export function loadListing(
  tx: Tx,
  round: number,
  today: string,
  policy: Policy,
): Promise<{ ledger: LedgerFact; listing: Listing }> {
  return asSystem('circular.listing', async () => {
    const { id, ...ledger } = await endorsedLedger(tx, round);
    const previous = await previousLedger(tx, ledger.referenceDay);
    const listing = listForCircular({
      fromSeverity: policy.warning.fromSeverity,
      rows: await rowsOf(tx, id),
      before: previous === null ? null : await rowsOf(tx, previous),
      warnings: await warningsOf(tx),
      overrides: await overridesIn(tx, quarterStart(ledger.referenceDay), today),
    });
    return { ledger, listing };
  });
}

/** First day of the quarter that ends on this day. */
const quarterStart = (referenceDay: string): string => `${addMonths(monthOf(referenceDay), -2)}-01`;

async function endorsedLedger(tx: Tx, round: number): Promise<Snapshot> {
  const { rows } = await tx.query<Snapshot>(
    'circular.endorsed-ledger',
    `SELECT s.id, s.quarter, s.reference_day AS "referenceDay", s.revision, s.hash
     FROM ledger_snapshot s JOIN stocktake round ON round.id = s.stocktake_id
     WHERE round.id = $1 AND round.state_path IN ('endorsed', 'lettersIssued', 'closed')
     ORDER BY s.revision DESC LIMIT 1`,
    [round],
  );
  return rows[0] ?? refuse('ROUND_NOT_ENDORSED', { round });
}

async function previousLedger(tx: Tx, referenceDay: string): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    'circular.previous-ledger',
    `SELECT id FROM ledger_snapshot WHERE reference_day < $1 ORDER BY reference_day DESC, revision DESC LIMIT 1`,
    [referenceDay],
  );
  return rows[0]?.id ?? null;
}

async function rowsOf(tx: Tx, snapshot: number): Promise<RowOfLedger[]> {
  const { rows } = await tx.query<{ row: RowOfLedger }>(
    'circular.rows',
    `SELECT jsonb_build_object('team', body->'team', 'teamName', body->'teamName', 'unit', body->'unit',
       'unitName', body->'unitName', 'task', body->'task', 'taskName', body->'taskName', 'due', body->'due',
       'actual', body->'actual', 'shortfall', body->'shortfall', 'level', body->'level', 'severity', body->'severity',
       'unmetQuarters', body->'unmetQuarters', 'answering', unit.name) AS row
     FROM ledger_snapshot_row frozen LEFT JOIN unit ON unit.id = frozen.answering_id
     WHERE frozen.snapshot_id = $1 ORDER BY frozen.ordinal`,
    [snapshot],
  );
  return rows.map(({ row }) => row);
}

/** The latest warning of each team under each task, with its receipts. */
async function warningsOf(tx: Tx): Promise<WarningOfRow[]> {
  const { rows } = await tx.query<WarningOfRow>(
    'circular.warnings',
    `SELECT DISTINCT ON (team_code, task_code) id, team_code AS team, task_code AS task,
       CASE WHEN NOT done THEN 'open' ELSE state_path END AS state,
       CASE WHEN state_path = 'resolved' THEN context#>>'{resolution,day}' END AS "resolvedOn",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('documentNo', given->'documentNo', 'receivedOn', given->'receivedOn')
          ORDER BY place), '[]')
        FROM unnest(ARRAY[context->'first', context->'second']) WITH ORDINALITY AS reminder (given, place)
        WHERE jsonb_typeof(given) = 'object' AND jsonb_typeof(given->'receivedOn') = 'string') AS receipts
     FROM warning ORDER BY team_code, task_code, id DESC`,
  );
  return rows;
}

/** Blocks that both heads have lifted, by the day of the second signature. */
export async function overridesIn(tx: Pick<Tx, 'query'>, from: string, until: string): Promise<PrintedOverride[]> {
  const { rows } = await tx.query<PrintedOverride>(
    'circular.overrides',
    `SELECT lifted.case_id AS proposal, unit.name AS "unitName", asked.payload->>'reason' AS reason,
       to_char(lifted.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "approvedOn",
       (SELECT coalesce(jsonb_agg(DISTINCT row->>'teamName'), '[]') FROM jsonb_array_elements(lifted.facts#>'{gate,teams}') row
        WHERE row->>'verdict' = 'block') AS "teamNames"
     FROM case_event lifted
     JOIN unit ON unit.id = lifted.unit_id
     JOIN LATERAL (
       SELECT payload FROM case_event asked
       WHERE asked.workflow = 'proposal' AND asked.case_id = lifted.case_id AND asked.type = 'REQUEST_OVERRIDE'
         AND asked.version < lifted.version
       ORDER BY asked.version DESC LIMIT 1
     ) asked ON true
     WHERE lifted.workflow = 'proposal' AND lifted.type = 'APPROVE_OVERRIDE' AND lifted.actor_role = 'head'
       AND lifted.at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai'
       AND lifted.at < $2::date::timestamp AT TIME ZONE 'Asia/Shanghai'
     ORDER BY lifted.at, lifted.case_id`,
    [from, addDays(until, 1)],
  );
  return rows;
}
