import type { ReactElement, ReactNode } from 'react';
import type { ExcludedRow, ListedRow } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { t } from '../../ui/t.js';
import { StandingTable } from '../standing-table.js';

/** The teams that are named, with the receipts on which that rests. */
export function ListedTable({ rows }: { rows: readonly ListedRow[] }): ReactElement {
  return (
    <section className="card" aria-label={t('列入通报的班子')}>
      <header className="card-head">
        <h2>{t('列入通报的班子')}</h2>
        <span className="muted">{t('{n}个', { n: rows.length })}</span>
      </header>
      {rows.length === 0 ? (
        <p className="muted">{t('没有签收两次提醒后仍有差额的班子。')}</p>
      ) : (
        <StandingTable
          rows={rows}
          team={teamOf}
          task={taskOf}
          last={{
            title: t('两次提醒签收'),
            cell: ({ receipts }) =>
              receipts.map(({ documentNo, receivedOn }) => (
                <div key={receivedOn + documentNo}>
                  {documentNo ?? '—'} <span className="muted">{receivedOn}</span>
                </div>
              )),
          }}
        />
      )}
    </section>
  );
}

/** The slow that are left out, each with the reason. */
export function ExcludedTable({ rows }: { rows: readonly ExcludedRow[] }): ReactElement {
  return (
    <details>
      <summary>{t('有差额而不列入的班子（{n}）', { n: rows.length })}</summary>
      <StandingTable
        rows={rows}
        team={teamOf}
        task={taskOf}
        last={{ title: t('不列入的原因'), cell: ({ sentence }) => sentence }}
      />
    </details>
  );
}

function teamOf({ unitName, team, teamName }: ListedRow | ExcludedRow): ReactNode {
  return (
    <>
      {unitName}
      <div>
        <Link href={`/teams/${encodeURIComponent(team)}`}>{teamName}</Link>
      </div>
    </>
  );
}

const taskOf = ({ warning, taskName }: ListedRow | ExcludedRow): ReactNode =>
  warning === null ? taskName : <Link href={`/warnings/${warning}`}>{taskName}</Link>;
