import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Query } from '../api/client.js';
import type { Leavers, Situation, Trend } from '../api/situation-types.js';

const STALE_MS = 60_000;

const report = <T>(path: string, query: Query) =>
  queryOptions({
    queryKey: ['directory', 'reports', path, query],
    queryFn: ({ signal }) => get<T>(`reports/${path}`, query, signal),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });

export const situationQuery = (query: Query) => report<Situation>('situation', query);
export const trendQuery = (query: Query) => report<Trend>('situation/trend', query);
export const leaversQuery = (query: Query) => report<Leavers>('situation/leavers', query);
