import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../../api/client.js';
import { noticesQuery } from '../../api/inbox-queries.js';
import type { NoticeView } from '../../api/inbox-types.js';
import { isPlural } from '../../api/plurals.js';
import { WORKFLOW_NAMES } from '../../api/workflow-names.js';
import { sentenceOf } from '../../api/problem.js';
import { navigate } from '../../app/router.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';

/** Notices, the newest first; opening one counts as having read it. */
export default function NoticesDrawer({ onClose }: { onClose: () => void }): ReactElement {
  const [unreadOnly, setUnreadOnly] = useState(false);
  const list = useInfiniteQuery(noticesQuery(unreadOnly));
  const read = useReading();
  const notices = (list.data?.pages ?? []).flatMap(({ items }) => items);
  const open = (notice: NoticeView): void => {
    if (notice.readAt === null) read({ ids: [notice.id] });
    onClose();
    if (notice.team !== null) navigate(`/teams/${encodeURIComponent(notice.team)}`);
    // What is about the installation, such as the calendar's end, has no case to open.
    else if (notice.plural !== null) navigate(`/desk?open=${notice.plural}/${notice.caseId}`);
  };
  return (
    <Drawer open title={t('通知')} placement="left" size={420} onClose={onClose}>
      <div className="buttons">
        <Checkbox checked={unreadOnly} onChange={(event) => setUnreadOnly(event.target.checked)}>
          {t('只看未读')}
        </Checkbox>
        <Button
          size="small"
          disabled={notices.every(({ readAt }) => readAt !== null)}
          onClick={() => read({ all: true })}
        >
          {t('全部标为已读')}
        </Button>
      </div>
      {list.error !== null && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
      {list.data && notices.length === 0 && (
        <EmptyState title={t('没有通知')} hint={t('到期提醒、退回、抄送等会出现在这里。')} />
      )}
      <ul className="notices" aria-busy={list.isPending}>
        {notices.map((notice) => (
          <Notice key={notice.id} notice={notice} onOpen={() => open(notice)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('更早的通知')}
        </Button>
      )}
    </Drawer>
  );
}

function Notice({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }): ReactElement {
  const unread = notice.readAt === null;
  const of =
    notice.plural === null || !isPlural(notice.plural)
      ? kindOfTeam(notice.kind)
      : `${WORKFLOW_NAMES[notice.plural]} ${notice.caseId}`;
  return (
    <li>
      <button type="button" className="notice" onClick={onOpen}>
        <span className={unread ? 'row-title unread' : 'row-title'}>
          {unread && <span className="visually-hidden">{t('未读')} </span>}
          {notice.title}
        </span>
        <span>{notice.text}</span>
        <span className="muted small">
          {of} · {momentText(notice.at)}
          {notice.late && <span className="late"> {t('迟发')}</span>}
        </span>
      </button>
    </li>
  );
}

/** What is told without any case: of teams, and of the working calendar. */
function kindOfTeam(kind: string): string {
  if (kind === 'ageing-out') return t('超龄预告');
  return kind === 'vacancy' ? t('职位空缺') : t('通知');
}

function useReading(): (which: { ids: number[] } | { all: true }) => void {
  const client = useQueryClient();
  const { message } = App.useApp();
  return (which) => {
    post('notices/read', which)
      .then(() => client.invalidateQueries({ queryKey: ['inbox'] }))
      .catch((error: unknown) => void message.error(sentenceOf(error)));
  };
}
