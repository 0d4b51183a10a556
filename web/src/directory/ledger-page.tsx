import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { type Query, withQuery } from '../api/client.js';
import { ledgerQuery, tasksQuery } from '../api/queries.js';
import type { Ledger } from '../api/types.js';
import { rolesOf, useSession } from '../app/current-session.js';
import { Link, useFilters } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { AsOf } from './as-of.js';
import { ColumnChoice, useColumns } from './column-choice.js';
import { ExportLedger } from './export-sheet.js';
import { ExportWorkbook } from './export-workbook.js';
import { LedgerTable } from './ledger-table.js';
import { UnitFilter } from './unit-filter.js';
import { pageQuery } from './virtual-table.js';

const LEVELS = [
  { value: '', label: t('全部等级') },
  { value: 'A', label: t('A级') },
  { value: 'B', label: t('B级') },
  { value: 'C', label: t('C级') },
];
const FILTERS = ['asOf', 'unit', 'task', 'level', 'short', 'vacant', 'city'] as const;
const EXPORTERS = ['reviewer', 'chief', 'deputy', 'head'];

/** 配备台账: every team under every task as of a day, with the totals of what is shown. */
export default function LedgerPage(): ReactElement {
  const [search] = useFilters();
  const roles = rolesOf(useSession());
  const [columns, setColumns] = useColumns();
  const [exporting, setExporting] = useState(false);
  const filter = Object.fromEntries(FILTERS.map((name) => [name, search.get(name)]));
  const { data, error, refetch } = useQuery(ledgerQuery({ ...filter, ...pageQuery(0) }));
  return (
    <div className="page ledger-page">
      <header className="page-head">
        <h1>{t('配备台账')}</h1>
        <span className="muted">{t('用好各年龄段干部：台账反映班子结构，不对干部按年龄排序。')}</span>
        <div className="buttons">
          <ColumnChoice shown={columns} onChange={setColumns} />
          <ExportLedger filter={filter} />
          {EXPORTERS.some((role) => roles.has(role)) && (
            <Button onClick={() => setExporting(true)}>{t('导出工作簿')}</Button>
          )}
        </div>
      </header>
      <Filters />
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && error === null && <div className="ledger" aria-busy="true" />}
      {data && <Totals ledger={data} filter={filter} />}
      {data?.total === 0 && (
        <EmptyState
          title={t('没有符合条件的班子')}
          hint={t('放宽单位、任务或等级；或者先导入市工作簿里的班子和配备任务。')}
        />
      )}
      {data && data.total > 0 && (
        <LedgerTable filter={filter} total={data.total} shown={columns} asOf={search.get('asOf')} />
      )}
      {exporting && <ExportWorkbook asOf={search.get('asOf')} onClose={() => setExporting(false)} />}
    </div>
  );
}

function Filters(): ReactElement {
  const [search, change] = useFilters();
  const { data: tasks } = useQuery(tasksQuery());
  const taskOptions = (tasks?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const toggles = [
    ['short', t('只看有差额的')],
    ['vacant', t('只看有空缺的')],
    ['city', t('只看市直')],
  ] as const;
  return (
    <div className="filters">
      <UnitFilter value={search.get('unit') ?? ''} onChange={(unit) => change({ unit })} />
      <Select
        aria-label={t('配备任务')}
        className="filter-task"
        popupMatchSelectWidth={false}
        value={search.get('task') ?? ''}
        options={[{ value: '', label: t('全部任务') }, ...taskOptions]}
        onChange={(task) => change({ task })}
      />
      <Select
        aria-label={t('预警等级')}
        value={search.get('level') ?? ''}
        options={LEVELS}
        onChange={(level) => change({ level })}
      />
      <AsOf />
      {toggles.map(([name, label]) => {
        const on = search.get(name) === 'true';
        return (
          <Button
            key={name}
            type={on ? 'primary' : 'default'}
            aria-pressed={on}
            onClick={() => change({ [name]: on ? null : true })}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}

/** What the rows below come to; a number that has rows of its own leads to them. */
function Totals({ ledger: { totals }, filter }: { ledger: Ledger; filter: Query }): ReactElement {
  const sum = (name: 'due' | 'actual' | 'shortfall' | 'teams'): number =>
    totals.tasks.reduce((total, task) => total + task[name], 0);
  const narrowed = (more: Query): string => withQuery('/ledger', { ...filter, ...more });
  return (
    <dl className="totals" aria-label={t('合计')}>
      <Total name={t('班子（按任务计）')} value={sum('teams')} />
      <Total name={t('应配')} value={sum('due')} />
      <Total name={t('实配')} value={sum('actual')} note={t('人次')} />
      <Total name={t('差额')} value={sum('shortfall')} href={narrowed({ short: true })} />
      {[...totals.levels]
        .sort((a, b) => b.severity - a.severity)
        .map(({ level, label, rows, severity }) => (
          <Total
            key={level}
            name={label}
            value={rows}
            href={narrowed({ level })}
            tone={severity >= 3 ? 'block' : severity === 2 ? 'flag' : 'clear'}
          />
        ))}
    </dl>
  );
}

interface TotalProps {
  name: string;
  value: number;
  note?: string;
  tone?: string;
  href?: string;
}

function Total({ name, value, note, tone, href }: TotalProps): ReactElement {
  const number = value.toLocaleString('zh-CN');
  return (
    <div className={tone === undefined ? undefined : `edge-${tone}`}>
      <dt>{name}</dt>
      <dd>
        {href === undefined || value === 0 ? number : <Link href={href}>{number}</Link>}
        {note !== undefined && <span className="muted"> {note}</span>}
      </dd>
    </div>
  );
}
