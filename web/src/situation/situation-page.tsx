import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { withQuery } from '../api/client.js';
import { tasksQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import type { Situation } from '../api/situation-types.js';
import { Link, useFilters } from '../app/router.js';
import { UnitFilter } from '../directory/unit-filter.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { rich, t } from '../ui/t.js';
import { dayInChina } from '../ui/time.js';
import { Charts } from './charts.js';
import { Departments } from './departments.js';
import { HalfYearNote } from './half-year-note.js';
import { percent } from './options.js';
import { situationQuery } from './queries.js';
import { Count, type Ground, ledgerOf } from './tables.js';

/** 态势: where the city stands, where it is heading, and what is behind every number. */
export default function SituationPage(): ReactElement {
  const [search] = useFilters();
  const [asOf, task, unit] = [search.get('asOf'), search.get('task'), search.get('unit')];
  const ground = useMemo((): Ground => ({ asOf, task, unit }), [asOf, task, unit]);
  const { data, error, refetch } = useQuery(situationQuery({ ...ground }));
  return (
    <div className="page situation">
      <header className="page-head">
        <h1>{t('态势')}</h1>
        <span className="muted">{t('用好各年龄段干部：只反映班子结构，不对干部按年龄排序。')}</span>
      </header>
      <HalfYearNote />
      <Filters ground={ground} />
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {data?.totals.rows === 0 && (
        <EmptyState
          title={t('范围内还没有配备任务')}
          hint={t('先导入班子和配备任务，这里就有数字；或者换一个单位、任务。')}
        >
          <Link href="/imports">{t('导入工作簿')}</Link>
        </EmptyState>
      )}
      {data?.totals.rows !== 0 && (
        <>
          <Lead situation={data} ground={ground} />
          <Tiles situation={data} ground={ground} />
          <Charts situation={data} ground={ground} />
          <Departments situation={data} ground={ground} />
        </>
      )}
    </div>
  );
}

function Filters({ ground }: { ground: Ground }): ReactElement {
  const [, change] = useFilters();
  const { data: tasks } = useQuery(tasksQuery());
  const options = (tasks?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="filters">
      <UnitFilter value={ground.unit ?? ''} onChange={(unit) => change({ unit })} />
      <Select
        aria-label={t('配备任务')}
        className="filter-task"
        popupMatchSelectWidth={false}
        value={ground.task ?? ''}
        options={[{ value: '', label: t('全部任务') }, ...options]}
        onChange={(task) => change({ task })}
      />
      <label className="as-of">
        {t('计算基准日')}
        <Input
          type="date"
          className="day"
          value={ground.asOf ?? dayInChina(serverNow())}
          onChange={(event) => change({ asOf: event.target.value })}
        />
      </label>
    </div>
  );
}

interface Props {
  situation: Situation | undefined;
  ground: Ground;
}

/** The one sentence that goes into reports. */
function Lead({ situation, ground }: Props): ReactElement {
  if (!situation || situation.headline.areas === 0) return <p className="lead">&nbsp;</p>;
  const { asOf, headline } = situation;
  const { areas, areasReached, shareToReach } = headline;
  return (
    <p className="lead">
      {rich('截至{day}，有{n}个旗县区党政工作部门年轻干部配备任务达到{share}以上，另有{rest}个尚未达到。', {
        day: asOf,
        n: (
          <Link key="n" href={withQuery('/headline', { asOf: ground.asOf, task: ground.task })}>
            <b>{areasReached}</b>
          </Link>
        ),
        share: `${percent(shareToReach)}%`,
        rest: areas - areasReached,
      })}
    </p>
  );
}

/** Until the numbers come, their places. */
const EXPECTED = ([3, 2, 1] as const).map((severity) => ({
  level: `${severity}`,
  label: '\u00a0'.repeat(severity),
  severity,
  rows: undefined,
}));

function Tiles({ situation, ground }: Props): ReactElement {
  const { totals, levels } = situation ?? {};
  const tile = (name: string, value: number | undefined, href: string, tone?: string): ReactElement => (
    <div key={name} className={tone === undefined ? undefined : `edge-${tone}`}>
      <dt>{name}</dt>
      <dd>{value === undefined ? '\u00a0' : <Count value={value} href={href} />}</dd>
    </div>
  );
  return (
    <dl className="totals" aria-label={t('合计')}>
      {tile(t('班子（按任务计）'), totals?.rows, ledgerOf(ground, {}))}
      {tile(t('任务（应配）'), totals?.due, ledgerOf(ground, {}))}
      {tile(t('实配'), totals?.actual, ledgerOf(ground, {}))}
      {tile(t('差额'), totals?.shortfall, ledgerOf(ground, { short: true }))}
      {tile(t('空缺职数'), totals?.vacancies, ledgerOf(ground, { vacant: true }))}
      {(levels ?? EXPECTED).map(({ level, label, severity, rows }) =>
        tile(label, rows, ledgerOf(ground, { level }), severity >= 3 ? 'block' : severity === 2 ? 'flag' : 'clear'),
      )}
    </dl>
  );
}
