import { addDays, type Day, previousQuarterEnds } from '../../../machines/rules/index.js';
import type { Db } from '../../platform/index.js';

/** What filings of one quarter have changed in a team. */
export interface AdjustedTeam {
  filings: number;
  /** Persons who came into a post of the team, and who left one. */
  appointed: number;
  removed: number;
}

const ADJUSTED = `
  SELECT team.code, count(DISTINCT filing.id)::int AS filings,
    (count(DISTINCT item.cadre_id) FILTER (WHERE post.id = item.appoint_post_id))::int AS appointed,
    (count(DISTINCT item.cadre_id) FILTER (WHERE post.id = item.remove_post_id))::int AS removed
  FROM filing
    JOIN proposal_item item ON item.proposal_id = filing.proposal_id
    JOIN post ON post.id IN (item.appoint_post_id, item.remove_post_id)
    JOIN team ON team.id = post.team_id
  WHERE filing.context->>'filedOn' BETWEEN $2 AND $3 AND team.code = ANY ($1::text[])
  GROUP BY team.code`;

/**
 * What was filed for teams in the quarter of a day, up to that day, within the caller's reach.
 *
 * @param codes codes of the teams on the sheet
 * @param asOf the day to which the sheet looks
 * @returns by code of the team; a team for which nothing was filed is absent
 * @source handbook §3.3 (本季调整情况)
 */
export async function readAdjusted(db: Db, codes: readonly string[], asOf: Day): Promise<Map<string, AdjustedTeam>> {
  const from = addDays(previousQuarterEnds(addDays(asOf, -1), 1)[0]!, 1);
  const { rows } = await db.query<AdjustedTeam & { code: string }>('sheets.adjusted', ADJUSTED, [codes, from, asOf]);
  return new Map(rows.map(({ code, ...team }) => [code, team]));
}
