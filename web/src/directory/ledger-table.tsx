import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { withQuery } from '../api/client.js';
import type { LedgerRow } from '../api/types.js';
import { Link } from '../app/router.js';
import { LevelTag } from '../ui/tags.js';
import { monthText } from '../ui/time.js';

interface Props {
  rows: LedgerRow[];
  asOf: string | null;
  busy: boolean;
}

const BASES = { 'approved-headcount': '核定', incumbents: '实配' };

export function LedgerTable({ rows, asOf, busy }: Props): ReactElement {
  const columns: TableColumnsType<LedgerRow> = [
    {
      title: '班子和任务',
      width: 290,
      render: (_, { team, teamName, taskName }) => (
        <>
          <Link href={withQuery(`/teams/${team}`, { asOf })}>{teamName}</Link>
          <div className="small muted">{taskName}</div>
        </>
      ),
    },
    { title: '等级', width: 122, render: (_, row) => <LevelTag level={row.level} severity={row.severity} /> },
    { title: '基数', width: 76, align: 'right', render: (_, row) => `${BASES[row.baseKind]} ${row.base}` },
    { title: '应配', dataIndex: 'due', width: 56, align: 'right' },
    { title: '实配', dataIndex: 'actual', width: 56, align: 'right' },
    {
      title: '差额',
      width: 56,
      align: 'right',
      render: (_, { shortfall }) => (shortfall > 0 ? <b className="fails">{shortfall}</b> : 0),
    },
    { title: '占比', width: 66, align: 'right', render: (_, { ratio }) => shareText(ratio) },
    { title: '空缺', width: 92, render: (_, { vacancies }) => vacancyText(vacancies) },
    { title: '未达标', width: 70, align: 'right', render: (_, row) => quartersText(row.unmetQuarters) },
    { title: '年轻干部', render: (_, row) => <Members row={row} /> },
  ];
  return (
    <Table
      size="small"
      rowKey={({ team, task }) => `${team}/${task}`}
      columns={columns}
      dataSource={rows}
      loading={busy ? { delay: 400 } : false}
      pagination={false}
      sticky={{ offsetHeader: 0 }}
      tableLayout="fixed"
    />
  );
}

export function shareText({ num, den }: LedgerRow['ratio']): string {
  return den === 0 ? '—' : `${Math.round((num / den) * 1000) / 10}%`;
}

function vacancyText({ principal, deputy }: LedgerRow['vacancies']): string {
  const parts = [principal > 0 ? `正${principal}` : '', deputy > 0 ? `副${deputy}` : ''].filter((part) => part !== '');
  return parts.length === 0 ? '—' : parts.join(' ');
}

const quartersText = (quarters: number): string => (quarters === 0 ? '—' : `${quarters}季度`);

function Members({ row }: { row: LedgerRow }): ReactElement {
  const leaving = new Map(row.ageingOut.map(({ cadre, month }) => [cadre, month]));
  return (
    <>
      {row.members.map(({ cadre, name, birth }, at) => (
        <span key={cadre}>
          {at > 0 && '、'}
          {name} <span className="muted">{monthText(birth)}</span>
          {leaving.has(cadre) && <span className="ageing">（{monthText(leaving.get(cadre) ?? '')}起不计）</span>}
        </span>
      ))}
      {row.fallsShortIn !== null && <span className="ageing"> {monthText(row.fallsShortIn)}起将有差额</span>}
    </>
  );
}
