import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { get, post } from '../api/client.js';
import type { NoticePage, NoticeView } from '../api/inbox-types.js';
import { navigate } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { momentText } from '../ui/time.js';

const QUERY_KEY = ['admin', 'installation-notices'];
const EVERY_MS = 300_000;

/** What an administrator has to know of the installation: a button with the number of unread ones, and the list. */
export function InstallationNotices(): ReactElement {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: QUERY_KEY,
    queryFn: ({ signal }) => get<NoticePage>('installation-notices', { limit: 100 }, signal),
    refetchInterval: EVERY_MS,
  });
  const read = useMutation({
    mutationFn: (which: { ids: number[] } | { all: true }) => post('installation-notices/read', which),
    onSettled: () => client.invalidateQueries({ queryKey: QUERY_KEY }),
  });
  const notices = data?.items ?? [];
  const unread = notices.filter(({ readAt }) => readAt === null);
  const fault = error ?? read.error;
  const open = ({ id, readAt, workflow }: NoticeView): void => {
    if (readAt === null) read.mutate({ ids: [id] });
    setOpen(false);
    if (workflow === 'calendar') navigate('/admin/calendar');
  };
  return (
    <>
      <Button block size="small" onClick={() => setOpen(true)}>
        {t('通知')}
        {unread.length > 0 && (
          <span className="badge">
            <span className="visually-hidden">{t('未读')} </span>
            {unread.length}
          </span>
        )}
      </Button>
      <Drawer open={isOpen} title={t('通知')} placement="left" size={420} onClose={() => setOpen(false)}>
        {fault !== null && <ErrorNote error={fault} retry={() => void refetch()} />}
        {data && notices.length === 0 && <EmptyState title={t('没有通知')} />}
        {unread.length > 1 && (
          <Button size="small" onClick={() => read.mutate({ all: true })}>
            {t('全部标为已读')}
          </Button>
        )}
        <ul className="notices">
          {notices.map((notice) => (
            <li key={notice.id}>
              <button type="button" className="notice" onClick={() => open(notice)}>
                <span className={notice.readAt === null ? 'row-title unread' : 'row-title'}>{notice.title}</span>
                <span>{notice.text}</span>
                <span className="muted small">{momentText(notice.at)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  );
}
