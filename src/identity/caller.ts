import type { Role } from '../../machines/kernel/index.js';
import { isWithin } from '../platform/index.js';
import { isAdministratorRole } from './roles.js';

/** Path of an administrator's grant: below no unit and above none, whatever a query makes of it. */
export const NOWHERE = 'nowhere';

/** Who is asking, resolved once per request. */
export interface Caller {
  userId: number;
  username: string;
  displayName: string;
  /** Everything the caller may do today: own grants first, then those of colleagues the caller stands in for. */
  grants: readonly CallerGrant[];
}

export interface CallerGrant {
  role: Role;
  /** ltree path of the granted unit; '' is the whole tree, NOWHERE an administrator's. */
  unitPath: string;
  /** Set when the grant is borrowed: the absent holder's user id. */
  onBehalfOf?: number;
}

/** A caller as the database tells it: each grant with the person who holds it. */
export interface CallerRow {
  userId: number;
  username: string;
  displayName: string;
  grants: readonly HeldGrant[];
}

export interface HeldGrant {
  role: Role;
  unitPath: string;
  holder: number;
}

/**
 * The administrators' duties stay apart from everybody else's: they reach no unit, are never lent, and who holds one
 * borrows nothing.
 */
export function callerOf({ userId, username, displayName, grants }: CallerRow): Caller {
  const own = grants
    .filter((grant) => grant.holder === userId)
    .map(({ role, unitPath }) => ({ role, unitPath: isAdministratorRole(role) ? NOWHERE : unitPath }));
  const administers = own.some((grant) => isAdministratorRole(grant.role));
  const borrowed = grants
    .filter((grant) => grant.holder !== userId && !isAdministratorRole(grant.role) && !administers)
    .map(({ role, unitPath, holder }) => ({ role, unitPath, onBehalfOf: holder }));
  return { userId, username, displayName, grants: [...own, ...borrowed] };
}

/** Paths of the units in which the caller has any business; '' is the whole tree. An administrator's role opens none. */
export function readablePaths(caller: Pick<Caller, 'grants'>): string[] {
  return caller.grants.filter(({ role }) => !isAdministratorRole(role)).map(({ unitPath }) => unitPath);
}

/** Whether the caller holds one of the roles somewhere, own or borrowed. */
export function holdsRole(caller: Pick<Caller, 'grants'>, roles: readonly string[]): boolean {
  return caller.grants.some((grant) => roles.includes(grant.role));
}

/** Whether one of the caller's grants with one of the roles reaches the unit with this path. */
export function coversUnit(caller: Pick<Caller, 'grants'>, roles: readonly string[], unitPath: string): boolean {
  return caller.grants.some((grant) => roles.includes(grant.role) && isWithin(grant.unitPath, unitPath));
}
