import { Button, Input, Segmented, Tabs } from 'antd';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { abilitiesOf, useSession } from '../app/current-session.js';
import { navigate, useFilters } from '../app/router.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNote } from '../ui/error-note.js';
import { CasePage } from '../workflows/case/case-page.js';
import { DeskListRow } from './desk-list-row.js';
import { readFilters, TABS, type DeskFilters } from './desk-filters.js';
import { type DeskCases, useDeskCases } from './use-desk-cases.js';

/** What waits on the left, the open case on the right; the list keeps its place while one works. */
export function DeskPage(): ReactElement {
  const [search, change] = useFilters();
  const filters = readFilters(search);
  const cases = useDeskCases(filters);
  const { open } = filters;
  const chosen = open && `${open.plural}/${open.id}`;
  const tabs = Object.entries(TABS).map(([key, label]) => ({
    key,
    label: key === 'todo' ? `${label} ${cases.todoCount}` : label,
  }));
  return (
    <div className="desk">
      <section className="desk-list" aria-label="事项列表">
        <h1 className="visually-hidden">工作台</h1>
        <Tabs activeKey={filters.tab} items={tabs} onChange={(tab) => change({ tab })} />
        <div className="desk-filters">
          <Segmented
            size="small"
            aria-label="类别"
            value={filters.kind}
            options={[
              { value: 'both', label: '全部' },
              { value: 'proposals', label: '动议' },
              { value: 'filings', label: '备案' },
            ]}
            onChange={(kind) => change({ kind: kind === 'both' ? null : kind })}
          />
          <Input
            size="small"
            allowClear
            aria-label="按名称、单位、环节筛选"
            placeholder="名称、单位、环节"
            defaultValue={filters.text}
            onChange={(event) => change({ q: event.target.value })}
          />
          {filters.tab !== 'todo' && (
            <Button
              size="small"
              aria-pressed={filters.done}
              type={filters.done ? 'primary' : 'default'}
              ghost={filters.done}
              onClick={() => change({ done: filters.done ? null : true })}
            >
              含办结
            </Button>
          )}
        </div>
        <Rows cases={cases} filters={filters} chosen={chosen} choose={(key) => change({ open: key }, {})} />
      </section>
      <section className="desk-case" aria-label="事项">
        {open ? (
          <CasePage key={chosen} plural={open.plural} id={open.id} standsBesideList />
        ) : (
          <EmptyState title="从左侧选择一个事项" hint="上下方向键移动，回车打开。列表、筛选和位置都记在地址里。" />
        )}
      </section>
    </div>
  );
}

interface RowsProps {
  cases: DeskCases;
  filters: DeskFilters;
  chosen: string | null;
  choose: (key: string) => void;
}

function Rows({ cases, filters, chosen, choose }: RowsProps): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  const { rows, pending, error } = cases;
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  if (error !== null && rows.length === 0) return <ErrorNote error={error} retry={cases.refetch} />;
  if (pending && rows.length === 0) return <ul className="rows" aria-busy="true" />;
  if (rows.length === 0) return <NothingHere filters={filters} />;
  return (
    <>
      <ul ref={list} className="rows" onKeyDown={moveAmongRows}>
        {rows.map((row) => {
          const key = `${row.plural}/${row.id}`;
          return <DeskListRow key={key} row={row} chosen={chosen === key} onChoose={() => choose(key)} />;
        })}
      </ul>
      {cases.cut && <p className="muted rows-cut">只列出最近的事项；更早的请用筛选查找。</p>}
    </>
  );
}

function moveAmongRows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const now = buttons.findIndex((button) => button === document.activeElement);
  buttons[Math.min(Math.max(now + step, 0), buttons.length - 1)]?.focus();
}

function NothingHere({ filters }: { filters: DeskFilters }): ReactElement {
  const { drafts } = abilitiesOf(useSession());
  if (filters.text !== '' || filters.kind !== 'both') {
    return <EmptyState title="没有符合筛选条件的事项" hint="换一个词，或者把类别选回“全部”。" />;
  }
  const hint =
    filters.tab === 'todo' ? '轮到您办理时，事项会出现在这里。' : '还没有事项；动议由旗县区和市直单位起草后出现。';
  return (
    <EmptyState title={filters.tab === 'todo' ? '现在没有待办' : '还没有事项'} hint={hint}>
      {drafts && (
        <Button type="primary" onClick={() => navigate('/proposals/new')}>
          起草动议
        </Button>
      )}
    </EmptyState>
  );
}
