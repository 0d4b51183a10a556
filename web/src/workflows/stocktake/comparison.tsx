import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { roundComparisonQuery } from '../../api/queries.js';
import type { RoundComparison } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { t } from '../../ui/t.js';
import { LevelTag } from '../../ui/tags.js';
import { quarterText } from '../case/case-title.js';

type Moved = RoundComparison['teams'][number];

const CHANGES: Readonly<Record<Moved['change'], string>> = {
  new: t('新增'),
  gone: t('不再有'),
  better: t('好转'),
  worse: t('变差'),
  same: t('未变'),
};

/** How the ledger moved since the quarter before: sums by task, then the teams that moved. */
export function Comparison({ round }: { round: number }): ReactElement | null {
  const { data } = useQuery(roundComparisonQuery(round));
  if (!data) return null;
  if (data.previousRound === null) {
    return (
      <p className="muted">{t('{quarter}没有摸底调度，无从比较。', { quarter: quarterText(data.previousQuarter) })}</p>
    );
  }
  const moved = data.teams.filter(({ change }) => change !== 'same');
  return (
    <section className="card" aria-label={t('与上季度比较')}>
      <header className="card-head">
        <h2>{t('与上季度比较')}</h2>
        <Link href={`/stocktakes/${data.previousRound}`}>{quarterText(data.previousQuarter)}</Link>
      </header>
      <ul className="plain-list">
        {data.tasks.map(({ task, taskName, before, now }) => (
          <li key={task}>
            <b>{taskName}</b>：
            {t('达标班子{metBefore} → {metNow}，差额{shortBefore} → {shortNow}', {
              metBefore: before.met,
              metNow: now.met,
              shortBefore: before.shortfall,
              shortNow: now.shortfall,
            })}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('有变化的班子（{n}）', { n: moved.length })}</summary>
        <div className="table-scroll">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('班子')}</th>
                <th scope="col">{t('变化')}</th>
                <th scope="col">{t('上季度')}</th>
                <th scope="col">{t('本季度')}</th>
              </tr>
            </thead>
            <tbody>
              {moved.map((row) => (
                <tr key={`${row.team}/${row.task}`}>
                  <td>
                    <Link href={`/teams/${encodeURIComponent(row.team)}`}>{row.teamName}</Link>
                  </td>
                  <td>{CHANGES[row.change]}</td>
                  <td>
                    <Standing of={row.before} />
                  </td>
                  <td>
                    <Standing of={row.now} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Standing({ of }: { of: Moved['now'] }): ReactElement {
  if (of === null) return <>—</>;
  return (
    <>
      <LevelTag level={of.level} severity={of.severity} />{' '}
      {t('应配{due} 现配{actual} 差额{shortfall}', { due: of.due, actual: of.actual, shortfall: of.shortfall })}
    </>
  );
}
