import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { type ReactElement, useState } from 'react';
import { post } from '../api/client.js';
import { belongsTo, rolesOf, SECURITY, SYSTEM, useSession } from '../app/current-session.js';
import { ROLE_LABELS } from '../app/role-labels.js';
import { useFilters } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { useDebounced } from '../ui/use-debounced.js';
import { type User, usersQuery } from './admin-api.js';
import { GrantsDrawer } from './grants-drawer.js';
import { NewUser } from './new-user.js';
import { ResetPassword } from './reset-password.js';
import { SessionsDrawer } from './sessions-drawer.js';
import { StartNote } from './start-note.js';

const PAGE_ROWS = 50;

/** Accounts: the system administrator makes and closes them, the security administrator gives them roles; neither does both. */
export default function UsersPage(): ReactElement {
  const roles = rolesOf(useSession());
  const keepsAccounts = belongsTo(SYSTEM, roles);
  const [search, change] = useFilters();
  const [after, setAfter] = useState(0);
  const query = useDebounced(search.get('query') ?? '', 250);
  const { data, error, refetch } = useQuery(usersQuery({ query, after, limit: PAGE_ROWS }));
  return (
    <div className="page">
      <header className="page-head">
        <h1>{keepsAccounts ? t('账户') : t('授权')}</h1>
        <span className="muted">
          {keepsAccounts
            ? t('系统管理员建立、停用账户和重置口令；授权由安全管理员办理。')
            : t('安全管理员授予、撤销角色；撤销立即生效，该人全部会话结束。')}
        </span>
      </header>
      <div className="filters">
        <Input.Search
          aria-label={t('姓名或用户名')}
          placeholder={t('姓名或用户名')}
          className="filter-unit"
          allowClear
          value={search.get('query') ?? ''}
          onChange={(event) => {
            setAfter(0);
            change({ query: event.target.value });
          }}
        />
        {keepsAccounts && <NewUser onDone={() => void refetch()} />}
      </div>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && query === '' && after === 0 && data.next === null && (
        <StartNote users={data.users} keepsAccounts={keepsAccounts} />
      )}
      {data?.users.length === 0 && <EmptyState title={t('没有符合条件的账户')} hint={t('换一个姓名或用户名再查。')} />}
      {data && data.users.length > 0 && (
        <UserTable users={data.users} keepsAccounts={keepsAccounts} canGrant={belongsTo(SECURITY, roles)} />
      )}
      <div className="filters">
        {after > 0 && <Button onClick={() => setAfter(0)}>{t('回到开头')}</Button>}
        {typeof data?.next === 'number' && <Button onClick={() => setAfter(data.next ?? 0)}>{t('下一页')}</Button>}
      </div>
    </div>
  );
}

function UserTable(props: { users: readonly User[]; keepsAccounts: boolean; canGrant: boolean }): ReactElement {
  const { users, keepsAccounts, canGrant } = props;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('编号')}</th>
          <th>{t('姓名')}</th>
          <th>{t('用户名')}</th>
          <th>{t('状态')}</th>
          <th>{t('第二因素')}</th>
          <th>{t('角色')}</th>
          <th aria-label={t('操作')} />
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id}>
            <td className="number">{user.id}</td>
            <td>{user.displayName}</td>
            <td>{user.username}</td>
            <td>
              {user.status === 'active' ? <Tag color="green">{t('正常')}</Tag> : <Tag>{t('已停用')}</Tag>}
              {user.locked && <Tag color="orange">{t('暂时锁定')}</Tag>}
            </td>
            <td>{user.secondFactor ? t('已登记') : <span className="muted">{t('未设置')}</span>}</td>
            <td>
              {user.grants.length === 0 ? (
                <span className="muted">{t('尚未授权')}</span>
              ) : (
                user.grants.map(grantText).join('；')
              )}
            </td>
            <td className="row-buttons">
              {keepsAccounts && <AccountButtons user={user} />}
              {canGrant && <GrantsDrawer user={user} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const grantText = ({ role, unit }: User['grants'][number]): string =>
  `${ROLE_LABELS[role] ?? role}${unit === null ? '' : ` · ${unit.name}`}`;

function AccountButtons({ user }: { user: User }): ReactElement {
  const client = useQueryClient();
  const isActive = user.status === 'active';
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post(`users/${user.id}/${isActive ? 'disable' : 'enable'}`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['admin', 'users'] }),
  });
  return (
    <>
      {error !== null && <ErrorNote error={error} />}
      <SessionsDrawer user={user} />
      <ResetPassword user={user} />
      <Button size="small" danger={isActive} loading={isPending} onClick={() => mutate()}>
        {isActive ? t('停用') : t('启用')}
      </Button>
    </>
  );
}
