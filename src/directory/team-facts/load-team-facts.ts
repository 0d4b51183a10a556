import type { Day } from '../../../machines/rules/index.js';
import type { Reader } from '../reader.js';
import { type LoadedTeam, SELECT_TEAMS, type TeamRow, toTeam } from './team-row.js';

export type WhichTeams = { teamIds: readonly number[] } | { teamCodes: readonly string[] };

export interface LoadOptions {
  /** Keeps others from counting or changing these teams until the transaction ends. */
  lock?: boolean;
  /** Leaves out seats that ended by this day; all periods by default. */
  since?: Day;
}

const EVER = '0001-01-01';

/**
 * Teams with their posts and seats, in one statement, in the order of their numbers. A code that does not exist is
 * simply absent. With `lock`, the team rows are locked first, sorted by number, in a statement of its own: what is
 * counted afterwards is read after all earlier holders of the lock have committed.
 */
export async function loadTeamFacts(q: Reader, which: WhichTeams, options: LoadOptions = {}): Promise<LoadedTeam[]> {
  const { key, values } =
    'teamIds' in which ? { key: 'id', values: which.teamIds } : { key: 'code', values: which.teamCodes };
  if (values.length === 0) return [];
  const where = `WHERE team.${key} = ANY($1) ORDER BY team.id`;
  if (options.lock) {
    await q.query(`directory.lock-teams-by-${key}`, `SELECT FROM team ${where} FOR NO KEY UPDATE`, [values]);
  }
  const text = `${SELECT_TEAMS} ${where}`;
  const { rows } = await q.query<TeamRow>(`directory.teams-by-${key}`, text, [values, options.since ?? EVER]);
  return rows.map(toTeam);
}
