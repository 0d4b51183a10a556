import { type KeyboardEvent, type ReactElement, useDeferredValue, useEffect, useRef } from 'react';
import { ErrorNote } from '../ui/error-note.js';
import { t } from '../ui/t.js';
import type { DeskFilters } from './desk-filters.js';
import { InboxRow } from './inbox-row.js';
import { NothingHere } from './parts-later.js';
import type { DeskRows } from './use-desk-rows.js';

interface Props {
  list: DeskRows;
  filters: DeskFilters;
  open: string | null;
  /** Where J and K have come to. */
  focused: string | null;
  marked: ReadonlySet<string>;
  onChoose: (key: string) => void;
  onMark: (key: string, on: boolean) => void;
}

/** More than any screen shows at once; what lies below is drawn when these stand. */
const FIRST_ROWS = 20;

export function InboxRows(props: Props): ReactElement {
  const { list, filters } = props;
  if (list.error !== null && list.rows.length === 0) return <ErrorNote error={list.error} retry={list.refetch} />;
  if (list.pending && list.rows.length === 0) return <ul className="rows" aria-busy="true" />;
  if (list.rows.length === 0) return <NothingHere filters={filters} />;
  return <Rows {...props} />;
}

function Rows({ list, open, focused, marked, onChoose, onMark }: Props): ReactElement {
  const rows = useRef<HTMLUListElement>(null);
  useEffect(() => {
    rows.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  useEffect(() => {
    if (focused !== null) rows.current?.querySelector<HTMLElement>(`[data-key="${focused}"] .row`)?.focus();
  }, [focused]);

  const drawn = useDeferredValue(list.rows.length, FIRST_ROWS);
  // An open case may stand anywhere, and is scrolled to.
  const shown = open === null ? list.rows.slice(0, Math.max(drawn, FIRST_ROWS)) : list.rows;
  return (
    <ul ref={rows} className="rows" onKeyDown={moveAmongRows}>
      {shown.map((row) => {
        const key = `${row.plural}/${row.id}`;
        return (
          <InboxRow
            key={key}
            row={row}
            address={key}
            chosen={open === key}
            marked={marked.has(key)}
            onChoose={() => onChoose(key)}
            onMark={(on) => onMark(key, on)}
          />
        );
      })}
      {list.more && shown.length === list.rows.length && (
        <li className="rows-more">
          <button
            type="button"
            className="plain-button small-button"
            disabled={list.loadingMore}
            aria-busy={list.loadingMore}
            onClick={list.more}
          >
            {t('更多')}
          </button>
        </li>
      )}
    </ul>
  );
}

function moveAmongRows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.row')];
  const now = buttons.findIndex((button) => button === document.activeElement);
  buttons[Math.min(Math.max(now + step, 0), buttons.length - 1)]?.focus();
}
