import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Query } from './client.js';
import type { InboxCounts, InboxPage, NoticePage } from './inbox-types.js';

const PAGE = 50;

export const inboxQuery = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      get<InboxPage>('inbox', { ...filter, limit: PAGE, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const countsQuery = queryOptions({
  queryKey: ['inbox', 'counts'],
  queryFn: ({ signal }) => get<InboxCounts>('inbox/counts', {}, signal),
});

export const noticesQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'notices', unread],
    queryFn: ({ signal, pageParam }) =>
      get<NoticePage>(
        'notices',
        { unread: unread ? true : undefined, limit: PAGE, cursor: pageParam ?? undefined },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
