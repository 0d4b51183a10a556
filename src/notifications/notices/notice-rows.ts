import type { Db } from '../../platform/index.js';
import { TEAM_NOTICE_KEY } from '../team-notices/lay-down.js';
import type { ToldOf } from './notice-text.js';

export interface NoticeRow {
  id: number;
  kind: string;
  workflow: string;
  caseId: number;
  title: string | null;
  unitName: string | null;
  /** Where the unit stands in the tree; null for what is of no unit. */
  unitPath: string | null;
  statePath: string;
  deadline: { name: string; dueDay: string; workingDaysLeft: number } | null;
  team: ToldOf['team'];
  teamCode: string | null;
  at: Date;
  readAt: Date | null;
  late: boolean;
  count: number;
  unread: number;
}

export interface NoticeRowsQuestion {
  userId: number;
  unreadOnly: boolean;
  /** Only what this notice gathers; null for the list itself. */
  behind: number | null;
  before: number | null;
  limit: number;
}

/** Whatever may be listed: what stands by itself, and what gathers others, with those behind it that are within reach. */
const listed = (place: string): string => `
  listed AS (
    SELECT n.id, n.gathers, coalesce(behind.first, n.id) AS shown, coalesce(behind.count, 1) AS count,
           coalesce(behind.unread, (n.read_at IS NULL)::int) AS unread, CASE WHEN n.gathers THEN behind.read_at ELSE n.read_at END AS read_at,
           CASE WHEN n.gathers THEN behind.late ELSE n.late END AS late
    FROM notice n
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS count, (count(*) FILTER (WHERE b.read_at IS NULL))::int AS unread, max(b.read_at) AS read_at,
             bool_or(b.late) AS late, min(b.id) AS first
      FROM notice b WHERE b.gathered_in = n.id AND NOT b.folded
    ) behind ON n.gathers
    WHERE n.user_id = $1 AND ${place} AND NOT n.folded AND ($2::bigint IS NULL OR n.id < $2)
      AND (NOT n.gathers OR behind.count > 0)
      AND (NOT $3::boolean OR CASE WHEN n.gathers THEN behind.unread > 0 ELSE n.read_at IS NULL END)
    ORDER BY n.id DESC LIMIT $4
  )`;

/**
 * Somebody's own notices within reach, newest first. One that gathers a single other is shown as that one.
 *
 * @param db as the reader
 * @param question whose, which, and how many
 */
export async function noticeRows(db: Db, question: NoticeRowsQuestion): Promise<NoticeRow[]> {
  const { userId, before, unreadOnly, limit, behind } = question;
  const [name, place, ...of] =
    behind === null ? ['notices-page', 'n.gathered_in IS NULL'] : ['notices-behind', 'n.gathered_in = $5', behind];
  const { rows } = await db.query<NoticeRow>(
    name,
    `WITH ${listed(place)}
     SELECT listed.id, n.kind, n.workflow, n.case_id AS "caseId", coalesce(c.title, t.name) AS title, n.at, n.deadline,
            n.state_path AS "statePath", listed.read_at AS "readAt", listed.late, listed.count, listed.unread,
            t.code AS "teamCode", unit.name AS "unitName", unit.path::text AS "unitPath",
            CASE WHEN told.id IS NOT NULL THEN json_build_object('kind', told.kind, 'day', told.day, 'tasks', told.tasks,
              'shortfall', told.shortfall, 'postName', post.name) END AS team
     FROM listed
     JOIN notice n ON n.id = CASE WHEN listed.count = 1 THEN listed.shown ELSE listed.id END
     LEFT JOIN unit ON unit.id = n.unit_id
     LEFT JOIN case_card c ON c.workflow = n.workflow AND c.case_id = n.case_id
     LEFT JOIN team t ON n.workflow = 'directory' AND t.id = n.case_id
     LEFT JOIN team_notice told
       ON told.id = CASE WHEN n.workflow = 'directory' AND NOT n.gathers THEN substr(n.key, ${TEAM_NOTICE_KEY.length + 1})::bigint END
     LEFT JOIN post ON post.id = told.post_id
     ORDER BY listed.id DESC`,
    [userId, before, unreadOnly, limit, ...of],
  );
  return rows;
}
