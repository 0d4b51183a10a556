import { describe, expect, it } from '@jest/globals';
import { deadlinesOf, firstDifference, initialSnapshotOf, isStateOf, sameJson, statePath } from './index.js';
import { leave } from './toy/spec-support.js';

describe('statePath', () => {
  it.each([
    ['draft', 'draft'],
    [{ inSelection: { publicNotice: 'posted' } }, 'inSelection.publicNotice.posted'],
    [{ preReview: { headcountReview: 'pending', youngCadreReview: 'passed' } }, 'preReview'],
    [{ progress: 'submitted', timeliness: 'onTime' }, 'submitted'],
    [{ progress: { a: 'b' }, timeliness: 'onTime' }, 'a.b'],
    [{ a: 'x', b: 'y' }, ''],
  ])('%j is at %s', (state, path) => {
    expect(statePath(state)).toBe(path);
  });
});

describe('isStateOf', () => {
  it('knows the states of the chart and no others', () => {
    expect(['asked', 'lost', '', { asked: 'x' }, {}].map((state) => isStateOf(leave(), state))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('begins with nothing', () => {
    expect(initialSnapshotOf(leave())).toMatchObject({ state: 'new', context: { author: null, approvals: [] } });
  });
});

describe('deadlinesOf', () => {
  it('neighbours with the same name share one running deadline', () => {
    expect(deadlinesOf(leave(), 'asked')).toEqual([{ name: 'reply', owner: '' }]);
    expect(deadlinesOf(leave(), 'forwarded')).toEqual(deadlinesOf(leave(), 'asked'));
    expect(deadlinesOf(leave(), 'booked')).toEqual([]);
  });
});

describe('sameJson', () => {
  it('does not mind the order of keys, and minds everything else', () => {
    expect(sameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
    expect(sameJson({ a: null }, {})).toBe(false);
    expect(sameJson([], {})).toBe(false);
  });

  it('says where two documents part', () => {
    expect(firstDifference({ a: { b: [1, 2] } }, { a: { b: [1, 3] } })).toBe('a.b.1');
    expect(firstDifference({}, { extra: true })).toBe('extra');
    expect(firstDifference('x', 'y')).toBe('');
    expect(firstDifference('x', 'x')).toBeNull();
  });
});
