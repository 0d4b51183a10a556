import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { delegationsQuery } from '../account/account-api.js';
import { DelegationTable } from '../account/delegations.js';
import { remove } from '../api/client.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';

/** Every delegation, for whoever gives and takes rights: ending one that should not be. */
export default function DelegationsPage(): ReactElement {
  const { data, error, refetch } = useQuery(delegationsQuery());
  const revoke = useMutation({
    mutationFn: (id: number) => remove(`delegations/${id}`),
    onSettled: () => refetch(),
  });
  const fault = error ?? revoke.error;
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('外出委托')}</h1>
        <span className="muted">{t('代理由本人办理；安全管理员可以撤销，撤销立即生效。')}</span>
      </header>
      {fault !== null && <ErrorNote error={fault} retry={() => void refetch()} />}
      {data?.delegations.length === 0 && <EmptyState title={t('还没有委托')} />}
      {data && data.delegations.length > 0 && (
        <DelegationTable delegations={data.delegations} busy={revoke.isPending} revoke={revoke.mutate} />
      )}
    </div>
  );
}
