import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { countsQuery } from '../../api/inbox-queries.js';
import { usePollMs } from '../../api/live.js';
import { fetched } from '../../ui/fetched.js';
import { t } from '../../ui/t.js';

const NoticesDrawer = fetched(() => import('./notices-drawer.js'), null);

/** What has been sent to this person and not been read. */
export function NoticesButton(): ReactElement {
  const refetchInterval = usePollMs();
  const { data } = useQuery({ ...countsQuery, refetchInterval });
  const [open, setOpen] = useState(false);
  const unread = data?.unread ?? 0;
  return (
    <>
      <Button block size="small" onClick={() => setOpen(true)}>
        {t('通知')}
        {unread > 0 && (
          <span className="badge">
            <span className="visually-hidden">{t('未读')} </span>
            {unread}
          </span>
        )}
      </Button>
      {open && <NoticesDrawer onClose={() => setOpen(false)} />}
    </>
  );
}
