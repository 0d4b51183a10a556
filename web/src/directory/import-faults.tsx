import { Table } from 'antd';
import type { ReactElement } from 'react';
import type { ImportProblem } from '../api/types.js';

interface Props {
  title: string;
  faults: readonly ImportProblem[];
  total: number;
}

const place = ({ row }: ImportProblem): string => (row === 0 ? '整张表' : `第${row}行`);

/** Where each fault stands and what to write instead, in the order of the workbook. */
export function ImportFaults({ title, faults, total }: Props): ReactElement | null {
  if (total === 0) return null;
  return (
    <section>
      <h2>
        {title} {total}
        {faults.length < total && <span className="muted">（列出前{faults.length}处）</span>}
      </h2>
      <Table
        size="small"
        rowKey={(fault) => `${fault.sheet}/${fault.row}/${fault.column}/${fault.code}/${fault.value}`}
        dataSource={[...faults]}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
        columns={[
          { title: '工作表', dataIndex: 'sheet', width: 100 },
          { title: '位置', width: 90, render: (_, fault) => place(fault) },
          { title: '列', dataIndex: 'column', width: 130 },
          { title: '现有内容', dataIndex: 'value', width: 150, render: (value: string) => value || '（空）' },
          { title: '怎么改', dataIndex: 'message' },
        ]}
      />
    </section>
  );
}
