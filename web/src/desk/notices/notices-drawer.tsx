import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../../api/client.js';
import type { NoticeView } from '../../api/inbox-types.js';
import { sentenceOf } from '../../api/problem.js';
import { navigate } from '../../app/router.js';
import { t } from '../../ui/t.js';
import { NoticeList } from './notice-list.js';

/** Notices, the newest first; opening one counts as having read it. One that gathers others opens what is behind it. */
export default function NoticesDrawer({ onClose }: { onClose: () => void }): ReactElement {
  const [unreadOnly, setUnreadOnly] = useState(false);
  const [gathering, setGathering] = useState<NoticeView | null>(null);
  const read = useReading();
  const open = (notice: NoticeView): void => {
    if (notice.readAt === null) read({ ids: [notice.id] });
    if (notice.count > 1) return setGathering(notice);
    onClose();
    if (notice.team !== null) navigate(`/teams/${encodeURIComponent(notice.team)}`);
    // What is about the installation, such as the calendar's end, has no case to open.
    else if (notice.plural !== null) navigate(`/desk?open=${notice.plural}/${notice.caseId}`);
  };
  if (gathering !== null)
    return (
      <Drawer open title={gathering.title} placement="left" size={420} onClose={onClose}>
        <div className="buttons">
          <Button size="small" onClick={() => setGathering(null)}>
            {t('返回全部通知')}
          </Button>
        </div>
        <p className="muted small">{gathering.text}</p>
        <NoticeList key={gathering.id} behind={gathering.id} onOpen={open} />
      </Drawer>
    );
  return (
    <Drawer open title={t('通知')} placement="left" size={420} onClose={onClose}>
      <div className="buttons">
        <Checkbox checked={unreadOnly} onChange={(event) => setUnreadOnly(event.target.checked)}>
          {t('只看未读')}
        </Checkbox>
        <Button size="small" onClick={() => read({ all: true })}>
          {t('全部标为已读')}
        </Button>
      </div>
      <NoticeList unreadOnly={unreadOnly} onOpen={open} />
    </Drawer>
  );
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
