import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client.js';
import type { CalendarYear, Operations, PolicyDocument, PolicySetting, PolicyVersion } from './admin-types.js';

const REFRESHED_MS = 15_000;

export const policiesQuery = queryOptions({
  queryKey: ['admin', 'policies'],
  queryFn: ({ signal }) => get<PolicyVersion[]>('policies', {}, signal),
});

export const policySettingsQuery = queryOptions({
  queryKey: ['admin', 'policy-settings'],
  queryFn: ({ signal }) => get<PolicySetting[]>('policies/settings', {}, signal),
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
    queryFn: ({ signal }) => get<CalendarYear>('calendar', { year }, signal),
  });

export const operationsQuery = queryOptions({
  queryKey: ['admin', 'operations'],
  queryFn: ({ signal }) => get<Operations>('operations', {}, signal),
  refetchInterval: REFRESHED_MS,
});

export const sampleClockQuery = queryOptions({
  queryKey: ['admin', 'sample-clock'],
  queryFn: ({ signal }) => get<{ now: string }>('sample/clock', {}, signal),
});
