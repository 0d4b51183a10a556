import { type Tx, refuse } from '../../platform/index.js';

/**
 * Carries the items of a proposal out in the directory as of the decision day, from which tenure counts (条例: 任职时间自党委
 * （党组）决定之日起计算). Afterwards the proposal holds nothing any more: its posts are filled.
 *
 * @param decisionDay `YYYY-MM-DD`
 * @refuses DIRECTORY_CHANGED - somebody to be removed no longer sits there, or a post to be filled is taken
 */
export async function writeAppointments(tx: Tx, proposal: number, decisionDay: string): Promise<void> {
  await lockTeams(tx, proposal);
  const changed = await findChanged(tx, proposal, decisionDay);
  if (changed) refuse('DIRECTORY_CHANGED', changed);
  await tx.query(
    'appointments.close',
    `UPDATE appointment seat SET to_day = $2
     FROM proposal_item item
     WHERE item.proposal_id = $1 AND seat.cadre_id = item.cadre_id AND seat.post_id = item.remove_post_id
       AND seat.from_day <= $2 AND (seat.to_day IS NULL OR seat.to_day > $2)`,
    [proposal, decisionDay],
  );
  await tx.query(
    'appointments.open',
    `INSERT INTO appointment (cadre_id, post_id, from_day, occupies_headcount, mode, source_proposal_id)
     SELECT cadre_id, appoint_post_id, $2, occupies_headcount, mode, proposal_id
     FROM proposal_item WHERE proposal_id = $1 AND appoint_post_id IS NOT NULL ORDER BY ordinal`,
    [proposal, decisionDay],
  );
}

/** Gates that lock the same teams see either the open proposal or the filled seats, never neither. */
async function lockTeams(tx: Tx, proposal: number): Promise<void> {
  await tx.query(
    'appointments.lock-teams',
    `SELECT team.id FROM team
     WHERE team.id IN (
       SELECT post.team_id FROM proposal_item item
       JOIN post ON post.id IN (item.appoint_post_id, item.remove_post_id) WHERE item.proposal_id = $1)
     ORDER BY team.id FOR NO KEY UPDATE`,
    [proposal],
  );
}

type Changed = { cadre: string; post: string };

async function findChanged(tx: Tx, proposal: number, decisionDay: string): Promise<Changed | undefined> {
  const { rows } = await tx.query<Changed>(
    'appointments.changed',
    `SELECT cadre.code AS cadre, post.code AS post
     FROM proposal_item item
     JOIN cadre ON cadre.id = item.cadre_id
     JOIN post ON post.id = item.remove_post_id
     WHERE item.proposal_id = $1 AND NOT EXISTS (
       SELECT FROM appointment seat
       WHERE seat.cadre_id = item.cadre_id AND seat.post_id = item.remove_post_id
         AND seat.from_day <= $2 AND (seat.to_day IS NULL OR seat.to_day > $2))
     UNION ALL
     SELECT cadre.code, post.code
     FROM proposal_item item
     JOIN cadre ON cadre.id = item.cadre_id
     JOIN post ON post.id = item.appoint_post_id
     WHERE item.proposal_id = $1 AND EXISTS (
       SELECT FROM appointment seat
       WHERE seat.post_id = item.appoint_post_id AND (seat.to_day IS NULL OR seat.to_day > $2)
         AND (seat.cadre_id = item.cadre_id
           OR (item.occupies_headcount AND item.mode <> 'secondment'
               AND seat.occupies_headcount AND seat.mode <> 'secondment'))
         AND NOT EXISTS (
           SELECT FROM proposal_item removal
           WHERE removal.proposal_id = $1 AND removal.cadre_id = seat.cadre_id
             AND removal.remove_post_id = seat.post_id AND seat.from_day <= $2))
     LIMIT 1`,
    [proposal, decisionDay],
  );
  return rows[0];
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
