import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { countsQuery } from '../api/inbox-queries.js';
import type { InboxCounts, InboxItem } from '../api/inbox-types.js';
import { usePollMs } from '../api/live.js';
import type { Plural } from '../api/plurals.js';
import type { CaseSummary } from '../api/types.js';
import { type DeskFilters, workflowOf } from './desk-filters.js';
import { askAhead, casesOf, inboxOf } from './desk-lists.js';

export type DeskRow = Omit<InboxItem, 'plural' | 'waitedWorkingDays'> & {
  plural: Plural;
  /** Null where the list does not tell. */
  waitedWorkingDays: number | null;
};

export interface DeskRows {
  rows: DeskRow[];
  counts: InboxCounts | undefined;
  pending: boolean;
  error: unknown;
  refetch: () => void;
  /** Null when everything is shown. */
  more: (() => void) | null;
  loadingMore: boolean;
}

/** What the chosen tab holds. 待办, 已办, 我发起 and 抄送 are the server's inbox; 全部 is the list of one kind of case. */
export function useDeskRows(filters: DeskFilters): DeskRows {
  const refetchInterval = usePollMs();
  const { tab, kind } = filters;
  const isAll = tab === 'all';
  const client = useQueryClient();
  // While the page is first drawn, and not only when it has been painted.
  if (client.getQueryState((isAll ? casesOf(filters) : inboxOf(filters)).queryKey) === undefined)
    askAhead(client, filters);
  const counts = useQuery({ ...countsQuery, refetchInterval });
  const inbox = useInfiniteQuery({ ...inboxOf(filters), enabled: !isAll, refetchInterval });
  const all = useInfiniteQuery({ ...casesOf(filters), enabled: isAll, refetchInterval });
  const list = isAll ? all : inbox;
  const rows = isAll
    ? (all.data?.pages ?? []).flatMap(({ items }) => items.map((item) => rowOf(kind ?? 'proposals', item)))
    : (inbox.data?.pages ?? []).flatMap(({ items }) => items as DeskRow[]);
  return {
    rows,
    counts: counts.data,
    pending: list.isPending,
    error: list.error,
    refetch: () => void list.refetch(),
    more: list.hasNextPage ? () => void list.fetchNextPage() : null,
    loadingMore: list.isFetchingNextPage,
  };
}

function rowOf(plural: Plural, item: CaseSummary): DeskRow {
  return {
    ...item,
    plural,
    workflow: workflowOf(plural),
    since: item.updatedAt,
    waitedWorkingDays: null,
    steps: [],
    deadline: null,
    unread: false,
  };
}
