import type { ReactElement } from 'react';
import type { HeadcountRow } from '../../../../machines/rules/index.js';
import type { CaseView, HistoryEntry } from '../../api/types.js';
import { t } from '../../ui/t.js';

interface Props {
  view: CaseView;
  history: readonly HistoryEntry[];
}

interface Sheet {
  headcount: readonly HeadcountRow[];
  posts: readonly string[];
}

/** 干部职数配备预审单 as the establishment office reads it: the numbers of each team, and which posts are to be filled. */
export default function ReviewBody({ view }: Props): ReactElement {
  const { headcount, posts } = view.context as unknown as Sheet;
  return (
    <div className="stack">
      <table className="plain headcount-sheet">
        <caption>{t('拟后＝现配－拟免＋拟配，不得超过核定职数。')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('班子')}</th>
            <th scope="col">{t('职数层级')}</th>
            {[t('核定职数'), t('现配人数'), t('拟免人数'), t('拟配人数'), t('拟后人数')].map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col">{t('是否超职数')}</th>
          </tr>
        </thead>
        <tbody>
          {headcount.map((row) => (
            <tr key={row.team + row.tier}>
              <th scope="row">{row.teamName}</th>
              <td>{row.tier === 'principal' ? t('正职') : t('副职')}</td>
              {[row.approved, row.current, row.removed, row.added, row.after].map((count, at) => (
                <td key={NUMBERS[at]} className="number">
                  {at === NUMBERS.length - 1 ? <b>{count}</b> : count}
                </td>
              ))}
              <td>
                <span className={row.passes ? 'fits' : 'fails'}>
                  <span aria-hidden="true">{row.passes ? '✓' : '✕'}</span> {verdictOf(row)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {headcount.length === 0 && <p className="muted">{t('本次调整不涉及已核定职数的班子。')}</p>}
      <p>
        {t('拟配职数的职务名称：')}
        {posts.length === 0 ? t('无') : posts.join('；')}
      </p>
      <p className="muted">{t('本页只列职数，不列人选。不同意时请写明理由：动议将暂缓，由呈报单位调整后重新呈报。')}</p>
    </div>
  );
}

const NUMBERS = ['approved', 'current', 'removed', 'added', 'after'] as const;

function verdictOf({ after, approved, passes, message }: HeadcountRow): string {
  if (after <= approved) return t('未超');
  return passes
    ? t('仍超{n}名，本次未新配', { n: after - approved })
    : (message ?? t('超{n}名', { n: after - approved }));
}
