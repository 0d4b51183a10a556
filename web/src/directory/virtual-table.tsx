import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, type ReactNode, useRef } from 'react';

export const PAGE_ROWS = 200;
const ROW_PX = 58;

export interface Column<Row> {
  key: string;
  title: string;
  /** Width as a grid track. */
  track: string;
  number?: boolean;
  cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  total: number;
  columns: readonly Column<Row>[];
  /** Narrower than this many pixels, the table scrolls sideways. */
  minWidth: number;
  /** A hook that fetches these pages, and finds a row by its place; undefined while its page is on its way. */
  useRows: (pages: readonly number[]) => (index: number) => Row | undefined;
}

/** Ten thousand rows as one list: only those in sight are drawn, and only their pages asked for. */
export function VirtualTable<Row>({ label, total, columns, minWidth, useRows }: Props<Row>): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  const inSight = rows.getVirtualItems();
  const rowAt = useRows([...new Set([0, ...inSight.map(({ index }) => Math.floor(index / PAGE_ROWS))])]);
  return (
    <div
      ref={box}
      className="ledger"
      role="table"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      style={{
        ['--tracks' as string]: columns.map(({ track }) => track).join(' '),
        ['--least' as string]: `${minWidth}px`,
      }}
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
          <TableRow
            key={index}
            measure={rows.measureElement}
            row={rowAt(index)}
            index={index}
            top={start}
            columns={columns}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps<Row> {
  /** A row is as high as what stands in it asks for. */
  measure: (element: HTMLElement | null) => void;
  row: Row | undefined;
  index: number;
  top: number;
  columns: readonly Column<Row>[];
}

function TableRow<Row>({ measure, row, index, top, columns }: RowProps<Row>): ReactElement {
  return (
    <div
      ref={measure}
      role="row"
      className="ledger-row"
      data-index={index}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map(({ key, number, cell }, at) => (
        <div key={key} role="cell" className={number === true ? 'number' : undefined}>
          {row === undefined ? (at === 0 ? '……' : '') : cell(row)}
        </div>
      ))}
    </div>
  );
}

/** @param found answers for the pages, in their order */
export function rowFinder<Row>(
  pages: readonly number[],
  found: readonly { data?: { items: Row[] } | undefined }[],
): (index: number) => Row | undefined {
  const byPage = new Map(pages.map((page, at) => [page, found[at]?.data?.items]));
  return (index) => byPage.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
}

/** Which rows a page holds, as the server is asked for them. */
export const pageQuery = (page: number): { limit: number; offset: number } => ({
  limit: PAGE_ROWS,
  offset: page * PAGE_ROWS,
});
