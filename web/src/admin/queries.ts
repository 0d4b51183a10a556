import { queryOptions } from '@tanstack/react-query';
import { get, read } from '../api/client.js';
import type { PolicyDocument } from './admin-types.js';

const REFRESHED_MS = 15_000;

export const policiesQuery = queryOptions({
  queryKey: ['admin', 'policies'],
  queryFn: ({ signal }) => read('GET policies', {}, signal),
});

export const policySettingsQuery = queryOptions({
  queryKey: ['admin', 'policy-settings'],
  queryFn: ({ signal }) => read('GET policies/settings', {}, signal),
  staleTime: Infinity,
});

export const policyQuery = (version: number) =>
  queryOptions({
    queryKey: ['admin', 'policy', version],
    queryFn: ({ signal }) => get<PolicyDocument>(`policies/${version}`, {}, signal),
    staleTime: Infinity,
    enabled: version > 0,
  });

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['admin', 'calendar', year],
    queryFn: ({ signal }) => read('GET calendar', { query: { year } }, signal),
  });

export const operationsQuery = queryOptions({
  queryKey: ['admin', 'operations'],
  queryFn: ({ signal }) => read('GET operations', {}, signal),
  refetchInterval: REFRESHED_MS,
});

export const sampleClockQuery = queryOptions({
  queryKey: ['admin', 'sample-clock'],
  queryFn: ({ signal }) => read('GET sample/clock', {}, signal),
});
