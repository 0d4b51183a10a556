import { Button, Tag } from 'antd';
import type { ReactElement } from 'react';
import { serverNow } from '../api/server-time.js';
import { t } from '../ui/t.js';
import { dayInChina } from '../ui/time.js';
import type { Delegation } from './account-api.js';

interface Props {
  delegations: readonly Delegation[];
  busy: boolean;
  revoke: (id: number) => void;
}

/** Who stands in for whom, when, and why. */
export function DelegationTable({ delegations, busy, revoke }: Props): ReactElement {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('委托人')}</th>
          <th>{t('代理人')}</th>
          <th>{t('起止（含当日）')}</th>
          <th>{t('事由')}</th>
          <th>{t('状态')}</th>
          <th aria-label={t('操作')} />
        </tr>
      </thead>
      <tbody>
        {delegations.map((one) => {
          const state = stateOf(one, dayInChina(serverNow()));
          return (
            <tr key={one.id}>
              <td>{one.from.displayName}</td>
              <td>{one.to.displayName}</td>
              <td className="day-cell">
                {one.startsOn} — {one.endsOn}
              </td>
              <td>{one.reason}</td>
              <td>
                <Tag color={state.color}>{state.label}</Tag>
              </td>
              <td className="row-buttons">
                {state.isOpen && (
                  <Button size="small" disabled={busy} onClick={() => revoke(one.id)}>
                    {t('撤销')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function stateOf(
  { startsOn, endsOn, revokedAt }: Delegation,
  today: string,
): { label: string; color?: string; isOpen: boolean } {
  if (revokedAt !== null) return { label: t('已撤销'), isOpen: false };
  if (endsOn < today) return { label: t('已结束'), isOpen: false };
  return startsOn > today ? { label: t('未开始'), isOpen: true } : { label: t('代理中'), color: 'green', isOpen: true };
}
