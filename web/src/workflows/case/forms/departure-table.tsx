import type { ReactElement } from 'react';
import { DEPARTURE_LABELS } from './field-words.js';
import { t } from '../../../ui/t.js';

interface Difference {
  item: number;
  field: string;
  cleared: unknown;
  filed: unknown;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return t('（无）');
  if (typeof value === 'boolean') return value ? t('是') : t('否');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Where a filing is not what was cleared, field by field. */
export function DepartureTable({ params }: { params: Record<string, unknown> }): ReactElement {
  const differences = (params['differences'] as Difference[] | undefined) ?? [];
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{t('事项')}</th>
          <th>{t('内容')}</th>
          <th>{t('已通过')}</th>
          <th>{t('报送')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ item, field, cleared, filed }) => (
          <tr key={`${item}-${field}`}>
            <td>{item === 0 ? t('整件') : t('第{n}项', { n: item })}</td>
            <td>{DEPARTURE_LABELS[field] ?? field}</td>
            <td>{text(cleared)}</td>
            <td>{text(filed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
