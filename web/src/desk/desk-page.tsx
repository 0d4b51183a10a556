import { type ReactElement, useEffect, useState } from 'react';
import { Link, useFilters } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { firstRowsStand } from '../ui/first-rows.js';
import { t } from '../ui/t.js';
import { Boxes } from './boxes.js';
import { type DeskFilters, readFilters } from './desk-filters.js';
import { InboxRows } from './inbox-rows.js';
import { BatchDialog, Case, InboxFilters, OpenRound, ShortcutHelp } from './parts-later.js';
import type { Command } from './shortcuts/key-meaning.js';
import { pressShortcut, useShortcuts } from './shortcuts/use-shortcuts.js';
import { type DeskRow, useDeskRows } from './use-desk-rows.js';

const keyOf = ({ plural, id }: { plural: string; id: number }): string => `${plural}/${id}`;

/** What waits on the left, the open case on the right; the list keeps its place while one works. */
export function DeskPage(): ReactElement {
  const [search, change] = useFilters();
  const filters = readFilters(search);
  const list = useDeskRows(filters);
  const open = filters.open && keyOf(filters.open);
  const [focused, setFocused] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [showing, setShowing] = useState<'help' | 'batch' | null>(null);
  const chosen = list.rows.filter((row) => marked.has(keyOf(row)) && row.steps.length > 0);
  const mark = (key: string, on: boolean): void =>
    setMarked((now) => new Set(on ? [...now, key] : [...now].filter((other) => other !== key)));
  const openCase = (key: string): void => change({ open: key }, {});

  // A case that was asked for by its address is not kept waiting for the list.
  const isAwaited = list.pending && open === null;
  useEffect(() => {
    if (!isAwaited) firstRowsStand();
  }, [isAwaited]);
  useShortcuts((command) => {
    if (command === 'help') setShowing('help');
    else if (command === 'open' && focused !== null) openCase(focused);
    else if (command === 'mark' && focused !== null) mark(focused, !marked.has(focused));
    else move(command, list.rows, focused ?? open, setFocused);
  });
  return (
    <div className={open === null ? 'desk desk-unopened' : 'desk desk-opened'}>
      <section className={filters.tab === 'all' ? 'desk-list desk-list-all' : 'desk-list'} aria-label={t('事项列表')}>
        <h1 className="visually-hidden">{t('工作台')}</h1>
        <Boxes now={filters.tab} counts={list.counts} search={search} />
        <InboxFilters filters={filters} search={search} change={change} />
        {filters.tab === 'all' && filters.kind === 'stocktakes' && <OpenRound />}
        {chosen.length > 0 && (
          <div className="batch-bar">
            <span>{t('已选{n}项', { n: chosen.length })}</span>
            <button type="button" className="plain-button small-button primary" onClick={() => setShowing('batch')}>
              {t('批量办理')}
            </button>
            <button type="button" className="plain-button small-button" onClick={() => setMarked(new Set())}>
              {t('取消选中')}
            </button>
          </div>
        )}
        <InboxRows
          list={list}
          filters={filters}
          open={open}
          focused={focused}
          marked={marked}
          onChoose={(key) => {
            setFocused(key);
            openCase(key);
          }}
          onMark={mark}
        />
        <button type="button" className="desk-keys" onClick={() => setShowing('help')}>
          {t('键盘操作（?）')}
        </button>
      </section>
      <OpenCase filters={filters} onBack={() => change({ open: null }, {})} />
      {showing === 'help' && <ShortcutHelp onClose={() => setShowing(null)} />}
      {showing === 'batch' && (
        <BatchDialog
          rows={chosen}
          onClose={(finished) => {
            setShowing(null);
            setMarked((now) => new Set([...now].filter((key) => !finished.includes(key))));
          }}
        />
      )}
    </div>
  );
}

interface OpenCaseProps {
  filters: DeskFilters;
  /** Where there is no room for both, the list comes back in the place of the case. */
  onBack: () => void;
}

function OpenCase({ filters: { open }, onBack }: OpenCaseProps): ReactElement {
  return (
    <section className="desk-case" aria-label={t('事项')}>
      {open ? (
        <>
          <div className="back-to-list">
            <button type="button" className="plain-button" onClick={onBack}>
              {t('返回列表')}
            </button>
          </div>
          <Case key={keyOf(open)} plural={open.plural} id={open.id} standsBesideList />
        </>
      ) : (
        <EmptyState
          title={t('从左侧选择一个事项')}
          hint={t('J、K 或上下方向键移动，回车打开，? 查看全部键盘操作。筛选和打开的事项都记在地址里。')}
        >
          <Link className="plain-button" href="/desk?tab=all">
            {t('查看全部事项')}
          </Link>
        </EmptyState>
      )}
    </section>
  );
}

/** Keys that move along the list, or press what stands on the page. */
function move(command: Command, rows: readonly DeskRow[], at: string | null, setFocused: (key: string) => void): void {
  if (command === 'approve') pressShortcut('A', '.desk-case');
  if (command === 'return') pressShortcut('R', '.desk-case');
  if (command === 'search') document.querySelector<HTMLElement>('.desk-words input')?.focus();
  if (command === 'leave' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (command !== 'down' && command !== 'up') return;
  const now = rows.findIndex((row) => keyOf(row) === at);
  const next = now === -1 ? 0 : Math.min(Math.max(now + (command === 'down' ? 1 : -1), 0), rows.length - 1);
  const row = rows[next];
  if (row) setFocused(keyOf(row));
}
