import type { ReactElement } from 'react';
import type { ExcludedRow, ListedRow } from '../../api/types.js';
import { Link } from '../../app/router.js';
import { t } from '../../ui/t.js';
import { LevelTag } from '../../ui/tags.js';

type Row = ListedRow | ExcludedRow;

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
        <RowTable rows={rows} last={t('两次提醒签收')}>
          {(row) => (
            <>
              {(row as ListedRow).receipts.map(({ documentNo, receivedOn }) => (
                <div key={receivedOn + documentNo}>
                  {documentNo ?? '—'} <span className="muted">{receivedOn}</span>
                </div>
              ))}
            </>
          )}
        </RowTable>
      )}
    </section>
  );
}

/** The slow that are left out, each with the reason. */
export function ExcludedTable({ rows }: { rows: readonly ExcludedRow[] }): ReactElement {
  return (
    <details>
      <summary>{t('有差额而不列入的班子（{n}）', { n: rows.length })}</summary>
      <RowTable rows={rows} last={t('不列入的原因')}>
        {(row) => (row as ExcludedRow).sentence}
      </RowTable>
    </details>
  );
}

interface TableProps {
  rows: readonly Row[];
  last: string;
  children: (row: Row) => ReactElement | string;
}

function RowTable({ rows, last, children }: TableProps): ReactElement {
  return (
    <div className="table-scroll">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('单位和班子')}</th>
            <th scope="col">{t('配备任务')}</th>
            <th scope="col">{t('等级')}</th>
            <th scope="col" className="number">
              {t('应配/实配')}
            </th>
            <th scope="col" className="number">
              {t('差额')}
            </th>
            <th scope="col" className="number">
              {t('未达标季度')}
            </th>
            <th scope="col">{last}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.team}/${row.task}`}>
              <td>
                {row.unitName}
                <div>
                  <Link href={`/teams/${encodeURIComponent(row.team)}`}>{row.teamName}</Link>
                </div>
              </td>
              <td>
                {row.warning === null ? row.taskName : <Link href={`/warnings/${row.warning}`}>{row.taskName}</Link>}
              </td>
              <td>
                <LevelTag level={row.level} severity={row.severity} />
              </td>
              <td className="number">
                {row.due}/{row.actual}
              </td>
              <td className="number">{row.shortfall}</td>
              <td className="number">{row.unmetQuarters}</td>
              <td>{children(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
