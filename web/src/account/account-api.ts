import { queryOptions } from '@tanstack/react-query';
import { get, type Query } from '../api/client.js';

export interface OpenSession {
  id: number;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  address: string | null;
  terminal: string | null;
  isThisOne: boolean;
}

export interface SecondFactors {
  totp: boolean;
  recoveryCodesLeft: number;
  passkeys: { id: number; label: string; createdAt: string; lastUsedAt: string | null }[];
}

export interface NamedPerson {
  id: number;
  username: string;
  displayName: string;
}

export interface Delegation {
  id: number;
  from: NamedPerson;
  to: NamedPerson;
  startsOn: string;
  endsOn: string;
  reason: string;
  createdAt: string;
  revokedAt: string | null;
}

const own = <T>(path: string, query: Query = {}) =>
  queryOptions({ queryKey: ['account', path, query], queryFn: ({ signal }) => get<T>(path, query, signal) });

export const ownSessionsQuery = () => own<{ sessions: OpenSession[] }>('sessions');
export const secondFactorsQuery = () => own<SecondFactors>('session/second-factors');
export const delegationsQuery = () => own<{ delegations: Delegation[] }>('delegations', { limit: 100 });
