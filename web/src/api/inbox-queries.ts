import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Query, read } from './client.js';

const PAGE = 50;

export const inboxQuery = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      read('GET inbox', { query: { ...filter, limit: PAGE, cursor: pageParam } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const countsQuery = queryOptions({
  queryKey: ['inbox', 'counts'],
  queryFn: ({ signal }) => read('GET inbox/counts', {}, signal),
});

/**
 * @param unread only what is unread
 * @param behind only what this notice gathers
 */
export const noticesQuery = (unread: boolean, behind?: number) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'notices', unread, behind ?? null],
    queryFn: ({ signal, pageParam }) =>
      read(
        'GET notices',
        { query: { unread: unread ? true : undefined, behind, limit: PAGE, cursor: pageParam } },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
