import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import type { ChannelView, DeliveryState, DeliveryView } from './channel-types.js';

const REFRESHED_MS = 15_000;
const PAGE = 50;

export const channelsQuery = queryOptions({
  queryKey: ['admin', 'channels'],
  queryFn: ({ signal }) => get<{ items: ChannelView[] }>('channels', {}, signal),
  refetchInterval: REFRESHED_MS,
});

export const deliveriesQuery = (state: DeliveryState) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'deliveries', state],
    queryFn: ({ signal, pageParam }) =>
      get<{ items: DeliveryView[]; next: number | null }>(
        'deliveries',
        { state, limit: PAGE, cursor: pageParam ?? undefined },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: REFRESHED_MS,
  });
