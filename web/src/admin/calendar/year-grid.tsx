import type { ReactElement } from 'react';
import { t } from '../../ui/t.js';
import type { CalendarDay } from '../admin-types.js';
import { dayText, type DayMark, markOf, weeksOf } from './months.js';

const WEEKDAYS = [t('一'), t('二'), t('三'), t('四'), t('五'), t('六'), t('日')];

/** A sign beside the number, so that colour is not needed. */
const SIGNS: Readonly<Record<DayMark, string>> = { work: '', rest: '', off: t('休'), extra: t('班') };

/** The year as twelve months; holidays and worked weekends bear a sign and their name. */
export function YearGrid({ year, days }: { year: number; days: readonly CalendarDay[] }): ReactElement {
  const exceptions = new Map(days.map((day) => [day.day, day]));
  return (
    <section className="card" aria-label={t('{year}年', { year })}>
      <header className="card-head">
        <h2>{t('{year}年', { year })}</h2>
        <span className="muted">{t('“休”为放假，“班”为调休上班，灰色为周末。')}</span>
      </header>
      <div className="year-grid">
        {Array.from({ length: 12 }, (_, at) => (
          <Month key={at} year={year} month={at + 1} exceptions={exceptions} />
        ))}
      </div>
    </section>
  );
}

interface MonthProps {
  year: number;
  month: number;
  exceptions: ReadonlyMap<string, CalendarDay>;
}

function Month({ year, month, exceptions }: MonthProps): ReactElement {
  return (
    <table className="month">
      <caption>{t('{n}月', { n: month })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, at) => (
          <tr key={at}>
            {week.map((day, place) => (
              <DayCell key={place} day={day === null ? null : dayText(year, month, day)} exceptions={exceptions} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, exceptions }: { day: string | null; exceptions: MonthProps['exceptions'] }): ReactElement {
  if (day === null) return <td />;
  const mark = markOf(day, exceptions);
  return (
    <td className={`day-${mark}`} title={exceptions.get(day)?.name}>
      {Number(day.slice(8))}
      {SIGNS[mark] !== '' && <sup>{SIGNS[mark]}</sup>}
    </td>
  );
}
