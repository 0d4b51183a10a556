import type { AppointmentMode } from '../../../machines/rules/index.js';
import { type Tx, refuse } from '../../platform/index.js';

/** One person who leaves a post, takes one, or both. Codes are the workbook's; null = nothing of the kind. */
export interface AppointmentChange {
  cadre: string;
  appointTo: string | null;
  removeFrom: string | null;
  mode: AppointmentMode;
  occupiesHeadcount: boolean;
}

/** On whose account the directory changes, and from which day: tenure counts from the day of the decision. */
export interface DecidedChanges {
  proposal: number;
  /** `YYYY-MM-DD` */
  decisionDay: string;
  changes: readonly AppointmentChange[];
}

/**
 * Carries decided changes out in the directory as of the decision day (条例: 任职时间自党委（党组）决定之日起计算): seats end,
 * seats begin, all or nothing.
 *
 * @refuses DIRECTORY_CHANGED - somebody to be removed no longer sits there, or a post to be filled is taken
 */
export async function writeAppointments(tx: Tx, { proposal, decisionDay, changes }: DecidedChanges): Promise<void> {
  const asked = JSON.stringify(changes);
  await tx.query('appointments.lock-teams', LOCK_TEAMS, [asked]);
  const { rows } = await tx.query<{ cadre: string; post: string }>('appointments.changed', CHANGED, [
    asked,
    decisionDay,
  ]);
  if (rows[0]) refuse('DIRECTORY_CHANGED', { ...rows[0] });
  await tx.query('appointments.close', CLOSE, [asked, decisionDay]);
  await tx.query('appointments.open', OPEN, [asked, decisionDay, proposal]);
}

/** Probation passed: the appointments stand as regular ones, with the tenure they have had since the decision. */
export async function confirmAppointments(tx: Tx, proposal: number): Promise<void> {
  await tx.query(
    'appointments.confirm',
    `UPDATE appointment SET mode = 'regular' WHERE source_proposal_id = $1 AND mode = 'probation' AND to_day IS NULL`,
    [proposal],
  );
}

/** Probation not passed: the person leaves the post, and counts nowhere from that day on. */
export async function relieveAppointments(tx: Tx, proposal: number, day: string): Promise<void> {
  await tx.query(
    'appointments.relieve',
    `UPDATE appointment SET to_day = $2 WHERE source_proposal_id = $1 AND mode = 'probation' AND to_day IS NULL`,
    [proposal, day],
  );
}

/** The changes with the directory's own numbers; a code that exists no more leaves the seat unfound. */
const ITEM = `
  WITH item AS (
    SELECT asked.ordinal, asked.cadre, asked."appointTo", asked."removeFrom", asked.mode, asked."occupiesHeadcount" AS occupies,
      cadre.id AS cadre_id, appointed.id AS appoint_post_id, removed.id AS remove_post_id,
      appointed.team_id AS into_team_id, removed.team_id AS from_team_id
    FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
      AS (cadre text, "appointTo" text, "removeFrom" text, mode text, "occupiesHeadcount" boolean))
      WITH ORDINALITY AS asked (cadre, "appointTo", "removeFrom", mode, "occupiesHeadcount", ordinal)
    LEFT JOIN cadre ON cadre.code = asked.cadre
    LEFT JOIN post appointed ON appointed.code = asked."appointTo"
    LEFT JOIN post removed ON removed.code = asked."removeFrom"
  )`;

/** Gates that lock the same teams see either the open proposal or the filled seats, never neither. */
const LOCK_TEAMS = `${ITEM}
  SELECT team.id FROM team
  WHERE team.id IN (SELECT into_team_id FROM item UNION SELECT from_team_id FROM item)
  ORDER BY team.id FOR NO KEY UPDATE`;

const CHANGED = `${ITEM}
  SELECT item.cadre, item."removeFrom" AS post
  FROM item
  WHERE item."removeFrom" IS NOT NULL AND NOT EXISTS (
    SELECT FROM appointment seat
    WHERE seat.cadre_id = item.cadre_id AND seat.post_id = item.remove_post_id
      AND seat.from_day <= $2 AND (seat.to_day IS NULL OR seat.to_day > $2))
  UNION ALL
  SELECT item.cadre, item."appointTo"
  FROM item
  WHERE item."appointTo" IS NOT NULL AND (item.cadre_id IS NULL OR item.appoint_post_id IS NULL OR EXISTS (
    SELECT FROM appointment seat
    WHERE seat.post_id = item.appoint_post_id AND (seat.to_day IS NULL OR seat.to_day > $2)
      AND (seat.cadre_id = item.cadre_id
        OR (item.occupies AND item.mode <> 'secondment' AND seat.occupies_headcount AND seat.mode <> 'secondment'))
      AND NOT EXISTS (
        SELECT FROM item removal
        WHERE removal.cadre_id = seat.cadre_id AND removal.remove_post_id = seat.post_id AND seat.from_day <= $2)))
  LIMIT 1`;

const CLOSE = `${ITEM}
  UPDATE appointment seat SET to_day = $2
  FROM item
  WHERE seat.cadre_id = item.cadre_id AND seat.post_id = item.remove_post_id
    AND seat.from_day <= $2 AND (seat.to_day IS NULL OR seat.to_day > $2)`;

const OPEN = `${ITEM}
  INSERT INTO appointment (cadre_id, post_id, from_day, occupies_headcount, mode, source_proposal_id)
  SELECT cadre_id, appoint_post_id, $2, occupies, mode, $3
  FROM item WHERE appoint_post_id IS NOT NULL ORDER BY ordinal`;
