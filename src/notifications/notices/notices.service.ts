import { Injectable } from '@nestjs/common';
import { type Caller, faceFor, stateLabel, WorkflowRegistry } from '../../engine/index.js';
import { describeAct } from '../../platform/audit/index.js';
import { Clock, Db } from '../../platform/index.js';
import { tellLive } from '../live/live-signal.js';
import type { NoticePage, NoticeQuery, NoticeView, ReadBody, ReadResult } from './notice.dto.js';
import { type NoticeRow, noticeRows } from './notice-rows.js';
import { gatheredTitle, noticeText } from './notice-text.js';

/** Somebody's own notices: read within their reach, titles joined as they are now. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async page({ unread, limit, cursor, behind }: NoticeQuery, caller: Caller): Promise<NoticePage> {
    const rows = await noticeRows(this.db, {
      userId: caller.userId,
      unreadOnly: unread ?? false,
      behind: behind ?? null,
      before: cursor ?? null,
      limit: limit + 1,
    });
    const items = rows.slice(0, limit).map((row) => this.viewOf(row, caller));
    return { items, next: rows.length > limit ? items.at(-1)!.id : null };
  }

  /** Marks one's own notices as read, and with one that gathers others all of these; again is nothing. */
  async read(body: ReadBody, caller: Caller): Promise<ReadResult> {
    const ids = 'ids' in body ? body.ids : null;
    return this.db.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        'notices-read',
        `UPDATE notice SET read_at = $3 WHERE user_id = $1 AND read_at IS NULL
           AND ($2::bigint[] IS NULL OR id = ANY ($2) OR gathered_in = ANY ($2))`,
        [caller.userId, ids, this.clock.now()],
      );
      if (rowCount === 0) describeAct({ result: 'repeated' });
      else await tellLive(tx, [{ moved: null, users: [caller.userId] }]);
      return { read: rowCount };
    });
  }

  private viewOf(
    { title, statePath, deadline, team, teamCode, at, readAt, unread, unitPath, ...row }: NoticeRow,
    caller: Caller,
  ): NoticeView {
    const runtime = this.registry.all().find(({ definition }) => definition.name === row.workflow);
    const { id, kind, workflow, caseId, late, count, unitName } = row;
    const labels = runtime?.definition.labels.workflow;
    const label = runtime?.definition.deadlines[deadline?.name ?? '']?.label ?? deadline?.name ?? '';
    const face = runtime === undefined || unitPath === null ? null : faceFor(runtime, caller, unitPath);
    const plural = face?.plural ?? `${workflow}s`;
    const state = runtime === undefined || statePath === '' || face !== null ? '' : stateLabel(runtime, statePath);
    return {
      id,
      kind,
      workflow,
      plural: runtime === undefined ? null : plural,
      caseId,
      title: count > 1 ? gatheredTitle(kind, labels, count) : (face?.label ?? title ?? labels ?? titleOf(kind)),
      text: noticeText({ kind, state, deadline: deadline && { ...deadline, label }, team, count }),
      team: teamCode,
      unitName,
      count,
      unread,
      at: at.toISOString(),
      readAt: unread > 0 ? null : (readAt?.toISOString() ?? null),
      late,
    };
  }
}

const titleOf = (kind: string): string => (kind === 'calendar' ? '工作日历' : '通知');
