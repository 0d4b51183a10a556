import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Asked, type Query, read, type Reads } from '../api/client.js';

const STALE_MS = 60_000;

const report = <Call extends Reads>(call: Call, asked: Asked<Call>) =>
  queryOptions({
    queryKey: ['directory', call, asked],
    queryFn: ({ signal }) => read(call, asked, signal),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });

export const reportDueQuery = () => report('GET reports/half-year/due', {});
export const situationQuery = (query: Query) => report('GET reports/situation', { query });
export const trendQuery = (query: Query) => report('GET reports/situation/trend', { query });
export const leaversQuery = (query: Query) => report('GET reports/situation/leavers', { query });
