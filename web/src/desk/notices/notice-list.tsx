import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { noticesQuery } from '../../api/inbox-queries.js';
import type { NoticeView } from '../../api/inbox-types.js';
import { isPlural } from '../../api/plurals.js';
import { WORKFLOW_NAMES } from '../../api/workflow-names.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { momentText } from '../../ui/time.js';

interface Props {
  unreadOnly?: boolean;
  /** The notice behind which they are; each then says of which unit it is, for what it says is the same for all. */
  behind?: number;
  onOpen: (notice: NoticeView) => void;
}

/** Somebody's notices, or those behind one of them, page by page. */
export function NoticeList({ unreadOnly = false, behind, onOpen }: Props): ReactElement {
  const list = useInfiniteQuery(noticesQuery(unreadOnly, behind));
  const notices = (list.data?.pages ?? []).flatMap(({ items }) => items);
  return (
    <>
      {list.error !== null && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
      {list.data && notices.length === 0 && (
        <EmptyState title={t('没有通知')} hint={t('到期提醒、退回、抄送等会出现在这里。')} />
      )}
      <ul className="notices" aria-busy={list.isPending}>
        {notices.map((notice) => (
          <Notice key={notice.id} notice={notice} isBehind={behind !== undefined} onOpen={() => onOpen(notice)} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('更早的通知')}
        </Button>
      )}
    </>
  );
}

interface NoticeProps {
  notice: NoticeView;
  isBehind: boolean;
  onOpen: () => void;
}

function Notice({ notice, isBehind, onOpen }: NoticeProps): ReactElement {
  const unread = notice.readAt === null;
  return (
    <li>
      <button type="button" className="notice" onClick={onOpen}>
        <span className={unread ? 'row-title unread' : 'row-title'}>
          {unread && <span className="visually-hidden">{t('未读')} </span>}
          {notice.title}
        </span>
        <span>{isBehind && notice.team === null ? notice.unitName : notice.text}</span>
        <span className="muted small">
          {aboutOf(notice)} · {momentText(notice.at)}
          {unread && notice.count > 1 && notice.unread < notice.count && (
            <span> · {t('{n}项未读', { n: notice.unread })}</span>
          )}
          {notice.late && <span className="late"> {t('迟发')}</span>}
        </span>
      </button>
    </li>
  );
}

function aboutOf({ plural, kind, caseId, count }: NoticeView): string {
  if (plural === null || !isPlural(plural)) return kindOfTeam(kind);
  return count > 1 ? WORKFLOW_NAMES[plural] : `${WORKFLOW_NAMES[plural]} ${caseId}`;
}

/** What is told without any case: of teams, and of the working calendar. */
function kindOfTeam(kind: string): string {
  if (kind === 'ageing-out') return t('超龄预告');
  return kind === 'vacancy' ? t('职位空缺') : t('通知');
}
