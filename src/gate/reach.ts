import { type Caller, covers } from '../engine/index.js';

/**
 * Paths of the units in which the caller has any business; '' is the whole tree. The administrator keeps the installation
 * and sees no business data.
 */
export function visiblePaths(caller: Caller): string[] {
  return [...new Set(caller.grants.filter(({ role }) => role !== 'admin').map(({ unitPath }) => unitPath))].sort();
}

/** Whether the caller may propose changes in the unit with this path: on the unit's side, for it or for what is above it. */
export function answersFor(caller: Caller, unitPath: string): boolean {
  return caller.grants.some(
    ({ role, unitPath: granted }) => (role === 'clerk' || role === 'leader') && covers(granted, unitPath),
  );
}

/** Whether the caller has any business in the unit with this path. */
export function seesUnit(caller: Caller, unitPath: string): boolean {
  return visiblePaths(caller).some((granted) => covers(granted, unitPath));
}
