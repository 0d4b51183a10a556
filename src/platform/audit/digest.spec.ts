import { describe, expect, it } from '@jest/globals';
import { digestOf, sm3 } from './index.js';

describe('digests', () => {
  it('are SM3: the example of GB/T 32905', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('are equal for equal values, in whatever order they were put together', () => {
    const one = { state: 'draft', context: { items: [{ cadre: 'C1', post: 'P1' }], title: null } };
    const other = { context: { title: null, items: [{ post: 'P1', cadre: 'C1' }] }, state: 'draft' };
    expect(digestOf(one)).toEqual(digestOf(other));
  });

  it.each([
    [{ a: 1 }, { a: '1' }],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: null }, {}],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    ['ab', 'ba'],
  ])('differ for %j and %j', (a, b) => {
    expect(digestOf(a)).not.toEqual(digestOf(b));
  });

  it('exist for nothing at all', () => {
    expect(digestOf(undefined)).toHaveLength(32);
  });
});
