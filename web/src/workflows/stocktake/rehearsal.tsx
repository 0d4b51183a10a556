import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { roundRehearsalQuery } from '../../api/queries.js';
import type { RoundRehearsal } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { LevelTag } from '../../ui/tags.js';
import { t } from '../../ui/t.js';
import { roleText } from '../case/flow/flow-words.js';
import { rehearsalLines } from './rehearsal-lines.js';

type Warned = RoundRehearsal['warnings'][number];

/** Enough to see what would come; the ledger has them all. */
const SHOWN = 50;
const COLUMNS: readonly (readonly [step: Warned['steps'][number]['step'], header: string])[] = [
  ['opened', t('列入预警')],
  ['firstReminder', t('第一次提醒')],
  ['secondReminder', t('第二次提醒')],
  ['circular', t('最早通报')],
];

/** "If nobody acts": asked for only when somebody looks, for it goes through the whole city. Stores nothing. */
export function RoundRehearsalCard({ round }: { round: number }): ReactElement {
  const [isAsked, setAsked] = useState(false);
  const { data, error, refetch, isFetching } = useQuery({ ...roundRehearsalQuery(round), enabled: isAsked });
  return (
    <section className="card" aria-label={t('如无人办理')}>
      <details onToggle={(event) => event.currentTarget.open && setAsked(true)}>
        <summary>{t('推演：如无人办理，今后会发生什么（只推演，不留存）')}</summary>
        <div aria-busy={isFetching}>
          {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
          {data && <Found rehearsal={data} />}
        </div>
      </details>
    </section>
  );
}

function Found({ rehearsal: { until, items, levels, warnings } }: { rehearsal: RoundRehearsal }): ReactElement {
  return (
    <>
      <h3>{t('到{day}的提醒和上报', { day: until })}</h3>
      <ul className="plain-list">
        {rehearsalLines(items).map(({ day, label, kind, roles, cases }) => (
          <li key={day + label + kind + roles.join()}>
            {t('{day}：{act}{who}，“{deadline}”，{n}件', {
              day,
              act: kind === 'escalation' ? t('上报') : t('提醒'),
              who: roles.length > 0 ? roles.map(roleText).join('、') : t('可以办理的人'),
              deadline: label,
              n: cases,
            })}
          </li>
        ))}
        {items.length === 0 && <li className="muted">{t('没有在等待的期限。')}</li>}
      </ul>
      <h3>{t('等级将自行变化的班子（{n}）', { n: levels.length })}</h3>
      <ul className="plain-list">
        {levels.slice(0, SHOWN).map(({ day, team, teamName, task, before, after }) => (
          <li key={day + team + task}>
            {day} <Link href={`/teams/${encodeURIComponent(team)}`}>{teamName}</Link>{' '}
            <LevelTag level={before.level} severity={before.severity} /> →{' '}
            <LevelTag level={after.level} severity={after.severity} />
          </li>
        ))}
      </ul>
      <Warnings warnings={warnings} />
    </>
  );
}

function Warnings({ warnings }: { warnings: readonly Warned[] }): ReactElement {
  return (
    <>
      <h3>
        {t('预警推进（{n}项，列出前{shown}项）', { n: warnings.length, shown: Math.min(SHOWN, warnings.length) })}
      </h3>
      <div className="table-scroll">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('班子')}</th>
              <th scope="col">{t('等级')}</th>
              <th scope="col">{t('差额')}</th>
              {COLUMNS.map(([step, header]) => (
                <th key={step} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {warnings.slice(0, SHOWN).map((row) => (
              <tr key={`${row.team}/${row.task}`}>
                <td>
                  <Link href={`/teams/${encodeURIComponent(row.team)}`}>{row.teamName}</Link>
                </td>
                <td>
                  <LevelTag level={row.level} severity={row.severity} />
                </td>
                <td>{row.shortfall}</td>
                {COLUMNS.map(([step]) => (
                  <td key={step} className="day-cell">
                    {row.steps.find((one) => one.step === step)?.day ?? '—'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
