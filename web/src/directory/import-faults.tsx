import { Segmented, Table } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ImportProblem } from '../api/types.js';
import { t } from '../ui/t.js';

interface Props {
  title: string;
  faults: readonly ImportProblem[];
  total: number;
}

const place = ({ row }: ImportProblem): string => (row === 0 ? t('整张表') : t('第{n}行', { n: row }));

/** Where each fault stands and what to write instead, in the order of the workbook, one sheet at a time. */
export function ImportFaults({ title, faults, total }: Props): ReactElement | null {
  const [sheet, setSheet] = useState('');
  if (total === 0) return null;
  const sheets = [...new Set(faults.map((fault) => fault.sheet))];
  const counted = (name: string): number => faults.filter((fault) => fault.sheet === name).length;
  // A workbook checked anew may have no faults left on the sheet that was looked at.
  const chosen = sheets.includes(sheet) ? sheet : '';
  return (
    <section aria-label={title}>
      <h2>
        {title} {total}
        {faults.length < total && <span className="muted">{t('（列出前{n}处）', { n: faults.length })}</span>}
      </h2>
      {sheets.length > 1 && (
        <Segmented
          size="small"
          value={chosen}
          options={[
            { value: '', label: t('全部') },
            ...sheets.map((name) => ({ value: name, label: `${name} ${counted(name)}` })),
          ]}
          onChange={setSheet}
        />
      )}
      <Table
        size="small"
        rowKey={(fault) => `${fault.sheet}/${fault.row}/${fault.column}/${fault.code}/${fault.value}`}
        dataSource={faults.filter((fault) => chosen === '' || fault.sheet === chosen)}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
        scroll={{ x: 640 }}
        columns={[
          { title: t('工作表'), dataIndex: 'sheet', width: 100 },
          { title: t('位置'), width: 90, render: (_, fault) => place(fault) },
          { title: t('列'), dataIndex: 'column', width: 130 },
          { title: t('现有内容'), dataIndex: 'value', width: 150, render: faultyCell },
          { title: t('怎么改'), dataIndex: 'message' },
        ]}
      />
    </section>
  );
}

/** The cell as the workbook has it. */
const faultyCell = (value: string): ReactElement => <span className="faulty-cell">{value || t('（空）')}</span>;
