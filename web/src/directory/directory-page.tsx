import { useQuery } from '@tanstack/react-query';
import { Input, Pagination } from 'antd';
import { type ReactElement, useState } from 'react';
import { cadresQuery, unitQuery, unitsQuery } from '../api/queries.js';
import type { CadreRow } from '../api/types.js';
import { withQuery } from '../api/client.js';
import { Link, useFilters } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import { monthText } from '../ui/time.js';
import { useDebounced } from '../ui/use-debounced.js';
import { UnitTree } from './unit-tree.js';

const PAGE_ROWS = 50;
const MOST_UNITS = 500;

/** 名录: the tree of units on one side, the people of one of them on the other. */
export default function DirectoryPage(): ReactElement {
  const [search, change] = useFilters();
  const unit = search.get('unit') ?? '';
  const [text, setText] = useState(search.get('query') ?? '');
  const query = useDebounced(text.trim(), 250);
  const page = Math.max(1, Number(search.get('page') ?? 1) || 1);
  const { data, error, refetch } = useQuery(
    cadresQuery({ unit, query, limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS }),
  );
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('名录')}</h1>
        <span className="muted">{t('按干部编号排列；用好各年龄段干部。')}</span>
      </header>
      <div className="admin-columns">
        <Units chosen={unit} onChoose={(next) => change({ unit: next, page: null })} />
        <div className="stack">
          {unit !== '' && <Chosen code={unit} />}
          <Input.Search
            allowClear
            aria-label={t('查找干部')}
            placeholder={t('姓名或干部编号')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              if (page !== 1) change({ page: null });
            }}
          />
          {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
          {data?.total === 0 && (
            <EmptyState
              title={t('没有找到干部')}
              hint={t('换一个单位，或者去掉查找的字；还没有数据时先导入工作簿。')}
            />
          )}
          {data && data.total > 0 && <Cadres rows={data.items} />}
          <Pagination
            align="end"
            size="small"
            hideOnSinglePage
            showSizeChanger={false}
            current={page}
            pageSize={PAGE_ROWS}
            total={data?.total ?? 0}
            showTotal={(total) => t('共{n}人', { n: total })}
            onChange={(next) => change({ page: next === 1 ? null : next })}
          />
        </div>
      </div>
    </div>
  );
}

function Units({ chosen, onChoose }: { chosen: string; onChoose: (unit: string) => void }): ReactElement {
  const [text, setText] = useState('');
  const query = useDebounced(text.trim(), 250);
  const { data } = useQuery(unitsQuery({ query, limit: MOST_UNITS }));
  return (
    <nav className="card stack" aria-label={t('单位')}>
      <Input
        allowClear
        aria-label={t('查找单位')}
        placeholder={t('查找单位')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <UnitTree units={data?.items ?? []} chosen={chosen} onChoose={onChoose} />
      {data && data.total > data.items.length && (
        <p className="small muted">
          {t('列出前{n}个，共{total}个；请用查找。', { n: data.items.length, total: data.total })}
        </p>
      )}
    </nav>
  );
}

function Chosen({ code }: { code: string }): ReactElement | null {
  const { data } = useQuery(unitQuery(code));
  if (!data) return null;
  return (
    <section className="card" aria-label={data.name}>
      <p className="muted small">{data.parents.map(({ name }) => name).join(' › ')}</p>
      <h2>{data.name}</h2>
      <p className="links">
        <Link href={withQuery('/ledger', { unit: code })}>{t('配备台账')}</Link>
        {data.teams.map((team) => (
          <Link key={team.code} href={`/teams/${encodeURIComponent(team.code)}`}>
            {team.name}
          </Link>
        ))}
      </p>
    </section>
  );
}

function Cadres({ rows }: { rows: readonly CadreRow[] }): ReactElement {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t('姓名')}</th>
          <th scope="col">{t('出生年月')}</th>
          <th scope="col">{t('单位')}</th>
          <th scope="col">{t('现任职务')}</th>
          <th scope="col">{t('职级')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, birth, homeUnit, posts, civilRank }) => (
          <tr key={code}>
            <td>
              <Link href={`/cadres/${encodeURIComponent(code)}`}>{name}</Link>
              <span className="code">{code}</span>
            </td>
            <td className="day-cell">{monthText(birth)}</td>
            <td>{homeUnit?.name ?? '—'}</td>
            <td>{posts.map((post) => post.name).join('、') || '—'}</td>
            <td>{civilRank ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
