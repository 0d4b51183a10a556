import { useQuery } from '@tanstack/react-query';
import { Pagination, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { withQuery } from '../../api/client.js';
import { roundSnapshotQuery } from '../../api/queries.js';
import { Link } from '../../app/router.js';
import { ErrorNote } from '../../ui/error-note.js';
import { t } from '../../ui/t.js';
import { StandingTable } from '../standing-table.js';

const PAGE = 50;
const LEVELS = [
  { value: '', label: t('全部等级') },
  { value: 'A', label: t('A级') },
  { value: 'B', label: t('B级') },
  { value: 'C', label: t('C级') },
];

interface Props {
  round: number;
  /** Rows of this unit and those below it alone. */
  unit?: string;
}

/** The frozen ledger row by row, as it was on the day; what the directory says by now stands on the team's page. */
export function FrozenRows({ round, unit }: Props): ReactElement {
  const [level, setLevel] = useState('');
  const [page, setPage] = useState(1);
  const query = roundSnapshotQuery(round, { unit, level, limit: PAGE, offset: (page - 1) * PAGE });
  const { data, error, refetch } = useQuery(query);
  if (error !== null) return <ErrorNote error={error} retry={() => void refetch()} />;
  const asOf = data?.referenceDay;
  return (
    <section className="card" aria-label={t('台账明细')} aria-busy={!data}>
      <header className="card-head">
        <h2>{t('台账明细')}</h2>
        <Select
          size="small"
          aria-label={t('预警等级')}
          className="filter-level"
          value={level}
          options={LEVELS}
          onChange={(next) => {
            setLevel(next);
            setPage(1);
          }}
        />
        <span className="muted">{data && t('{n}行', { n: data.total })}</span>
      </header>
      <StandingTable
        rows={data?.items ?? []}
        team={({ team, teamName }) => (
          <Link href={withQuery(`/teams/${encodeURIComponent(team)}`, { asOf })}>{teamName}</Link>
        )}
        task={({ taskName }) => taskName}
      />
      {data && data.total > PAGE && (
        <Pagination
          size="small"
          current={page}
          pageSize={PAGE}
          total={data.total}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </section>
  );
}
