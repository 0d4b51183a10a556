import type { ReactElement } from 'react';
import { Link } from '../../app/router.js';
import { LevelTag } from '../../ui/tags.js';
import { t } from '../../ui/t.js';
import type { PolicyPreview } from '../admin-types.js';

/** What would stand differently on today's ledger; nothing has been stored. */
export function PreviewResult({ preview }: { preview: PolicyPreview }): ReactElement {
  const { asOf, before, after, changed, items, areasReached, moves } = preview;
  const line = (name: string, from: number, to: number): ReactElement => (
    <tr key={name} className={from === to ? undefined : 'changed'}>
      <th scope="row">{name}</th>
      <td className="number">{from}</td>
      <td className="number">{to}</td>
      <td className="number">{to === from ? '—' : `${to > from ? '+' : ''}${to - from}`}</td>
    </tr>
  );
  return (
    <div className="stack" aria-live="polite">
      <p>
        {changed === 0
          ? t('按{day}的台账试算：没有班子的应配、实配、差额或等级会变化。', { day: asOf })
          : t('按{day}的台账试算：{n}条（班子按任务计）会变化。未保存任何内容。', { day: asOf, n: changed })}
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('项目')}</th>
            <th scope="col" className="number">
              {t('现在')}
            </th>
            <th scope="col" className="number">
              {t('修改后')}
            </th>
            <th scope="col" className="number">
              {t('变化')}
            </th>
          </tr>
        </thead>
        <tbody>
          {line(t('应配'), before.due, after.due)}
          {line(t('实配'), before.actual, after.actual)}
          {line(t('差额'), before.shortfall, after.shortfall)}
          {line(t('达标（按任务计）'), before.met, after.met)}
          {line(t('达到界限的旗县区'), areasReached.before, areasReached.after)}
        </tbody>
      </table>
      {moves.length > 0 && (
        <p>{moves.map(({ from, to, rows }) => t('{from}级→{to}级 {n}条', { from, to, n: rows })).join(t('；'))}</p>
      )}
      {items.length > 0 && <ChangedTeams items={items} total={changed} />}
    </div>
  );
}

function ChangedTeams({ items, total }: { items: PolicyPreview['items']; total: number }): ReactElement {
  return (
    <details>
      <summary>{t('会变化的班子（列出{n}条，共{total}条）', { n: items.length, total })}</summary>
      <table className="plain">
        <tbody>
          {items.map(({ team, teamName, taskName, before, after }) => (
            <tr key={`${team}/${taskName}`}>
              <td>
                <Link href={`/teams/${encodeURIComponent(team)}`}>{teamName}</Link>
                <div className="small muted">{taskName}</div>
              </td>
              <td>
                <LevelTag level={before.level} severity={before.severity} /> →{' '}
                <LevelTag level={after.level} severity={after.severity} />
              </td>
              <td className="number">
                {t('应配{due} 实配{actual} 差额{shortfall}', { ...before })} →{' '}
                {t('应配{due} 实配{actual} 差额{shortfall}', { ...after })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
