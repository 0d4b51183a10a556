import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Query } from '../api/client.js';
import type { OpenSession } from '../account/account-api.js';

export interface Grant {
  id: number;
  role: string;
  unit: { code: string; name: string } | null;
  startsOn: string;
  endsOn: string | null;
}

export interface User {
  id: number;
  username: string;
  displayName: string;
  status: 'active' | 'disabled';
  secondFactor: boolean;
  locked: boolean;
  grants: Grant[];
}

export interface AuditRecord {
  id: number;
  at: string;
  actorId: number | null;
  role: string | null;
  unitPath: string | null;
  onBehalfOf: number | null;
  address: string | null;
  event: string;
  objectType: string;
  objectId: string | null;
  action: string;
  result: string;
  purpose: string | null;
  requestId: string | null;
  seq: number | null;
}

export interface ChainReport {
  seals: number;
  records: number;
  anchors: number;
  faults: number;
  first: { seq: number | null; recordId: number | null; sentence: string }[];
}

const admin = <T>(path: string, query: Query = {}) =>
  queryOptions({
    queryKey: ['admin', path, query],
    queryFn: ({ signal }) => get<T>(path, query, signal),
    placeholderData: keepPreviousData,
  });

export const usersQuery = (query: Query) => admin<{ users: User[]; next: number | null }>('users', query);
export const sessionsOfQuery = (user: number) => admin<{ sessions: OpenSession[] }>(`users/${user}/sessions`);
export const grantableUnitsQuery = (query: Query) =>
  admin<{ units: { code: string; name: string }[] }>('grantable-units', query);
export const auditQuery = (query: Query) => admin<{ items: AuditRecord[]; next: string | null }>('audit', query);
