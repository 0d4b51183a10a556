import { useQueries, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type DragEvent, type ReactElement, useState } from 'react';
import { teamQuery } from '../../../api/queries.js';
import type { PostView, UnitDetail } from '../../../api/types.js';
import { ErrorNote } from '../../../ui/error-note.js';
import { HeadcountLine } from '../../../ui/headcount-line.js';
import { LevelTag } from '../../../ui/tags.js';
import { t } from '../../../ui/t.js';
import { monthText } from '../../../ui/time.js';
import { CadrePicker } from './cadre-picker.js';
import { type Draft, type Moved, withAppointment, withRemoval } from './draft.js';

interface Props {
  unit: UnitDetail | undefined;
  draft: Draft;
  change: (next: (draft: Draft) => Draft) => void;
}

/** The unit's teams as people know them: who sits where, what is vacant, how many are approved. */
export function Roster({ unit, draft, change }: Props): ReactElement {
  // All at once: teams that come one after another would push each other down while somebody reads.
  const awaited = useQueries({ queries: (unit?.teams ?? []).map(({ code }) => teamQuery(code)) });
  if (draft.unit === '') {
    return <p className="card muted">{t('先选择单位，这里会列出班子成员和空缺职位。')}</p>;
  }
  if (awaited.some(({ isPending }) => isPending)) return <section className="card" aria-busy="true" />;
  return (
    <>
      {unit?.teams.map(({ code }) => (
        <TeamRoster key={code} team={code} unit={unit.code} draft={draft} change={change} />
      ))}
      {unit?.teams.length === 0 && <p className="card muted">{t('这个单位没有班子，请换一个单位。')}</p>}
    </>
  );
}

type TeamProps = Pick<Props, 'draft' | 'change'> & { team: string; unit: string };

function TeamRoster({ team: code, unit, draft, change }: TeamProps): ReactElement {
  const { data: team, error, refetch } = useQuery(teamQuery(code));
  const [picking, setPicking] = useState<PostView | null>(null);
  if (!team)
    return error === null ? <section className="card" /> : <ErrorNote error={error} retry={() => void refetch()} />;
  return (
    <section className="card">
      <header className="card-head">
        <h2>{team.name}</h2>
        {team.tasks.map(({ task, level, severity }) => (
          <LevelTag key={task} level={level} severity={severity} />
        ))}
        <HeadcountLine headcount={team.headcount} />
      </header>
      <table className="plain roster">
        <thead>
          <tr>
            <th>{t('职务')}</th>
            <th>{t('现任')}</th>
            <th>{t('出生年月')}</th>
            <th>{t('任职时间')}</th>
            <th>
              <span className="visually-hidden">{t('调整')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {team.posts.map((post) => (
            <PostRow key={post.code} post={post} draft={draft} change={change} pick={() => setPicking(post)} />
          ))}
        </tbody>
      </table>
      {picking && (
        <CadrePicker
          unit={unit}
          title={t('{post}：选择人选', { post: `${team.name} ${picking.name}` })}
          onClose={() => setPicking(null)}
          onChoose={(cadre) => {
            change((now) => withAppointment(now, cadre, picking));
            setPicking(null);
          }}
        />
      )}
    </section>
  );
}

/** What is dragged from one row to another: whoever does not drag chooses by the buttons of each row. */
const MOVED_TYPE = 'application/x-qingpei-cadre';

function readMoved(text: string): Moved | null {
  try {
    const moved = JSON.parse(text) as Partial<Moved>;
    return typeof moved.code === 'string' && Array.isArray(moved.posts) ? (moved as Moved) : null;
  } catch {
    return null; // something else was dropped here
  }
}

type PostProps = Pick<Props, 'draft' | 'change'> & { post: PostView; pick: () => void };

function PostRow({ post, draft, change, pick }: PostProps): ReactElement {
  const [holder] = post.holders;
  const leaving = draft.items.some((item) => item.cadre === holder?.cadre && item.removeFrom === post.code);
  const coming = draft.items.find(({ appointTo }) => appointTo === post.code);
  const appoint = (
    <Button size="small" type={holder ? 'default' : 'primary'} ghost={!holder} onClick={pick}>
      {coming ? t('换人') : t('拟任')}
    </Button>
  );
  const [over, setOver] = useState(false);
  const takes = !holder || leaving;
  const drop = (event: DragEvent): void => {
    setOver(false);
    const moved = readMoved(event.dataTransfer.getData(MOVED_TYPE));
    if (moved === null || moved.posts[0]?.code === post.code) return;
    event.preventDefault();
    change((now) => withAppointment(now, moved, post));
  };
  return (
    <tr
      className={`${holder ? '' : 'vacant'}${over ? ' drop-target' : ''}`}
      onDragOver={(event) => {
        if (!takes || !event.dataTransfer.types.includes(MOVED_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <td>
        {post.name} <span className="muted">{post.rankLabel}</span>
      </td>
      <td className={leaving ? 'leaving' : undefined}>
        {post.holders.map(({ cadre, name, modeLabel, occupiesHeadcount }) => (
          <span
            key={cadre}
            draggable
            className="draggable"
            title={t('拖到空缺职位即为转任；也可在空缺职位点“拟任”选人')}
            onDragStart={(event) =>
              event.dataTransfer.setData(MOVED_TYPE, JSON.stringify({ code: cadre, posts: [{ code: post.code }] }))
            }
          >
            {name}
            {modeLabel !== '任职' && <span className="muted">（{modeLabel}）</span>}
            {!occupiesHeadcount && <span className="muted">{t('（不占职数）')}</span>}{' '}
          </span>
        ))}
        {!holder && <span className="muted">{t('空缺')}</span>}
        {coming && <span className="coming">＋ {t('拟任')}</span>}
      </td>
      <td className="day-cell">
        {holder ? t('{month}（{n}岁）', { month: monthText(holder.birth), n: holder.ageYears }) : ''}
      </td>
      <td className="day-cell">{holder?.from ?? ''}</td>
      <td className="row-buttons">
        {holder && (
          <Button size="small" onClick={() => change((now) => withRemoval(now, holder.cadre, post.code))}>
            {leaving ? t('撤销拟免') : t('拟免')}
          </Button>
        )}
        {(!holder || leaving) && appoint}
      </td>
    </tr>
  );
}
