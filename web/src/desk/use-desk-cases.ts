import { useQueries } from '@tanstack/react-query';
import { caseListQuery, caseQuery } from '../api/queries.js';
import { serverNow } from '../api/server-time.js';
import type { CaseSummary, CaseView, Deadline, Plural } from '../api/types.js';
import { useSession } from '../app/current-session.js';
import { dayInChina } from '../ui/time.js';
import { stepsFor } from '../workflows/case/waits-for-me.js';
import type { DeskFilters } from './desk-filters.js';

const PLURALS: readonly Plural[] = ['proposals', 'filings'];
const ROWS = 60;
const REFRESH_MS = 20_000;

export interface DeskRow extends CaseSummary {
  plural: Plural;
  title: string;
  /** Labels of what this person can do now; undefined until the server has said so. */
  steps: string[] | undefined;
  deadline: Deadline | undefined;
}

export interface DeskCases {
  rows: DeskRow[];
  todoCount: number;
  pending: boolean;
  error: unknown;
  refetch: () => void;
  /** More cases than the desk has asked for. */
  cut: boolean;
}

/** Open cases with what waits for the caller. Steps and deadlines come with each case, so they follow the list. */
export function useDeskCases(filters: DeskFilters): DeskCases {
  const { user } = useSession();
  const today = dayInChina(serverNow());
  const showsDone = filters.tab !== 'todo' && filters.done;
  const query = {
    limit: ROWS,
    done: filters.tab === 'todo' ? false : showsDone ? undefined : false,
    mine: filters.tab === 'mine' ? true : undefined,
  };
  const lists = useQueries({
    queries: PLURALS.map((plural) => ({ ...caseListQuery(plural, query), refetchInterval: REFRESH_MS })),
  });
  const listed = lists.flatMap(({ data }, at) =>
    (data?.items ?? []).map((item) => ({ ...item, plural: PLURALS[at] as Plural })),
  );
  const views = useQueries({
    queries: listed.map(({ plural, id }) => ({ ...caseQuery(plural, id), staleTime: REFRESH_MS })),
  });
  const rows = listed
    .map((item, at) => rowOf(item, views[at]?.data, user.id, today))
    .sort((a, b) => urgency(a).localeCompare(urgency(b)) || a.updatedAt.localeCompare(b.updatedAt));
  const waiting = rows.filter(({ steps }) => steps !== undefined && steps.length > 0);
  const tabRows = filters.tab === 'todo' ? waiting : [...rows].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return {
    rows: tabRows.filter((row) => matches(row, filters)),
    todoCount: waiting.length,
    pending: lists.some(({ isPending }) => isPending) || (filters.tab === 'todo' && views.some((v) => v.isPending)),
    error: lists.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => lists.forEach(({ refetch }) => void refetch()),
    cut: lists.some(({ data }) => data?.next !== null && data !== undefined),
  };
}

function rowOf(
  item: CaseSummary & { plural: Plural },
  view: CaseView | undefined,
  user: number,
  today: string,
): DeskRow {
  // A case read a moment ago may be ahead of the list.
  const latest = view && view.version >= item.version ? view : undefined;
  const deadlines = [...(view?.deadlines ?? [])].sort((a, b) => a.dueDay.localeCompare(b.dueDay));
  const proposal = item.fields.proposal_id;
  return {
    ...item,
    ...(latest && { label: latest.label, version: latest.version, updatedAt: latest.updatedAt, done: latest.done }),
    title: item.fields.title ?? `第${proposal ?? ''}号动议的备案`,
    steps: view && stepsFor(view, user, today).map(({ label }) => label),
    deadline: deadlines[0],
  };
}

const urgency = ({ deadline }: DeskRow): string => deadline?.dueDay ?? '9999-12-31';

function matches(row: DeskRow, { kind, text }: DeskFilters): boolean {
  if (kind !== 'both' && row.plural !== kind) return false;
  const words = `${row.title} ${row.unit.name} ${row.unit.code} ${row.label} ${row.id}`;
  return text === '' || words.includes(text);
}
