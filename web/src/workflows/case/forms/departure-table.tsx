import type { ReactElement } from 'react';
import { DEPARTURE_LABELS } from './field-words.js';

interface Difference {
  item: number;
  field: string;
  cleared: unknown;
  filed: unknown;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '（无）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Where a filing is not what was cleared, field by field. */
export function DepartureTable({ params }: { params: Record<string, unknown> }): ReactElement {
  const differences = (params['differences'] as Difference[] | undefined) ?? [];
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>事项</th>
          <th>内容</th>
          <th>已通过</th>
          <th>报送</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ item, field, cleared, filed }) => (
          <tr key={`${item}-${field}`}>
            <td>{item === 0 ? '整件' : `第${item}项`}</td>
            <td>{DEPARTURE_LABELS[field] ?? field}</td>
            <td>{text(cleared)}</td>
            <td>{text(filed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
