import type { AppointmentMode, FullItem, GateItem, ItemKind, PostRank, PostTier } from '../../machines/rules/index.js';
import type { Db, Tx } from '../platform/index.js';

/** An item as a proposal keeps it. */
export interface StoredItem extends FullItem {
  note: string;
}

/** A post, or the removal of a person from a post, that an open proposal has spoken for. */
export interface Hold {
  proposal: number;
  cadre: string;
  post: string;
  change: 'appoint' | 'remove';
}

/** How many seats of a tier open proposals of others would add in sum, in persons. */
export interface Reserved {
  team: string;
  tier: PostTier;
  reserved: number;
}

type Queryable = Pick<Db | Tx, 'query'>;

const REPLACE = `
  WITH kept AS (
    SELECT *
    FROM ROWS FROM (jsonb_to_recordset($2::jsonb)
      AS (cadre text, "appointTo" text, "removeFrom" text, kind text, mode text, "occupiesHeadcount" boolean, note text))
      WITH ORDINALITY AS item (cadre, "appointTo", "removeFrom", kind, mode, "occupiesHeadcount", note, ordinal)
  ), gone AS (
    DELETE FROM proposal_item WHERE proposal_id = $1 AND ordinal > jsonb_array_length($2::jsonb)
  )
  INSERT INTO proposal_item
    (proposal_id, ordinal, cadre_id, appoint_post_id, remove_post_id, kind, mode, occupies_headcount, note)
  SELECT $1, kept.ordinal, cadre.id, appointed.id, removed.id, kept.kind, kept.mode, kept."occupiesHeadcount", kept.note
  FROM kept
  JOIN cadre ON cadre.code = kept.cadre
  LEFT JOIN post appointed ON appointed.code = kept."appointTo"
  LEFT JOIN post removed ON removed.code = kept."removeFrom"
  ON CONFLICT (proposal_id, ordinal) DO UPDATE SET
    cadre_id = excluded.cadre_id, appoint_post_id = excluded.appoint_post_id, remove_post_id = excluded.remove_post_id,
    kind = excluded.kind, mode = excluded.mode, occupies_headcount = excluded.occupies_headcount, note = excluded.note,
    holds = false, cleared = false`;

/** Writes the items of a proposal as they now stand in its case, in place of what was there. */
export async function storeItems(tx: Tx, proposal: number, items: readonly StoredItem[]): Promise<void> {
  const { rowCount } = await tx.query('items.replace', REPLACE, [proposal, JSON.stringify(items)]);
  if (rowCount !== items.length) throw new Error(`stored ${rowCount} of ${items.length} items of proposal ${proposal}`);
}

/** Speaks for the posts of a proposal: the database lets one open proposal do so for each post. */
export async function holdPosts(tx: Tx, proposal: number): Promise<void> {
  await tx.query('items.hold', 'UPDATE proposal_item SET holds = true WHERE proposal_id = $1', [proposal]);
}

/** Gives the posts free again, and takes the proposal out of every later gate. */
export async function releasePosts(tx: Tx, proposal: number): Promise<void> {
  const text = `UPDATE proposal_item SET holds = false, cleared = false WHERE proposal_id = $1 AND (holds OR cleared)`;
  await tx.query('items.release', text, [proposal]);
}

/** Says whether the gates of others count this proposal as done: it has passed its own, and is not yet in the directory. */
export async function setCleared(tx: Tx, proposal: number, cleared: boolean): Promise<void> {
  const text = `UPDATE proposal_item SET cleared = $2 WHERE proposal_id = $1 AND cleared <> $2`;
  await tx.query('items.set-cleared', text, [proposal, cleared]);
}

interface ClearedRow {
  cadre: string;
  name: string;
  birth: string;
  kind: ItemKind;
  mode: AppointmentMode;
  occupies: boolean;
  appoint_post: string | null;
  appoint_name: string | null;
  appoint_team: string | null;
  appoint_tier: PostTier | null;
  appoint_rank: PostRank | null;
  remove_post: string | null;
  remove_team: string | null;
}

/**
 * The items of other proposals that have passed their gate and touch these teams: later gates count them as done.
 *
 * @param except the proposal that asks, whose own items are never counted against it
 */
export async function listCleared(q: Queryable, teams: readonly string[], except: number | null): Promise<GateItem[]> {
  const { rows } = await q.query<ClearedRow>(
    'items.cleared',
    `SELECT cadre.code AS cadre, cadre.name, cadre.birth_month AS birth, item.kind, item.mode,
       item.occupies_headcount AS occupies,
       appointed.code AS appoint_post, appointed.name AS appoint_name, into_team.code AS appoint_team,
       appointed.tier AS appoint_tier, appointed.rank AS appoint_rank,
       removed.code AS remove_post, from_team.code AS remove_team
     FROM proposal_item item
     JOIN cadre ON cadre.id = item.cadre_id
     LEFT JOIN post appointed ON appointed.id = item.appoint_post_id
     LEFT JOIN team into_team ON into_team.id = appointed.team_id
     LEFT JOIN post removed ON removed.id = item.remove_post_id
     LEFT JOIN team from_team ON from_team.id = removed.team_id
     WHERE item.cleared AND item.proposal_id IS DISTINCT FROM $2
       AND (into_team.code = ANY($1) OR from_team.code = ANY($1))
     ORDER BY item.proposal_id, item.ordinal`,
    [teams, except],
  );
  return rows.map(toGateItem);
}

