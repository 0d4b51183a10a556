import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from './policy.js';
import { POLICY_SETTINGS } from './policy-settings.js';

function leafPaths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leafPaths(inner, path === '' ? key : `${path}.${key}`));
}

const isUnder = (leaf: string, path: string): boolean => leaf === path || leaf.startsWith(`${path}.`);

describe('policy', () => {
  const leaves = leafPaths(DEFAULT_POLICY);

  it.each(leaves)('%s is described once, as fact or assumption', (leaf) => {
    expect(POLICY_SETTINGS.filter(({ path }) => isUnder(leaf, path))).toHaveLength(1);
  });

  it.each(POLICY_SETTINGS.map(({ path }) => path))('setting %s exists in the policy', (path) => {
    expect(leaves.some((leaf) => isUnder(leaf, path))).toBe(true);
  });

  it('is one plain JSON document', () => {
    expect(JSON.parse(JSON.stringify(DEFAULT_POLICY))).toEqual(DEFAULT_POLICY);
  });

  it('says what each setting means and where it comes from', () => {
    for (const { meaning, source } of POLICY_SETTINGS) {
      expect([meaning, source]).not.toContain('');
      expect(meaning).not.toContain('划线');
    }
  });
});
