import { useQuery } from '@tanstack/react-query';
import { Input, Pagination, Select } from 'antd';
import type { ReactElement } from 'react';
import { ledgerQuery, tasksQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import type { Ledger } from '../api/types.js';
import { useFilters } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { dayInChina } from '../ui/time.js';
import { LedgerTable } from './ledger-table.js';
import { UnitFilter } from './unit-filter.js';

const PAGE_ROWS = 50;
const LEVELS = [
  { value: '', label: '全部等级' },
  { value: 'A', label: 'A级 进展缓慢' },
  { value: 'B', label: 'B级 尚有差额' },
  { value: 'C', label: 'C级 已达到' },
];

/** 配备台账: every team under every task as of a day, with the totals of what is shown. */
export default function LedgerPage(): ReactElement {
  const [search, change] = useFilters();
  const page = Math.max(1, Number(search.get('page') ?? 1) || 1);
  const filter = {
    asOf: search.get('asOf'),
    unit: search.get('unit'),
    task: search.get('task'),
    level: search.get('level'),
  };
  const { data, error, isFetching, refetch } = useQuery(
    ledgerQuery({ ...filter, limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS }),
  );
  const { data: tasks } = useQuery(tasksQuery());
  const set = (name: string, value: string | null): void => change({ [name]: value, page: null });
  const taskOptions = (tasks?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="page">
      <header className="page-head">
        <h1>配备台账</h1>
        <span className="muted">用好各年龄段干部：台账反映班子结构，不对干部按年龄排序。</span>
      </header>
      <div className="filters">
        <UnitFilter value={search.get('unit') ?? ''} onChange={(unit) => set('unit', unit)} />
        <Select
          aria-label="配备任务"
          className="filter-task"
          popupMatchSelectWidth={false}
          value={search.get('task') ?? ''}
          options={[{ value: '', label: '全部任务' }, ...taskOptions]}
          onChange={(task) => set('task', task)}
        />
        <Select
          aria-label="预警等级"
          value={search.get('level') ?? ''}
          options={LEVELS}
          onChange={(level) => set('level', level)}
        />
        <label className="as-of">
          计算基准日
          <Input
            type="date"
            className="day"
            value={search.get('asOf') ?? dayInChina(serverNow())}
            onChange={(event) => set('asOf', event.target.value)}
          />
        </label>
      </div>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <Totals ledger={data} />
          {data.items.length === 0 ? (
            <EmptyState
              title="没有符合条件的班子"
              hint="放宽单位、任务或等级；或者先导入市工作簿里的班子和配备任务。"
            />
          ) : (
            <LedgerTable rows={data.items} asOf={search.get('asOf')} busy={isFetching} />
          )}
          <Pagination
            align="end"
            size="small"
            hideOnSinglePage
            showSizeChanger={false}
            current={page}
            pageSize={PAGE_ROWS}
            total={data.total}
            showTotal={(total) => `共${total}条`}
            onChange={(next) => change({ page: next === 1 ? null : next })}
          />
        </>
      )}
    </div>
  );
}

function Totals({ ledger: { totals } }: { ledger: Ledger }): ReactElement {
  const sum = (name: 'due' | 'actual' | 'shortfall'): number =>
    totals.tasks.reduce((total, task) => total + task[name], 0);
  return (
    <dl className="totals" aria-label="合计">
      <Total name="班子（按任务计）" value={totals.rows} />
      <Total name="应配" value={sum('due')} />
      <Total name="实配" value={sum('actual')} note="人次" />
      <Total name="差额" value={sum('shortfall')} />
      {[...totals.levels]
        .sort((a, b) => b.severity - a.severity)
        .map(({ level, label, rows, severity }) => (
          <Total
            key={level}
            name={label}
            value={rows}
            tone={severity >= 3 ? 'block' : severity === 2 ? 'flag' : 'clear'}
          />
        ))}
    </dl>
  );
}

function Total(props: { name: string; value: number; note?: string; tone?: string }): ReactElement {
  return (
    <div className={props.tone === undefined ? undefined : `edge-${props.tone}`}>
      <dt>{props.name}</dt>
      <dd>
        {props.value.toLocaleString('zh-CN')}
        {props.note !== undefined && <span className="muted"> {props.note}</span>}
      </dd>
    </div>
  );
}
