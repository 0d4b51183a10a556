import { Injectable } from '@nestjs/common';
import { type Caller, faceFor, stateLabel, WorkflowRegistry } from '../../engine/index.js';
import { describeAct } from '../../platform/audit/index.js';
import { Clock, Db } from '../../platform/index.js';
import { tellLive } from '../live/live-signal.js';
import type { NoticePage, NoticeQuery, NoticeView, ReadBody, ReadResult } from './notice.dto.js';
import { TEAM_NOTICE_KEY } from '../team-notices/lay-down.js';
import { noticeText, type ToldOf } from './notice-text.js';

interface Row {
  id: number;
  kind: string;
  workflow: string;
  caseId: number;
  unitPath: string | null;
  title: string | null;
  statePath: string;
  deadline: { name: string; dueDay: string; workingDaysLeft: number } | null;
  team: ToldOf['team'];
  teamCode: string | null;
  at: Date;
  readAt: Date | null;
  late: boolean;
}

/** Somebody's own notices: read within their reach, titles joined as they are now. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async page({ unread, limit, cursor }: NoticeQuery, caller: Caller): Promise<NoticePage> {
    const { rows } = await this.db.query<Row>(
      'notices-page',
      `SELECT n.id, n.kind, n.workflow, n.case_id AS "caseId", coalesce(c.title, t.name) AS title,
              (SELECT path::text FROM unit WHERE id = n.unit_id) AS "unitPath",
              n.state_path AS "statePath", n.deadline, n.at, n.read_at AS "readAt", n.late, t.code AS "teamCode",
              CASE WHEN told.id IS NOT NULL THEN json_build_object('kind', told.kind, 'day', told.day, 'tasks', told.tasks,
                'shortfall', told.shortfall, 'postName', post.name) END AS team
       FROM notice n
       LEFT JOIN case_card c ON c.workflow = n.workflow AND c.case_id = n.case_id
       LEFT JOIN team t ON n.workflow = 'directory' AND t.id = n.case_id
       LEFT JOIN team_notice told
         ON told.id = CASE WHEN n.workflow = 'directory' THEN substr(n.key, ${TEAM_NOTICE_KEY.length + 1})::bigint END
       LEFT JOIN post ON post.id = told.post_id
       WHERE n.user_id = $1 AND ($2::bigint IS NULL OR n.id < $2) AND (NOT $3::boolean OR n.read_at IS NULL)
       ORDER BY n.id DESC LIMIT $4`,
      [caller.userId, cursor ?? null, unread ?? false, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => this.viewOf(row, caller));
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /** Marks one's own notices as read; again is nothing. */
  async read(body: ReadBody, caller: Caller): Promise<ReadResult> {
    const ids = 'ids' in body ? body.ids : null;
    return this.db.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        'notices-read',
        `UPDATE notice SET read_at = $3 WHERE user_id = $1 AND read_at IS NULL AND ($2::bigint[] IS NULL OR id = ANY ($2))`,
        [caller.userId, ids, this.clock.now()],
      );
      if (rowCount === 0) describeAct({ result: 'repeated' });
      else await tellLive(tx, [{ moved: null, users: [caller.userId] }]);
      return { read: rowCount };
    });
  }

  private viewOf(
    { title, statePath, deadline, team, teamCode, at, readAt, unitPath, ...row }: Row,
    caller: Caller,
  ): NoticeView {
    const runtime = this.registry.all().find(({ definition }) => definition.name === row.workflow);
    const label = runtime?.definition.deadlines[deadline?.name ?? '']?.label ?? deadline?.name ?? '';
    const { id, kind, workflow, caseId, late } = row;
    const face = runtime === undefined || unitPath === null ? null : faceFor(runtime, caller, unitPath);
    const plural = face?.plural ?? `${workflow}s`;
    return {
      id,
      kind,
      workflow,
      plural: runtime === undefined ? null : plural,
      caseId,
      title: face?.label ?? title ?? runtime?.definition.labels.workflow ?? (kind === 'calendar' ? '工作日历' : '通知'),
      text: noticeText({
        kind,
        state: runtime === undefined || statePath === '' || face !== null ? '' : stateLabel(runtime, statePath),
        deadline: deadline && { ...deadline, label },
        team,
      }),
      team: teamCode,
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
      late,
    };
  }
}
