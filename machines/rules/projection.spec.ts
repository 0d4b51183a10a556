import { describe, expect, it } from '@jest/globals';
import { applyItems, seatsBefore, takesHeadcount, teamsTouched } from './projection.js';
import { appointItem, buildPost, buildSeat, buildTeam, DECISION_DAY, removeItem } from './spec-support.js';

const YOUNG = '1990-01';

describe('projection', () => {
  it('removes first, so a post may change hands within one proposal', () => {
    const holder = buildSeat('h', YOUNG, { post: 'p' });
    const items = [appointItem('n', YOUNG, { appointTo: buildPost('p') }), removeItem(holder)];
    const after = applyItems('T1', [holder], items, DECISION_DAY);
    expect(after.map(({ cadre, post, from }) => [cadre, post, from])).toEqual([['n', 'p', DECISION_DAY]]);
  });

  it('gives nobody the same post twice', () => {
    const item = appointItem('n', YOUNG);
    expect(applyItems('T1', [], [item, item], DECISION_DAY)).toHaveLength(1);
    const held = buildSeat('n', YOUNG, { post: 'new-n' });
    expect(applyItems('T1', [held], [item], DECISION_DAY)).toEqual([held]);
  });

  it('removes from the named post and team only', () => {
    const seats = [buildSeat('a', YOUNG, { post: 'p1' }), buildSeat('a', YOUNG, { post: 'p2' })];
    expect(applyItems('T1', seats, [removeItem(seats[0]!)], DECISION_DAY)).toEqual([seats[1]]);
    expect(applyItems('T2', seats, [removeItem(seats[0]!)], DECISION_DAY)).toEqual(seats);
  });

  it('starts from the decision date and from what is cleared', () => {
    const gone = buildSeat('g', YOUNG, { to: DECISION_DAY });
    const team = buildTeam([gone, buildSeat('later', YOUNG, { from: '2026-10-01' })]);
    expect(seatsBefore(team, [appointItem('c', YOUNG)], DECISION_DAY).map(({ cadre }) => cadre)).toEqual(['c']);
  });

  it('names each touched team once, and who takes headcount', () => {
    const seat = buildSeat('a', YOUNG);
    const items = [appointItem('n', YOUNG, { appointTo: buildPost('p', 'T2') }), removeItem(seat), removeItem(seat)];
    expect(teamsTouched(items)).toEqual(['T2', 'T1']);
    expect(items.map(takesHeadcount)).toEqual([true, false, false]);
    expect(takesHeadcount(appointItem('n', YOUNG, { mode: 'secondment', occupiesHeadcount: true }))).toBe(false);
    expect(takesHeadcount(appointItem('n', YOUNG, { occupiesHeadcount: false }))).toBe(false);
  });
});
