/** As much of a caller as says where in the unit tree he has any business. */
export interface ScopeHolder {
  grants: readonly { unitPath: string }[];
}

/**
 * Says whether a unit lies in a part of the tree: the granted unit itself and everything below it.
 *
 * @param root path of the granted unit, ids from the root joined by dots; '' is the whole tree
 * @param path path of the unit in question
 */
export function isWithin(root: string, path: string): boolean {
  return root === '' || path === root || path.startsWith(`${root}.`);
}

/**
 * The parts of the tree that a caller may see, for `path <@ ANY(...)`. Grants that reach no unit, such as an
 * administrator's, come with a path that no unit has: no role is asked for here.
 *
 * @returns ltree paths, each once, in order; '' alone is the whole tree
 */
export function visiblePaths({ grants }: ScopeHolder): string[] {
  const paths = new Set(grants.map(({ unitPath }) => unitPath));
  return paths.has('') ? [''] : [...paths].toSorted();
}

/** Says whether the caller has any business in the unit with this path. */
export function seesUnit({ grants }: ScopeHolder, path: string): boolean {
  return grants.some(({ unitPath }) => isWithin(unitPath, path));
}
