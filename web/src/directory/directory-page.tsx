import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { ageAt } from '../../../machines/rules/index.js';
import { cadresQuery, unitQuery, unitsQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import type { CadreRow } from '../api/types.js';
import { type Query, withQuery } from '../api/client.js';
import { belongsTo, DEPARTMENT, rolesOf, useSession } from '../app/current-session.js';
import { Link, useFilters } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { PageHead } from '../ui/page-head.js';
import { t } from '../ui/t.js';
import { dayInChina, monthText } from '../ui/time.js';
import { useDebounced } from '../ui/use-debounced.js';
import { AsOf } from './as-of.js';
import { ExportRoster } from './export-sheet.js';
import { UnitTree } from './unit-tree.js';
import { type Column, pageQuery, rowFinder, VirtualTable } from './virtual-table.js';

const MOST_UNITS = 500;

/** 名录: the tree of units on one side, the people of one of them on the other. */
export default function DirectoryPage(): ReactElement {
  const [search, change] = useFilters();
  const unit = search.get('unit') ?? '';
  const [text, setText] = useState(search.get('query') ?? '');
  const query = useDebounced(text.trim(), 250);
  const asOf = search.get('asOf') ?? undefined;
  const filter = { unit, query, asOf };
  // What is typed leads; the address follows.
  const [sent, setSent] = useState(query);
  useEffect(() => {
    if (query === sent) return;
    setSent(query);
    change({ query });
  }, [query, sent, change]);
  const { data, error, refetch } = useQuery(cadresQuery({ ...filter, ...pageQuery(0) }));
  return (
    <div className="page">
      <PageHead title={t('名录')} below={<p className="muted">{t('按干部编号排列；用好各年龄段干部。')}</p>}>
        <AsOf />
      </PageHead>
      <div className="admin-columns">
        <Units chosen={unit} onChoose={(next) => change({ unit: next })} />
        <div className="stack">
          {unit !== '' && <Chosen code={unit} asOf={asOf} />}
          <Input.Search
            allowClear
            aria-label={t('查找干部')}
            placeholder={t('姓名或干部编号')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
          {data?.total === 0 && (
            <EmptyState
              title={t('没有找到干部')}
              hint={t('换一个单位，或者去掉查找的字；还没有数据时先导入工作簿。')}
            />
          )}
          {!data && error === null && <div className="ledger" aria-busy="true" />}
          {data && data.total > 0 && (
            <>
              <p className="muted small">{t('共{n}人', { n: data.total })}</p>
              <Cadres filter={filter} asOf={asOf} total={data.total} />
            </>
          )}
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

function Chosen({ code, asOf }: { code: string; asOf: string | undefined }): ReactElement | null {
  const { data } = useQuery(unitQuery(code));
  const exports = belongsTo(DEPARTMENT, rolesOf(useSession()));
  if (!data) return null;
  return (
    <section className="card" aria-label={data.name}>
      <p className="muted small">{data.parents.map(({ name }) => name).join(' › ')}</p>
      <h2>{data.name}</h2>
      <p className="links">
        {exports && <ExportRoster unit={code} asOf={asOf} />}
        <Link href={withQuery('/ledger', { unit: code, asOf })}>{t('配备台账')}</Link>
        {data.teams.map((team) => (
          <Link key={team.code} href={withQuery(`/teams/${encodeURIComponent(team.code)}`, { asOf })}>
            {team.name}
          </Link>
        ))}
      </p>
    </section>
  );
}

/** @param asOf the day in the address, which goes along with every link; today where there is none */
const columnsOn = (asOf: string | undefined): readonly Column<CadreRow>[] => [
  {
    key: 'name',
    title: t('姓名'),
    track: 'minmax(150px, 1fr)',
    cell: ({ code, name }) => (
      <>
        <Link href={withQuery(`/cadres/${encodeURIComponent(code)}`, { asOf })}>{name}</Link>
        <span className="code">{code}</span>
      </>
    ),
  },
  {
    key: 'birth',
    title: t('出生年月'),
    track: '132px',
    cell: ({ birth }) =>
      t('{month}（{n}岁）', {
        month: monthText(birth),
        n: ageAt(birth, asOf ?? dayInChina(serverNow())).years,
      }),
  },
  { key: 'unit', title: t('单位'), track: 'minmax(150px, 1fr)', cell: ({ homeUnit }) => homeUnit?.name ?? '—' },
  {
    key: 'posts',
    title: asOf === undefined ? t('现任职务') : t('当日职务'),
    track: 'minmax(150px, 1fr)',
    cell: ({ posts }) => posts.map(({ name }) => name).join('、') || '—',
  },
  { key: 'rank', title: t('职级'), track: '110px', cell: ({ civilRank }) => civilRank ?? '—' },
];

interface CadresProps {
  filter: Query;
  asOf: string | undefined;
  total: number;
}

function Cadres({ filter, asOf, total }: CadresProps): ReactElement {
  const columns = useMemo(() => columnsOn(asOf), [asOf]);
  const useRows = (pages: readonly number[]): ((index: number) => CadreRow | undefined) => {
    const queries = pages.map((page) => ({
      ...cadresQuery({ ...filter, ...pageQuery(page) }),
      placeholderData: page === 0 ? keepPreviousData : undefined,
    }));
    return rowFinder(pages, useQueries({ queries }));
  };
  return <VirtualTable label={t('干部')} total={total} minWidth={690} columns={columns} useRows={useRows} />;
}
