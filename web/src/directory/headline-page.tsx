import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactElement } from 'react';
import { withQuery } from '../api/client.js';
import { headlineQuery, tasksQuery } from '../api/queries.js';
import type { Headline } from '../api/types.js';
import { Link, useFilters } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { PageHead } from '../ui/page-head.js';
import { AsOf } from './as-of.js';
import { HeadlineChart } from './headline-chart.js';
import { shareText } from './ledger-table.js';
import { rich, t } from '../ui/t.js';

/** 旗县区达标情况: the share of teams that meet their task, against the line that the city has set. */
export default function HeadlinePage(): ReactElement {
  const [search, change] = useFilters();
  const asOf = search.get('asOf');
  const { data, error, refetch } = useQuery(headlineQuery({ asOf, task: search.get('task') }));
  const { data: tasks } = useQuery(tasksQuery());
  const options = (tasks?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="page">
      <PageHead title={t('旗县区达标情况')}>
        <Select
          aria-label={t('配备任务')}
          className="filter-task"
          popupMatchSelectWidth={false}
          value={search.get('task') ?? ''}
          options={[{ value: '', label: t('党政工作部门（默认）') }, ...options]}
          onChange={(task) => change({ task })}
        />
        <AsOf />
      </PageHead>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && data.items.length === 0 && (
        <EmptyState title={t('没有可以统计的旗县区')} hint={t('您的范围内没有适用这项任务的班子；换一项任务试试。')} />
      )}
      {data && data.items.length > 0 && (
        <>
          <p className="lead">
            {rich('截至{day}，有{n}个旗县区党政工作部门年轻干部配备任务达到{share}以上，另有{rest}个尚未达到。', {
              day: data.asOf,
              n: <b key="n">{data.areasReached}</b>,
              share: shareText(data.shareToReach),
              rest: data.items.length - data.areasReached,
            })}
          </p>
          <HeadlineChart headline={data} />
          <HeadlineTable headline={data} asOf={asOf} />
        </>
      )}
    </div>
  );
}

function HeadlineTable({ headline, asOf }: { headline: Headline; asOf: string | null }): ReactElement {
  return (
    <section className="card">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('旗县区')}</th>
            <th scope="col" className="number">
              {t('班子数')}
            </th>
            <th scope="col" className="number">
              {t('达标')}
            </th>
            <th scope="col" className="number">
              {t('占比')}
            </th>
            <th scope="col">{t('结果')}</th>
          </tr>
        </thead>
        <tbody>
          {headline.items.map(({ area, areaName, teams, met, share, reached }) => (
            <tr key={area}>
              <td>
                <Link href={withQuery('/ledger', { unit: area, task: headline.tasks[0], asOf })}>{areaName}</Link>
              </td>
              <td className="number">{teams}</td>
              <td className="number">{met}</td>
              <td className="number">{shareText(share)}</td>
              <td className={reached ? 'fits' : 'fails'}>
                <span aria-hidden="true">{reached ? '✓' : '✕'}</span> {reached ? t('已达到') : t('未达到')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
