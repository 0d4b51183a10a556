import { describe, expect, it } from '@jest/globals';
import { judgeGate } from './gate.js';
import type { OpenWarning } from './gate-warning.js';
import { appointItem, buildGate, buildSeat, removeItem } from './spec-support.js';

const OLDER = '1975-01';
const YOUNG = '1995-01';

const warning = (change: Partial<OpenWarning> = {}): OpenWarning => ({
  since: '2026-04-10',
  level: 'B',
  severity: 2,
  delivered: 1,
  planBroken: false,
  ...change,
});

/** A team that should have two young cadres and has one: level B by the day's numbers. */
function judged(items: Parameters<typeof buildGate>[1], open?: OpenWarning) {
  const seats = [buildSeat('y', YOUNG), buildSeat('o', OLDER)];
  return judgeGate(buildGate(seats, items, open && { warnings: { 'T1/K1': open } }));
}

const fillsWithOlder = [appointItem('n', OLDER)];

describe('both gates while a team is warned 双把关', () => {
  it('a vacancy filled without reducing the shortfall is flagged at B, and blocked once both reminders are received', () => {
    expect(judged(fillsWithOlder).teams[0]).toMatchObject({ level: 'B', verdict: 'flag' });
    expect(judged(fillsWithOlder, warning()).teams[0]).toMatchObject({
      verdict: 'flag',
      warning: { tightened: false, delivered: 1 },
    });
    expect(judged(fillsWithOlder, warning({ delivered: 2 })).teams[0]).toMatchObject({
      verdict: 'block',
      warning: { tightened: true },
    });
  });

  it('a broken commitment is as good as the second receipt', () => {
    expect(judged(fillsWithOlder, warning({ delivered: 0, planBroken: true })).verdict).toBe('block');
  });

  it('keeps the severity of the warning until it ends', () => {
    const severe = warning({ level: 'A', severity: 3, delivered: 0 });
    expect(judged(fillsWithOlder, severe).teams[0]).toMatchObject({ level: 'B', verdict: 'block' });
  });

  it('what meets the task is clear whatever is open, and a warning never makes a verdict milder', () => {
    const meets = [appointItem('n', YOUNG)];
    expect(judged(meets, warning({ delivered: 2, planBroken: true, severity: 3 })).verdict).toBe('clear');
    expect(judged([removeItem(buildSeat('y', YOUNG))], warning({ severity: 1 })).verdict).toBe('block');
  });

  it('an exempt removal is flagged at most, warned or not', () => {
    const retires = [removeItem(buildSeat('y', YOUNG), { kind: 'retire' })];
    expect(judged(retires, warning({ delivered: 2, severity: 3 })).teams[0]).toMatchObject({
      verdict: 'flag',
      exempt: true,
    });
  });

  it('says so in the sentence that is read aloud', () => {
    const { sentence } = judged(fillsWithOlder, warning({ delivered: 2 })).teams[0]!;
    expect(sentence).toContain('差额未减少。该班子自2026年4月10日起列为B级预警，已签收两次提醒，按预警期间从严把关。');
    expect(judged(fillsWithOlder).teams[0]!.sentence).not.toContain('预警');
  });

  it('asks of another team or task nothing', () => {
    const seats = [buildSeat('y', YOUNG)];
    const input = buildGate(seats, fillsWithOlder, { warnings: { 'T9/K1': warning({ delivered: 2 }) } });
    expect(judgeGate(input).teams[0]).not.toHaveProperty('warning');
  });
});
