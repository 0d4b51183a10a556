/** As much of a signed-in caller as the directory needs. */
export interface ScopeHolder {
  grants: readonly { role: string; unitPath: string }[];
}

/**
 * The part of the unit tree a caller may see, as ltree paths for `path <@ ANY(...)`; '' is the whole tree. The
 * administrator keeps the installation and sees no business data, so that grant opens nothing.
 */
export function visiblePaths(caller: ScopeHolder): string[] {
  const paths = new Set(caller.grants.filter(({ role }) => role !== 'admin').map(({ unitPath }) => unitPath));
  return paths.has('') ? [''] : [...paths].sort();
}

/** Says whether a unit's path lies within one of these. */
export function isWithin(scope: readonly string[], unitPath: string): boolean {
  return scope.some((root) => root === '' || unitPath === root || unitPath.startsWith(`${root}.`));
}

/** Roles that see the directory within their units. */
export const DIRECTORY_READERS = ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head'] as const;
