import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { withQuery } from '../api/client.js';
import { teamQuery } from '../api/queries.js';
import type { Standing, TeamDetail } from '../api/types.js';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { Link, navigate, useFilters } from '../app/router.js';
import { ErrorNote } from '../ui/error-note.js';
import { HeadcountLine } from '../ui/headcount-line.js';
import { PageHead } from '../ui/page-head.js';
import { LevelTag } from '../ui/tags.js';
import { monthText } from '../ui/time.js';
import { AsOf } from './as-of.js';
import { shareText } from './ledger-table.js';
import { t } from '../ui/t.js';

/** One team on one day: who sits where, and how it stands under each of its tasks. */
export default function TeamPage({ code }: { code: string }): ReactElement {
  const [search] = useFilters();
  const asOf = search.get('asOf') ?? undefined;
  const { data: team, error, refetch } = useQuery(teamQuery(code, asOf));
  const { drafts } = abilitiesOf(useSession());
  return (
    <div className="page">
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {team && (
        <>
          <PageHead
            title={team.name}
            above={
              <>
                <Link href={withQuery('/ledger', { unit: team.unit, asOf })}>{team.unitName}</Link> · {team.levelLabel}{' '}
                · {team.code}
              </>
            }
            below={<HeadcountLine headcount={team.headcount} />}
          >
            <AsOf />
            {drafts && (
              <Button type="primary" onClick={() => navigate(`/proposals/new?unit=${encodeURIComponent(team.unit)}`)}>
                {t('起草动议')}
              </Button>
            )}
          </PageHead>
          <section className="cards" aria-label={t('配备任务')}>
            {team.tasks.map((standing) => (
              <StandingCard key={standing.task} standing={standing} />
            ))}
            {team.tasks.length === 0 && <p className="muted">{t('这个班子没有配备任务。')}</p>}
          </section>
          <Members team={team} day={asOf} />
        </>
      )}
    </div>
  );
}

function StandingCard({ standing }: { standing: Standing }): ReactElement {
  const { due, actual, shortfall, ratio, ageingOut, fallsShortIn, unmetQuarters } = standing;
  return (
    <article className="card">
      <header className="card-head">
        <h2>{standing.taskName}</h2>
        <LevelTag level={standing.level} severity={standing.severity} />
      </header>
      <dl className="numbers">
        <div>
          <dt>{t('应配')}</dt>
          <dd>{due}</dd>
        </div>
        <div>
          <dt>{t('实配')}</dt>
          <dd>{actual}</dd>
        </div>
        <div>
          <dt>{t('差额')}</dt>
          <dd className={shortfall > 0 ? 'fails' : undefined}>{shortfall}</dd>
        </div>
        <div>
          <dt>{t('占比')}</dt>
          <dd>{shareText(ratio)}</dd>
        </div>
      </dl>
      <ul className="notes">
        {unmetQuarters > 0 && <li>{t('截至上季度末，已连续{n}个季度未达标', { n: unmetQuarters })}</li>}
        {ageingOut.map(({ cadre, name, month, reason }) => (
          <li key={cadre}>
            {reason === 'age'
              ? t('{name}自{month}起超过年龄口径，不再计入', { name, month: monthText(month) })
              : t('{name}自{month}起任期届满，不再计入', { name, month: monthText(month) })}
          </li>
        ))}
        {fallsShortIn !== null && <li>{t('如不调整，{month}起将有差额', { month: monthText(fallsShortIn) })}</li>}
      </ul>
    </article>
  );
}

function Members({ team, day }: { team: TeamDetail; day: string | undefined }): ReactElement {
  const young = new Set(team.tasks.flatMap(({ members }) => members.map(({ cadre }) => cadre)));
  return (
    <section className="card">
      <header className="card-head">
        <h2>{t('班子成员')}</h2>
        <span className="muted">{team.asOf}</span>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('职务')}</th>
            <th scope="col">{t('层次')}</th>
            <th scope="col">{t('姓名')}</th>
            <th scope="col">{t('出生年月')}</th>
            <th scope="col">{t('任职时间')}</th>
            <th scope="col">{t('任职方式')}</th>
            <th scope="col">{t('计入任务')}</th>
          </tr>
        </thead>
        <tbody>
          {team.posts.map((post) =>
            post.holders.length === 0 ? (
              <tr key={post.code} className="vacant">
                <td>{post.name}</td>
                <td>{post.rankLabel}</td>
                <td className="muted">{t('空缺')}</td>
                <td colSpan={4} />
              </tr>
            ) : (
              post.holders.map((holder) => (
                <tr key={post.code + holder.cadre}>
                  <td>{post.name}</td>
                  <td>{post.rankLabel}</td>
                  <td>
                    <Link href={withQuery(`/cadres/${encodeURIComponent(holder.cadre)}`, { asOf: day })}>
                      <b>{holder.name}</b>
                    </Link>
                    <span className="code">{holder.cadre}</span>
                  </td>
                  <td className="day-cell">
                    {t('{month}（{n}岁）', { month: monthText(holder.birth), n: holder.ageYears })}
                  </td>
                  <td className="day-cell">{holder.from}</td>
                  <td>
                    {holder.modeLabel}
                    {!holder.occupiesHeadcount && t('，不占职数')}
                  </td>
                  <td>{young.has(holder.cadre) ? t('✓ 计入') : '—'}</td>
                </tr>
              ))
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
