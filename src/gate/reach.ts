import { isWithin } from '../platform/index.js';

interface RoleHolder {
  grants: readonly { role: string; unitPath: string }[];
}

/** Whether the caller may propose changes in the unit with this path: on the unit's side, for it or for what is above it. */
export function answersFor({ grants }: RoleHolder, unitPath: string): boolean {
  return grants.some(
    (grant) => (grant.role === 'clerk' || grant.role === 'leader') && isWithin(grant.unitPath, unitPath),
  );
}
