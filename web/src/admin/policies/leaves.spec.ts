import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, POLICY_SETTINGS } from '../../../../machines/rules/index.js';
import { differences, leavesOf, partName, valueAt, withValue } from './leaves.js';

const PATHS = POLICY_SETTINGS.map(({ path }) => path);

describe('the values of a policy', () => {
  it('all have a place in the form', () => {
    const missing = PATHS.filter((path) => leavesOf(DEFAULT_POLICY, path).length === 0);
    expect(missing).toEqual([]);
    const shown = PATHS.flatMap((path) => leavesOf(DEFAULT_POLICY, path)).map(({ path }) => path);
    const all = Object.keys(DEFAULT_POLICY).flatMap((key) => leavesOf(DEFAULT_POLICY, key).map(({ path }) => path));
    expect(all.filter((path) => !shown.includes(path))).toEqual([]);
  });

  it('are replaced one by one, leaving the document as it was', () => {
    const next = withValue(DEFAULT_POLICY, 'counting.includeProbation', false);
    expect(valueAt(next, 'counting.includeProbation')).toBe(false);
    expect(DEFAULT_POLICY.counting.includeProbation).toBe(true);
    expect(differences(DEFAULT_POLICY, next, PATHS)).toEqual(['counting.includeProbation']);
    expect(differences(DEFAULT_POLICY, DEFAULT_POLICY, PATHS)).toEqual([]);
  });

  it('are named by their place within the setting', () => {
    expect(partName('gate.table', 'gate.table.3.worsened')).toBe('3 · 差额扩大');
    expect(partName('headlineShare', 'headlineShare.num')).toBe('分子');
    expect(partName('probationMonths', 'probationMonths')).toBe('');
  });
});
