import type { JsonObject } from '../../../machines/kernel/index.js';
import type { WarningContext } from '../../../machines/warning/index.js';
import type { Surroundings } from '../../engine/index.js';
import type { Db } from '../../platform/index.js';

/** An event that is due by itself. */
export interface DueStep {
  warning: number;
  type: 'REASSESS' | 'DRAFT_FIRST' | 'DRAFT_SECOND';
  payload: JsonObject;
  /** Makes the command id: the same reason twice is one step. */
  because: string;
}

export interface OpenWarningCase {
  id: number;
  version: number;
  context: WarningContext;
}

/** Open warnings, of all teams or of some. */
export async function listOpen(db: Db, teams: readonly string[] | null = null): Promise<OpenWarningCase[]> {
  const { rows } = await db.query<OpenWarningCase>(
    'warning.open-cases',
    `SELECT id, version, context FROM warning
     WHERE NOT done AND ($1::text[] IS NULL OR team_code = ANY ($1)) ORDER BY id`,
    [teams],
  );
  return rows;
}

/** Word that seats of teams have been written, oldest first, with the teams. */
export async function listChanged(db: Db, limit: number): Promise<{ ids: number[]; teams: string[] }> {
  const { rows } = await db.query<{ id: number; team: string }>(
    'warning.changed-teams',
    `SELECT c.id, team.code AS team FROM team_change c JOIN team ON team.id = c.team_id ORDER BY c.id LIMIT $1`,
    [limit],
  );
  return { ids: rows.map(({ id }) => id), teams: [...new Set(rows.map(({ team }) => team))] };
}

export async function forgetChanges(db: Db, ids: readonly number[]): Promise<void> {
  await db.query('warning.forget-changes', 'DELETE FROM team_change WHERE id = ANY ($1)', [ids]);
}

/** Before the first round is endorsed nobody is warned: a city that is being entered is no city in arrears. */
export async function isFollowingRounds(db: Db): Promise<boolean> {
  const { rows } = await db.query(
    'warning.follows-rounds',
    `SELECT FROM stocktake WHERE state_path IN ('endorsed', 'lettersIssued', 'closed') LIMIT 1`,
  );
  return rows.length > 0;
}

/** What is due by itself: reminders to be drawn up. */
export async function listDueSteps(db: Db, { today, policy }: Surroundings): Promise<DueStep[]> {
  const [unreminded, proposed, elapsed] = await Promise.all([
    policy.warning.firstBetweenRounds ? listUnreminded(db) : [],
    policy.warning.secondOnProposal ? listProposed(db) : [],
    listElapsed(db, today),
  ]);
  const proposedOnes = new Set(proposed);
  return [
    ...unreminded.map((warning): DueStep => {
      return { warning, type: 'DRAFT_FIRST', payload: {}, because: 'first-reminder' };
    }),
    ...proposed.map((warning): DueStep => drafting(warning, 'proposal')),
    ...elapsed.filter((warning) => !proposedOnes.has(warning)).map((warning): DueStep => drafting(warning, 'elapsed')),
  ];
}

const drafting = (warning: number, because: 'proposal' | 'elapsed'): DueStep => ({
  warning,
  type: 'DRAFT_SECOND',
  payload: { because },
  because: 'second-reminder',
});

/** Warned between two rounds, by the directory: no one-to-one letter is on its way. */
async function listUnreminded(db: Db): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'warning.unreminded',
    `SELECT id FROM warning
     WHERE NOT done AND state_path = 'open.opened' AND context #>> '{movements,0,standing,basis,kind}' = 'directory' ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

/** Reminded once, and a proposal that touches the team is being prepared or judged. */
async function listProposed(db: Db): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'warning.proposed',
    `SELECT w.id FROM warning w
     WHERE NOT w.done AND starts_with(w.state_path, 'open.firstReminder.') AND EXISTS (
       SELECT FROM proposal_item item
       JOIN proposal ON proposal.id = item.proposal_id AND NOT proposal.done
       JOIN post ON post.id IN (item.appoint_post_id, item.remove_post_id)
       JOIN team ON team.id = post.team_id
       WHERE team.code = w.team_code AND proposal.state_path ~ '^(draft|submitted|preReview|gateDecision)')
     ORDER BY w.id`,
  );
  return rows.map(({ id }) => id);
}

/** Reminded once, and the day of the second reminder has come. */
async function listElapsed(db: Db, today: string): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    'warning.elapsed',
    `SELECT case_id AS id FROM deadline
     WHERE workflow = 'warning' AND name = 'secondReminder' AND status = 'open' AND due_day <= $1::date ORDER BY case_id`,
    [today],
  );
  return rows.map(({ id }) => id);
}
