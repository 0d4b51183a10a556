import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { remove } from '../api/client.js';
import { BUSINESS, belongsTo, rolesOf, useSession } from '../app/current-session.js';
import { ROLE_LABELS } from '../app/role-labels.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { delegationsQuery, ownSessionsQuery } from './account-api.js';
import { DelegationForm } from './delegation-form.js';
import { DelegationTable } from './delegations.js';
import { PasswordForm } from './password-form.js';
import { SecondFactors } from './second-factors.js';
import { SessionTable } from './session-table.js';

/** 我的账户: how one signs in, where one is signed in, and who stands in meanwhile. */
export default function AccountPage(): ReactElement {
  const session = useSession();
  const { message } = App.useApp();
  const roles = session.roles.map(({ role, unit }) => `${ROLE_LABELS[role] ?? role}（${unit?.name ?? t('全市')}）`);
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <h1>{t('我的账户')}</h1>
        <span className="muted">
          {session.user.displayName} · {session.user.username} · {roles.join('、') || t('尚未授权')}
        </span>
      </header>
      <Card title={t('登录第二因素')}>
        <SecondFactors />
      </Card>
      <Card title={t('已登录的设备')} hint={t('不认识的，请结束并修改口令。')}>
        <OwnSessions />
      </Card>
      {belongsTo(BUSINESS, rolesOf(session)) && (
        <Card title={t('外出委托')} hint={t('外出期间由同事代为办理；代理人以您的职责办理时，双方姓名都会记录。')}>
          <OwnDelegations />
        </Card>
      )}
      <Card title={t('修改口令')} hint={t('修改后，其他设备上的会话全部结束。')}>
        <div className="account-form">
          <PasswordForm onDone={() => void message.success(t('口令已修改，其他会话已结束。'))} />
        </div>
      </Card>
    </div>
  );
}

function Card({ title, hint, children }: { title: string; hint?: string; children: ReactNode }): ReactElement {
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        {hint !== undefined && <span className="muted">{hint}</span>}
      </div>
      {children}
    </section>
  );
}

function useRemoval() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: remove,
    onSettled: () => client.invalidateQueries({ queryKey: ['account'] }),
  });
}

function OwnSessions(): ReactElement {
  const { data, error, refetch } = useQuery(ownSessionsQuery());
  const end = useRemoval();
  const fault = error ?? end.error;
  return (
    <>
      {fault !== null && <ErrorNote error={fault} retry={() => void refetch()} />}
      {data && (
        <SessionTable sessions={data.sessions} busy={end.isPending} end={(id) => end.mutate(`sessions/${id}`)} />
      )}
    </>
  );
}

function OwnDelegations(): ReactElement {
  const { data, error, refetch } = useQuery(delegationsQuery());
  const revoke = useRemoval();
  const fault = error ?? revoke.error;
  const list = data?.delegations ?? [];
  return (
    <div className="stack">
      {fault !== null && <ErrorNote error={fault} retry={() => void refetch()} />}
      {list.length > 0 && (
        <DelegationTable
          delegations={list}
          busy={revoke.isPending}
          revoke={(id) => revoke.mutate(`delegations/${id}`)}
        />
      )}
      <DelegationForm onDone={() => void refetch()} />
    </div>
  );
}
