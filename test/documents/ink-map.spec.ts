import { describe, expect, it } from '@jest/globals';
import { type InkMap, unmatchedShare } from './ink-map.js';

/** A page of ten fields by ten, dark where said. */
function page(...dark: (readonly [column: number, row: number])[]): InkMap {
  const fields = Array.from({ length: 100 }, () => 0);
  for (const [column, row] of dark) fields[row * 10 + column] = 0.3;
  return { across: 10, down: 10, fields };
}

describe('pages compared by where their ink is', () => {
  it('are alike when everything moved by a field, as another version of a font moves it', () => {
    expect(unmatchedShare(page([2, 2], [3, 2]), page([2, 3], [3, 3]))).toBe(0);
  });

  it('differ by the share of what vanished, and by what appeared where the paper was empty', () => {
    expect(unmatchedShare(page([2, 2], [7, 7]), page([2, 2]))).toBe(0.5);
    expect(unmatchedShare(page([2, 2]), page([2, 2], [7, 7], [8, 2]))).toBeCloseTo(2 / 3);
  });

  it('have nothing in common when one is turned', () => {
    expect(unmatchedShare(page([2, 2]), { across: 14, down: 10, fields: Array.from({ length: 140 }, () => 0.3) })).toBe(
      1,
    );
  });
});
