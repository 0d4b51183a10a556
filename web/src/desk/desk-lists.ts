import type { QueryClient } from '@tanstack/react-query';
import { countsQuery, inboxQuery } from '../api/inbox-queries.js';
import { allCasesQuery } from '../api/queries.js';
import { type DeskFilters, workflowOf } from './desk-filters.js';

/** What 待办, 已办, 我发起 and 抄送 hold. */
export const inboxOf = ({ tab, kind, unit, text, overdue }: DeskFilters) =>
  inboxQuery({ tab, workflow: kind === null ? '' : workflowOf(kind), unit, q: text, overdue: overdue || null });

/** What 全部 holds: every case of one kind. */
export const casesOf = ({ kind, unit, state, done, text }: DeskFilters) =>
  allCasesQuery(kind ?? 'proposals', { unit, state, done, q: text });

/** Asks for what the desk shows, before anything of it is drawn. */
export function askAhead(client: QueryClient, filters: DeskFilters): void {
  void client.prefetchQuery(countsQuery);
  void (filters.tab === 'all'
    ? client.prefetchInfiniteQuery(casesOf(filters))
    : client.prefetchInfiniteQuery(inboxOf(filters)));
}
