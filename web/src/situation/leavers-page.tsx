import { useQuery } from '@tanstack/react-query';
import { Input, Pagination } from 'antd';
import type { ReactElement } from 'react';
import { withQuery } from '../api/client.js';
import type { Leaver } from '../api/situation-types.js';
import { Link, useFilters } from '../app/router.js';
import { UnitFilter } from '../directory/unit-filter.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { monthText } from '../ui/time.js';
import { leaversQuery } from './queries.js';

const PAGE_ROWS = 50;

/** The people behind the forecast, in the order in which they stop counting. */
export default function LeaversPage(): ReactElement {
  const [search, change] = useFilters();
  const page = Math.max(1, Number(search.get('page') ?? 1) || 1);
  const ground = { asOf: search.get('asOf'), task: search.get('task'), unit: search.get('unit') };
  const month = search.get('month');
  const question = { ...ground, month, limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS };
  const { data, error, refetch } = useQuery(leaversQuery(question));
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <p className="muted">
            <Link href={withQuery('/situation', ground)}>{t('态势')}</Link>
          </p>
          <h1>{month === null ? t('将不再计入的人员') : t('{month}起不再计入的人员', { month: monthText(month) })}</h1>
        </div>
        <span className="muted">{t('按月份和班子列出，供提前谋划班子补充；不对干部按年龄排序。')}</span>
      </header>
      <div className="filters">
        <UnitFilter value={ground.unit ?? ''} onChange={(unit) => change({ unit, page: null })} />
        <label className="as-of">
          {t('月份')}
          <Input
            type="month"
            className="day"
            value={month ?? ''}
            onChange={(event) => change({ month: event.target.value, page: null })}
          />
        </label>
      </div>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data?.total === 0 && (
        <EmptyState title={t('没有人在此期间不再计入')} hint={t('换一个月份，或者去掉月份看整个预测期。')} />
      )}
      {data && data.total > 0 && <LeaversTable rows={data.items} asOf={ground.asOf} />}
      <Pagination
        align="end"
        size="small"
        hideOnSinglePage
        showSizeChanger={false}
        current={page}
        pageSize={PAGE_ROWS}
        total={data?.total ?? 0}
        onChange={(next) => change({ page: next === 1 ? null : next })}
      />
    </div>
  );
}

function LeaversTable({ rows, asOf }: { rows: readonly Leaver[]; asOf: string | null }): ReactElement {
  return (
    <section className="card">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('月份')}</th>
            <th scope="col">{t('姓名')}</th>
            <th scope="col">{t('原因')}</th>
            <th scope="col">{t('班子和任务')}</th>
            <th scope="col">{t('单位')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.cadre}/${row.team}/${row.task}`}>
              <td className="day-cell">{monthText(row.month)}</td>
              <td>
                <Link href={`/cadres/${encodeURIComponent(row.cadre)}`}>{row.name}</Link>
              </td>
              <td>{row.reason === 'age' ? t('超过年龄口径') : t('任期届满')}</td>
              <td>
                <Link href={withQuery(`/teams/${encodeURIComponent(row.team)}`, { asOf })}>{row.teamName}</Link>
                <div className="small muted">{row.taskName}</div>
              </td>
              <td>
                <Link href={withQuery('/ledger', { unit: row.unit, asOf })}>{row.unitName}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
