import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { withQuery } from '../api/client.js';
import { teamQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import type { Standing, TeamDetail } from '../api/types.js';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { Link, navigate, useFilters } from '../app/router.js';
import { ErrorNote } from '../ui/error-note.js';
import { HeadcountLine } from '../ui/headcount-line.js';
import { LevelTag } from '../ui/tags.js';
import { dayInChina, monthText } from '../ui/time.js';
import { shareText } from './ledger-table.js';

/** One team on one day: who sits where, and how it stands under each of its tasks. */
export default function TeamPage({ code }: { code: string }): ReactElement {
  const [search, change] = useFilters();
  const asOf = search.get('asOf') ?? undefined;
  const { data: team, error, refetch } = useQuery(teamQuery(code, asOf));
  const { drafts } = abilitiesOf(useSession());
  return (
    <div className="page">
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {team && (
        <>
          <header className="page-head">
            <div>
              <p className="muted">
                <Link href={`/ledger?unit=${encodeURIComponent(team.unit)}`}>{team.unitName}</Link> · {team.levelLabel}{' '}
                · {team.code}
              </p>
              <h1>{team.name}</h1>
              <HeadcountLine headcount={team.headcount} />
            </div>
            <div className="buttons">
              <label className="as-of">
                计算基准日
                <Input
                  type="date"
                  className="day"
                  value={asOf ?? dayInChina(serverNow())}
                  onChange={(event) => change({ asOf: event.target.value })}
                />
              </label>
              {drafts && (
                <Button type="primary" onClick={() => navigate(`/proposals/new?unit=${encodeURIComponent(team.unit)}`)}>
                  起草动议
                </Button>
              )}
            </div>
          </header>
          <section className="cards" aria-label="配备任务">
            {team.tasks.map((standing) => (
              <StandingCard key={standing.task} standing={standing} />
            ))}
            {team.tasks.length === 0 && <p className="muted">这个班子没有配备任务。</p>}
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
          <dt>应配</dt>
          <dd>{due}</dd>
        </div>
        <div>
          <dt>实配</dt>
          <dd>{actual}</dd>
        </div>
        <div>
          <dt>差额</dt>
          <dd className={shortfall > 0 ? 'fails' : undefined}>{shortfall}</dd>
        </div>
        <div>
          <dt>占比</dt>
          <dd>{shareText(ratio)}</dd>
        </div>
      </dl>
      <ul className="notes">
        {unmetQuarters > 0 && <li>截至上季度末，已连续{unmetQuarters}个季度未达标</li>}
        {ageingOut.map(({ cadre, name, month, reason }) => (
          <li key={cadre}>
            {name}自{monthText(month)}起{reason === 'age' ? '超过年龄口径' : '任期届满'}，不再计入
          </li>
        ))}
        {fallsShortIn !== null && <li>如不调整，{monthText(fallsShortIn)}起将有差额</li>}
      </ul>
    </article>
  );
}

function Members({ team, day }: { team: TeamDetail; day: string | undefined }): ReactElement {
  const young = new Set(team.tasks.flatMap(({ members }) => members.map(({ cadre }) => cadre)));
  return (
    <section className="card">
      <header className="card-head">
        <h2>班子成员</h2>
        <span className="muted">{team.asOf}</span>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th>职务</th>
            <th>层次</th>
            <th>姓名</th>
            <th>出生年月</th>
            <th>任职时间</th>
            <th>任职方式</th>
            <th>计入任务</th>
          </tr>
        </thead>
        <tbody>
          {team.posts.map((post) =>
            post.holders.length === 0 ? (
              <tr key={post.code} className="vacant">
                <td>{post.name}</td>
                <td>{post.rankLabel}</td>
                <td className="muted">空缺</td>
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
                    {monthText(holder.birth)}（{holder.ageYears}岁）
                  </td>
                  <td className="day-cell">{holder.from}</td>
                  <td>
                    {holder.modeLabel}
                    {!holder.occupiesHeadcount && '，不占职数'}
                  </td>
                  <td>{young.has(holder.cadre) ? '✓ 计入' : '—'}</td>
                </tr>
              ))
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
