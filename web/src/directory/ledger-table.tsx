import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useRef } from 'react';
import type { Query } from '../api/client.js';
import { ledgerQuery } from '../api/queries.js';
import type { LedgerRow } from '../api/types.js';
import { t } from '../ui/t.js';
import { LEDGER_COLUMNS, type LedgerColumn } from './ledger-columns.js';

export { shareText } from './ledger-columns.js';

export const PAGE_ROWS = 200;
const ROW_PX = 58;

interface Props {
  filter: Query;
  total: number;
  shown: readonly string[];
  asOf: string | null;
}

/** Ten thousand rows as one list: only those in sight are drawn, and only their pages asked for. */
export function LedgerTable({ filter, total, shown, asOf }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const columns = LEDGER_COLUMNS.filter(({ key, fixed }) => fixed === true || shown.includes(key));
  const tracks = columns.map(({ track }) => track).join(' ');
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const inSight = rows.getVirtualItems();
  const rowAt = usePages(
    filter,
    inSight.map(({ index }) => Math.floor(index / PAGE_ROWS)),
  );
  return (
    <div
      ref={box}
      className="ledger"
      role="table"
      tabIndex={0}
      aria-label={t('配备台账')}
      aria-rowcount={total + 1}
      style={{ ['--tracks' as string]: tracks }}
    >
      <div role="rowgroup" className="ledger-head">
        <div role="row" className="ledger-row" aria-rowindex={1}>
          {columns.map(({ key, title, number }) => (
            <div key={key} role="columnheader" className={number === true ? 'number' : undefined}>
              {title}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="ledger-body" style={{ height: rows.getTotalSize() }}>
        {inSight.map(({ index, start }) => (
          <Row key={index} row={rowAt(index)} index={index} top={start} columns={columns} asOf={asOf} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  row: LedgerRow | undefined;
  index: number;
  top: number;
  columns: readonly LedgerColumn[];
  asOf: string | null;
}

function Row({ row, index, top, columns, asOf }: RowProps): ReactElement {
  return (
    <div role="row" className="ledger-row" aria-rowindex={index + 2} style={{ transform: `translateY(${top}px)` }}>
      {columns.map(({ key, number, cell }) => (
        <div key={key} role="cell" className={number === true ? 'number' : undefined}>
          {row === undefined ? (key === 'team' ? '……' : '') : cell(row, asOf)}
        </div>
      ))}
    </div>
  );
}

/** @returns what finds a row by its place; undefined while its page is on its way */
function usePages(filter: Query, pages: readonly number[]): (index: number) => LedgerRow | undefined {
  const wanted = [...new Set([0, ...pages])];
  const found = useQueries({
    queries: wanted.map((page) => ({
      ...ledgerQuery({ ...filter, limit: PAGE_ROWS, offset: page * PAGE_ROWS }),
      placeholderData: page === 0 ? keepPreviousData : undefined,
    })),
  });
  const byPage = new Map(wanted.map((page, at) => [page, found[at]?.data?.items]));
  return (index) => byPage.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
}
