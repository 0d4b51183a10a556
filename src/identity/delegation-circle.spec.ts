import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type StandIn, circleClosedBy } from './delegation-circle.js';

const standIn = (from: number, to: number, startsOn: string, endsOn = startsOn): StandIn => ({
  from,
  to,
  startsOn,
  endsOn,
});
const [A, B, C, D] = [1, 2, 3, 4] as const;

describe('circleClosedBy', () => {
  it('finds the two who stand in for each other', () => {
    expect(circleClosedBy([standIn(A, B, '2026-03-02')], standIn(B, A, '2026-03-02'))).toEqual([B, A, B]);
  });

  it('finds a circle through several people', () => {
    const chain = [standIn(A, B, '2026-03-01', '2026-03-10'), standIn(B, C, '2026-03-05', '2026-03-20')];
    expect(circleClosedBy(chain, standIn(C, A, '2026-03-10', '2026-03-12'))).toEqual([C, A, B, C]);
  });

  it('lets people stand in for each other on different days', () => {
    expect(circleClosedBy([standIn(A, B, '2026-03-02')], standIn(B, A, '2026-03-03'))).toBeNull();
  });

  it('needs one day that all links of the chain share', () => {
    const chain = [standIn(A, B, '2026-03-01', '2026-03-04'), standIn(B, C, '2026-03-05', '2026-03-20')];
    expect(circleClosedBy(chain, standIn(C, A, '2026-03-01', '2026-03-31'))).toBeNull();
  });

  it('counts the last day as a day on which it holds', () => {
    expect(
      circleClosedBy([standIn(A, B, '2026-03-01', '2026-03-05')], standIn(B, A, '2026-03-05', '2026-03-09')),
    ).toEqual([B, A, B]);
  });

  it('lets two people have the same stand-in', () => {
    expect(circleClosedBy([standIn(A, C, '2026-03-02')], standIn(B, C, '2026-03-02'))).toBeNull();
  });

  it('agrees with walking the chains day by day', () => {
    const day = fc.integer({ min: 1, max: 5 }).map((n) => `2026-03-0${n}`);
    const anyStandIn = fc
      .record({ from: fc.constantFrom(A, B, C, D), to: fc.constantFrom(A, B, C, D), days: fc.tuple(day, day) })
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, days: [one, other] }) =>
        standIn(from, to, one < other ? one : other, one < other ? other : one),
      );
    fc.assert(
      fc.property(fc.array(anyStandIn, { maxLength: 12 }), (wishes) => {
        const accepted: StandIn[] = [];
        for (const wish of wishes) {
          const circle = circleClosedBy(accepted, wish);
          expect(circle !== null).toBe(hasCircleOnSomeDay([...accepted, wish]));
          if (circle === null) accepted.push(wish);
        }
      }),
    );
  });
});

function hasCircleOnSomeDay(all: StandIn[]): boolean {
  return [1, 2, 3, 4, 5].some((n) => {
    const day = `2026-03-0${n}`;
    const today = all.filter((link) => link.startsOn <= day && day <= link.endsOn);
    return [A, B, C, D].some((start) => {
      const reached = new Set<number>();
      let frontier: number[] = [start];
      while (frontier.length > 0) {
        frontier = today.filter((link) => frontier.includes(link.from) && !reached.has(link.to)).map((link) => link.to);
        for (const person of frontier) reached.add(person);
      }
      return reached.has(start);
    });
  });
}
