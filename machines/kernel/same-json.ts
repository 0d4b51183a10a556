import type { Json } from './types.js';

/**
 * Whether two stored documents say the same. The order of keys does not count: jsonb does not keep it.
 *
 * @param a one document
 * @param b the other
 */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return firstDifference(a, b) === null;
}

/**
 * Where two documents part.
 *
 * @param a one document
 * @param b the other
 * @param path where the comparison starts
 * @returns the path of the first difference in the order of a's keys, '' for the whole; null when they are equal
 */
export function firstDifference(a: Json | undefined, b: Json | undefined, path = ''): string | null {
  if (a === b) return null;
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return path;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  for (const key of keys) {
    const difference = firstDifference(valueAt(a, key), valueAt(b, key), path === '' ? key : `${path}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

type Container = Json[] | { [key: string]: Json };

function isContainer(value: Json | undefined): value is Container {
  return typeof value === 'object' && value !== null;
}

function valueAt(container: Container, key: string): Json | undefined {
  return Array.isArray(container) ? container[Number(key)] : container[key];
}