function toGateItem(row: ClearedRow): GateItem {
  const item: GateItem = {
    cadre: { code: row.cadre, name: row.name, birth: row.birth },
    kind: row.kind,
    mode: row.mode,
    occupiesHeadcount: row.occupies,
  };
  if (row.appoint_post && row.appoint_name && row.appoint_team && row.appoint_tier && row.appoint_rank) {
    item.appointTo = {
      post: row.appoint_post,
      postName: row.appoint_name,
      team: row.appoint_team,
      tier: row.appoint_tier,
      rank: row.appoint_rank,
    };
  }
  if (row.remove_post && row.remove_team) item.removeFrom = { post: row.remove_post, team: row.remove_team };
  return item;
}

/** Which of these changes other open proposals have already spoken for. */
export async function listHolds(q: Queryable, items: readonly GateItem[], except: number | null): Promise<Hold[]> {
  const appointed = items.flatMap((item) => item.appointTo?.post ?? []);
  const removals = items.flatMap((item) => (item.removeFrom ? [[item.cadre.code, item.removeFrom.post] as const] : []));
  const { rows } = await q.query<Hold>(
    'items.holds',
    `SELECT item.proposal_id AS proposal, cadre.code AS cadre, post.code AS post, 'appoint' AS change
     FROM post
     JOIN proposal_item item ON item.appoint_post_id = post.id AND item.holds
     JOIN cadre ON cadre.id = item.cadre_id
     WHERE post.code = ANY($1) AND item.proposal_id IS DISTINCT FROM $4
     UNION ALL
     SELECT item.proposal_id, cadre.code, post.code, 'remove'
     FROM unnest($2::text[], $3::text[]) AS removal (cadre, post)
     JOIN cadre ON cadre.code = removal.cadre
     JOIN post ON post.code = removal.post
     JOIN proposal_item item ON item.cadre_id = cadre.id AND item.remove_post_id = post.id AND item.holds
     WHERE item.proposal_id IS DISTINCT FROM $4
     ORDER BY post, change`,
    [appointed, removals.map(([cadre]) => cadre), removals.map(([, post]) => post), except],
  );
  return rows;
}

/**
 * Seats that open proposals of others, not cleared yet, would add to these teams, per tier. One proposal's removals make room for its own
 * appointments only: they may still be withdrawn together, so they never make room for somebody else's.
 */
export async function listReserved(q: Queryable, teams: readonly string[], except: number | null): Promise<Reserved[]> {
  const { rows } = await q.query<Reserved>(
    'items.reserved',
    `WITH change AS (
       SELECT item.proposal_id, team.code AS team, post.tier, 1 AS seats
       FROM proposal_item item JOIN post ON post.id = item.appoint_post_id JOIN team ON team.id = post.team_id
       WHERE item.holds AND NOT item.cleared AND item.occupies_headcount AND item.mode <> 'secondment'
         AND team.code = ANY($1) AND item.proposal_id IS DISTINCT FROM $2
       UNION ALL
       SELECT item.proposal_id, team.code, post.tier, -1
       FROM proposal_item item JOIN post ON post.id = item.remove_post_id JOIN team ON team.id = post.team_id
       WHERE item.holds AND NOT item.cleared AND team.code = ANY($1) AND item.proposal_id IS DISTINCT FROM $2
         AND EXISTS (
           SELECT FROM appointment seat
           WHERE seat.cadre_id = item.cadre_id AND seat.post_id = item.remove_post_id AND seat.to_day IS NULL
             AND seat.occupies_headcount AND seat.mode <> 'secondment')
     ), net AS (
       SELECT team, tier, sum(seats) AS seats FROM change GROUP BY proposal_id, team, tier
     )
     SELECT team, tier, sum(seats)::int AS reserved FROM net WHERE seats > 0 GROUP BY team, tier ORDER BY team, tier`,
    [teams, except],
  );
  return rows;
}

/** Posts of these teams into which open proposals of others would appoint somebody. */
export async function listHeldPosts(q: Queryable, teams: readonly string[], except: number | null): Promise<string[]> {
  const { rows } = await q.query<{ code: string }>(
    'items.held-posts',
    `SELECT post.code
     FROM proposal_item item JOIN post ON post.id = item.appoint_post_id JOIN team ON team.id = post.team_id
     WHERE item.holds AND team.code = ANY($1) AND item.proposal_id IS DISTINCT FROM $2`,
    [teams, except],
  );
  return rows.map(({ code }) => code);
}

/** Those of these cadres whom an open proposal of others moves already: nobody is suggested twice. */
export async function listMovedCadres(
  q: Queryable,
  cadres: readonly string[],
  except: number | null,
): Promise<string[]> {
  const { rows } = await q.query<{ code: string }>(
    'items.moved-cadres',
    `SELECT DISTINCT cadre.code FROM cadre JOIN proposal_item item ON item.cadre_id = cadre.id AND item.holds
     WHERE cadre.code = ANY($1) AND item.proposal_id IS DISTINCT FROM $2`,
    [cadres, except],
  );
  return rows.map(({ code }) => code);
}
