import { Tag } from 'antd';
import type { ReactElement } from 'react';
import { ROLE_LABELS } from '../app/role-labels.js';
import { t } from '../ui/t.js';
import { momentText } from '../ui/time.js';
import type { AuditRecord } from './admin-api.js';

/** Records, the latest first. */
export function AuditTable({ items }: { items: readonly AuditRecord[] }): ReactElement {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('时间')}</th>
          <th>{t('操作人')}</th>
          <th>{t('角色')}</th>
          <th>{t('地址')}</th>
          <th>{t('事件')}</th>
          <th>{t('对象')}</th>
          <th>{t('动作')}</th>
          <th>{t('结果')}</th>
          <th>{t('用途')}</th>
          <th>{t('封存')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="day-cell" title={one.at}>
              {momentText(one.at)}
            </td>
            <td>
              {one.actorId ?? '—'}
              {one.onBehalfOf !== null && <span className="muted"> {t('代 {name}', { name: one.onBehalfOf })}</span>}
            </td>
            <td>{one.role === null ? '—' : (ROLE_LABELS[one.role] ?? one.role)}</td>
            <td>{one.address ?? '—'}</td>
            <td>{one.event}</td>
            <td>
              {one.objectType}
              {one.objectId !== null && <span className="code">{one.objectId}</span>}
            </td>
            <td>{one.action}</td>
            <td>
              {one.result === 'done' ? (
                one.result
              ) : (
                <Tag color={/^[A-Z]/.test(one.result) ? 'red' : 'orange'}>{one.result}</Tag>
              )}
            </td>
            <td>{one.purpose ?? ''}</td>
            <td className="number">{one.seq ?? t('待封存')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
