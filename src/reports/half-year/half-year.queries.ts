import type { Day } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';
import { ANSWERING_KINDS } from '../../workflows/stocktake/index.js';
import type { Deeds, LedgerOfHalf, Numbers } from './half-year.dto.js';

type Reader = Pick<Db, 'query'>;

/** Numbers of one unit that answers for itself and what is below it. */
export type OfUnit<T> = T & { unit: string; unitName: string };

/** Units within reach, each with the nearest one above it, or itself, that answers to the department. */
const ANSWERING = `
  answering AS (
    SELECT u.id, a.code AS unit, a.name AS "unitName" FROM unit u
    JOIN LATERAL (SELECT above.code, above.name FROM unit above WHERE u.path <@ above.path AND above.kind = ANY ($1::text[])
                  ORDER BY nlevel(above.path) DESC LIMIT 1) a ON true
    WHERE u.path <@ ANY ($2::ltree[])
  )`;

/** The last ledger that the heads have read, with a reference day in a period; null when there is none. */
export async function lastLedger(db: Reader, from: Day | null, until: Day): Promise<LedgerOfHalf | null> {
  const { rows } = await db.query<LedgerOfHalf>(
    'half-year.last-ledger',
    `SELECT s.id, s.stocktake_id AS round, s.quarter, s.reference_day AS "referenceDay", s.revision, s.hash
     FROM ledger_snapshot s JOIN stocktake round ON round.id = s.stocktake_id
     WHERE ($1::date IS NULL OR s.reference_day >= $1::date) AND s.reference_day <= $2::date
       AND round.state_path IN ('endorsed', 'lettersIssued', 'closed')
     ORDER BY s.reference_day DESC, s.revision DESC LIMIT 1`,
    [from, until],
  );
  return rows[0] ?? null;
}

/** How the teams of each unit stand by a frozen ledger. */
export async function numbersOf(db: Reader, snapshot: number, scope: readonly string[]): Promise<OfUnit<Numbers>[]> {
  const { rows } = await db.query<OfUnit<Numbers>>(
    'half-year.numbers',
    `WITH ${ANSWERING}, team_row AS (
       SELECT answering.unit, answering."unitName", frozen.body->>'team' AS team, sum(frozen.due) AS due,
         sum(frozen.actual) AS actual, sum(frozen.shortfall) AS shortfall
       FROM ledger_snapshot_row frozen JOIN answering ON answering.id = frozen.unit_id
       WHERE frozen.snapshot_id = $3 GROUP BY 1, 2, 3
     )
     SELECT unit, "unitName", count(*)::int AS teams, (count(*) FILTER (WHERE shortfall = 0))::int AS met,
       sum(due)::int AS due, sum(actual)::int AS actual, sum(shortfall)::int AS shortfall
     FROM team_row GROUP BY unit, "unitName" ORDER BY unit`,
    [ANSWERING_KINDS, scope, snapshot],
  );
  return rows;
}

const IN_PERIOD = (day: string): string => `(${day}) BETWEEN $3 AND $4`;
const REMINDERS = `unnest(ARRAY[w.context->'first', w.context->'second']) AS reminder`;

const DEEDS = `
  WITH ${ANSWERING}, warned AS (
    SELECT w.unit_id,
      ${IN_PERIOD(`w.context->>'openedOn'`)} AS opened,
      (SELECT count(*) FROM jsonb_array_elements(w.context->'movements') m
        WHERE m->>'change' = 'raised' AND ${IN_PERIOD(`m->>'day'`)}) AS raised,
      w.state_path = 'resolved' AND ${IN_PERIOD(`w.context#>>'{resolution,day}'`)} AS resolved,
      w.context->>'openedOn' <= $4 AND coalesce(w.context#>>'{resolution,day}' > $4, true) AS still_open,
      (SELECT count(*) FROM ${REMINDERS} WHERE ${IN_PERIOD(`reminder->>'issuedOn'`)}) AS issued,
      (SELECT count(*) FROM ${REMINDERS} WHERE ${IN_PERIOD(`reminder->>'receivedOn'`)}) AS received
    FROM warning w
  ), deed (unit_id, kind, n) AS (
    SELECT unit_id, 'warningsOpened', count(*) FILTER (WHERE opened) FROM warned GROUP BY 1
    UNION ALL SELECT unit_id, 'warningsRaised', sum(raised) FROM warned GROUP BY 1
    UNION ALL SELECT unit_id, 'warningsResolved', count(*) FILTER (WHERE resolved) FROM warned GROUP BY 1
    UNION ALL SELECT unit_id, 'warningsOpen', count(*) FILTER (WHERE still_open) FROM warned GROUP BY 1
    UNION ALL SELECT unit_id, 'remindersIssued', sum(issued) FROM warned GROUP BY 1
    UNION ALL SELECT unit_id, 'remindersReceived', sum(received) FROM warned GROUP BY 1
    UNION ALL SELECT unit_id, 'filed', count(*) FROM filing f WHERE ${IN_PERIOD(`f.context->>'filedOn'`)} GROUP BY 1
    UNION ALL SELECT unit_id, 'filedLate', count(*) FROM filing f
      WHERE ${IN_PERIOD(`f.context->>'filedOn'`)} AND f.state->>'timeliness' = 'filedLate' GROUP BY 1
    UNION ALL SELECT e.unit_id, 'appointed', count(*) FROM case_event e
      JOIN proposal_item item ON item.proposal_id = e.case_id AND item.appoint_post_id IS NOT NULL
      WHERE e.workflow = 'proposal' AND e.type = 'APPOINT'
        AND ${IN_PERIOD(`to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`)} GROUP BY 1
    UNION ALL SELECT unit.id, 'circularRows', count(*) FROM circular c
      CROSS JOIN LATERAL jsonb_array_elements(c.context#>'{listing,listed}') AS listed
      JOIN unit ON unit.code = listed->>'unit'
      WHERE c.context->>'documentNo' IS NOT NULL AND ${IN_PERIOD(`c.context->>'issuedOn'`)} GROUP BY 1
  )
  SELECT answering.unit, answering."unitName", deed.kind, sum(deed.n)::int AS n
  FROM deed JOIN answering ON answering.id = deed.unit_id WHERE deed.n > 0 GROUP BY 1, 2, 3`;

/** What was done within a period, of each unit; days are compared as texts, `YYYY-MM-DD`. */
export async function deedsOf(
  db: Reader,
  scope: readonly string[],
  from: Day,
  until: Day,
): Promise<OfUnit<{ kind: keyof Deeds; n: number }>[]> {
  const { rows } = await db.query<OfUnit<{ kind: keyof Deeds; n: number }>>('half-year.deeds', DEEDS, [
    ANSWERING_KINDS,
    scope,
    from,
    until,
  ]);
  return rows;
}

export async function circularsIn(db: Reader, from: Day, until: Day): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'half-year.circulars',
    `SELECT count(*)::int AS count FROM circular
     WHERE context->>'documentNo' IS NOT NULL AND context->>'issuedOn' BETWEEN $1 AND $2`,
    [from, until],
  );
  return rows[0]?.count ?? 0;
}

export async function lastReport(db: Reader, today: Day): Promise<Day | null> {
  const { rows } = await db.query<{ day: Day | null }>(
    'half-year.last-report',
    'SELECT max(reported_on) AS day FROM committee_report WHERE reported_on <= $1',
    [today],
  );
  return rows[0]?.day ?? null;
}
