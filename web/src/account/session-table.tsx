import { Button, Tag } from 'antd';
import type { ReactElement } from 'react';
import { t } from '../ui/t.js';
import { momentText } from '../ui/time.js';
import type { OpenSession } from './account-api.js';

interface Props {
  sessions: readonly OpenSession[];
  busy: boolean;
  end: (id: number) => void;
}

/** Where an account is signed in. */
export function SessionTable({ sessions, busy, end }: Props): ReactElement {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('浏览器')}</th>
          <th>{t('地址')}</th>
          <th>{t('登录时间')}</th>
          <th>{t('最近使用')}</th>
          <th aria-label={t('操作')} />
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, terminal, address, createdAt, lastSeenAt, isThisOne }) => (
          <tr key={id}>
            <td>{browserOf(terminal)}</td>
            <td>{address ?? '—'}</td>
            <td className="day-cell">{momentText(createdAt)}</td>
            <td className="day-cell">{momentText(lastSeenAt)}</td>
            <td className="row-buttons">
              {isThisOne ? (
                <Tag color="blue">{t('当前会话')}</Tag>
              ) : (
                <Button size="small" disabled={busy} onClick={() => end(id)}>
                  {t('结束')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const BROWSERS = [/Edg\/\d+/, /Firefox\/\d+/, /Chrome\/\d+/, /Version\/\d+.*Safari/];

/** Enough of what a browser says of itself to tell one from another. */
function browserOf(terminal: string | null): string {
  if (terminal === null) return '—';
  const found = BROWSERS.map((pattern) => pattern.exec(terminal)?.[0]).find((name) => name !== undefined);
  const system = /Windows|Mac OS X|Android|iPhone|Linux/.exec(terminal)?.[0];
  return [found?.replace('/', ' ') ?? terminal.slice(0, 30), system].filter(Boolean).join(' · ');
}
