import { useQuery } from '@tanstack/react-query';
import { Alert, Button, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import { Problem } from '../../api/problem.js';
import { serverNow } from '../../api/server-time.js';
import { rolesOf, useSession } from '../../app/current-session.js';
import { useFilters } from '../../app/router.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { dayInChina, momentText } from '../../ui/time.js';
import type { CalendarDay, CalendarYear } from '../admin-types.js';
import { calendarQuery } from '../queries.js';
import { YearForm } from './year-form.js';
import { YearGrid } from './year-grid.js';

/** Which days people work: what every deadline is counted by. A year that was not announced is never guessed. */
export default function CalendarPage(): ReactElement {
  const [search, change] = useFilters();
  const roles = rolesOf(useSession());
  const year = Number(search.get('year') ?? 0) || Number(dayInChina(serverNow()).slice(0, 4));
  const { data, error, refetch } = useQuery(calendarQuery(year));
  const [editing, setEditing] = useState(false);
  const mayLoad = roles.has('secadmin') || roles.has('chief');
  const notLoaded = error instanceof Problem && error.code === 'CALENDAR_YEAR_NOT_LOADED';
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('工作日历')}</h1>
        <div className="buttons">
          <label className="as-of">
            {t('年份')}
            <InputNumber
              value={year}
              min={2000}
              max={2100}
              precision={0}
              onChange={(next) => next !== null && change({ year: next })}
            />
          </label>
          {mayLoad && !editing && (
            <Button type="primary" onClick={() => setEditing(true)}>
              {data ? t('更正这一年') : t('载入这一年')}
            </Button>
          )}
        </div>
      </header>
      {error !== null && !notLoaded && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && <Coverage year={data} />}
      {editing && <YearForm key={year} year={year} known={data} onDone={() => setEditing(false)} />}
      {notLoaded && !editing && (
        <EmptyState
          title={t('{year}年的放假安排还没有载入', { year })}
          hint={t('国务院办公厅公布后，由安全管理员或科长载入；此前跨年的期限均为暂定，不作推算。')}
        />
      )}
      {data && <YearGrid year={year} days={[...data.days, ...data.changedByNextYear]} />}
      {data && <Papers year={data} />}
    </div>
  );
}

function Coverage({
  year: { coverageFrom, coverageUntil, coveredDays, endsSoon },
}: {
  year: CalendarYear;
}): ReactElement {
  return (
    <Alert
      showIcon
      type={endsSoon ? 'warning' : 'info'}
      title={t('日历覆盖{from}至{until}，还有{n}天。', { from: coverageFrom, until: coverageUntil, n: coveredDays })}
      description={endsSoon ? t('请在下一年的安排公布后及时载入；超出的期限标为暂定。') : undefined}
    />
  );
}

function Papers({ year: { papers, adjacent } }: { year: CalendarYear }): ReactElement {
  return (
    <section className="card">
      <header className="card-head">
        <h2>{t('出处与历次载入')}</h2>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('时间')}</th>
            <th scope="col">{t('载入人')}</th>
            <th scope="col">{t('出处')}</th>
            <th scope="col">{t('说明')}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map(({ version, source, paperUrl, note, loadedBy, loadedAt }) => (
            <tr key={version}>
              <td className="day-cell">{momentText(loadedAt)}</td>
              <td>{loadedBy ?? t('随产品提供或在服务器上载入')}</td>
              <td>
                {source}
                {paperUrl !== null && <div className="small muted">{paperUrl}</div>}
              </td>
              <td>{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {adjacent.length > 0 && (
        <p className="small muted">
          {t('上一年12月随本年调整：{days}', { days: adjacent.map(exceptionText).join('、') })}
        </p>
      )}
    </section>
  );
}

const exceptionText = ({ day, kind, name }: CalendarDay): string =>
  `${day} ${name} ${kind === 'off' ? t('放假') : t('上班')}`;
