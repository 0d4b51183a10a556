import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Popconfirm } from 'antd';
import { type ReactElement, useState } from 'react';
import { remove } from '../api/client.js';
import { ROLE_LABELS } from '../app/role-labels.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import type { User } from './admin-api.js';
import { NewGrant } from './new-grant.js';

/** The roles of one person: dated, taken back at once; and taking away second factors that were lost. */
export function GrantsDrawer({ user }: { user: User }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('授权')}
      </Button>
      <Drawer
        open={isOpen}
        size={720}
        destroyOnHidden
        title={t('{name} 的角色', { name: user.displayName })}
        onClose={() => setOpen(false)}
      >
        <Grants user={user} />
      </Drawer>
    </>
  );
}

function Grants({ user }: { user: User }): ReactElement {
  const client = useQueryClient();
  const refresh = (): void => void client.invalidateQueries({ queryKey: ['admin', 'users'] });
  const taking = useMutation({ mutationFn: remove, onSettled: refresh });
  return (
    <div className="stack">
      {taking.error !== null && <ErrorNote error={taking.error} />}
      {user.grants.length === 0 ? (
        <p className="muted">{t('尚未授权：可以登录，看不到任何数据。')}</p>
      ) : (
        <GrantTable user={user} revoke={(id) => taking.mutate(`users/${user.id}/grants/${id}`)} />
      )}
      <NewGrant user={user} onDone={refresh} />
      {user.secondFactor && (
        <Popconfirm
          title={t('清除 {name} 的全部第二因素？其会话将全部结束。', { name: user.displayName })}
          onConfirm={() => taking.mutate(`users/${user.id}/second-factors`)}
        >
          <Button>{t('清除第二因素（遗失时）')}</Button>
        </Popconfirm>
      )}
    </div>
  );
}

function GrantTable({ user, revoke }: { user: User; revoke: (id: number) => void }): ReactElement {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('角色')}</th>
          <th>{t('范围')}</th>
          <th>{t('自')}</th>
          <th>{t('至（不含）')}</th>
          <th aria-label={t('操作')} />
        </tr>
      </thead>
      <tbody>
        {user.grants.map(({ id, role, unit, startsOn, endsOn }) => (
          <tr key={id}>
            <td>{ROLE_LABELS[role] ?? role}</td>
            <td>{unit === null ? t('全市') : t('{unit}及其下级', { unit: unit.name })}</td>
            <td className="day-cell">{startsOn}</td>
            <td className="day-cell">{endsOn ?? t('长期')}</td>
            <td className="row-buttons">
              <Popconfirm title={t('立即撤销？其会话将全部结束。')} onConfirm={() => revoke(id)}>
                <Button size="small" danger>
                  {t('撤销')}
                </Button>
              </Popconfirm>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
