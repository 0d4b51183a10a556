import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from './policy.js';
import { rehearseWarning, type WarningSoFar } from './rehearse-warning.js';
import { CALENDAR_2026 } from './spec-support.js';

const NEW: WarningSoFar = {
  openedOn: '2026-10-16',
  isOpen: false,
  firstOn: null,
  firstReceivedOn: null,
  secondOn: null,
  secondReceivedOn: null,
};
const daysOf = (soFar: Partial<WarningSoFar>) =>
  rehearseWarning({ ...NEW, ...soFar }, DEFAULT_POLICY, CALENDAR_2026).map(({ step, day }) => `${day} ${step}`);

describe('what would come of a warning if the team stayed short', () => {
  it('from the day on which it opens to the first circular that can name the team', () => {
    expect(daysOf({})).toEqual([
      '2026-10-16 opened',
      '2026-10-16 firstReminder',
      '2026-10-23 firstReceipt',
      // 30 days later is a Sunday.
      '2026-11-16 secondReminder',
      '2026-11-19 secondIssue',
      '2026-11-26 secondReceipt',
      '2026-11-26 circular',
      '2026-12-10 plan',
    ]);
  });

  it('goes on from what has happened, and does not list it again', () => {
    const reminded = { isOpen: true, firstOn: '2026-10-16', firstReceivedOn: '2026-10-19' };
    expect(daysOf(reminded)[0]).toBe('2026-11-16 secondReminder');
    const twice = { ...reminded, secondOn: '2026-11-02', secondReceivedOn: '2026-11-03' };
    expect(daysOf(twice)).toEqual(['2026-11-03 circular']);
    expect(daysOf({ ...twice, firstReceivedOn: null })).toEqual(['2026-10-23 firstReceipt', '2026-11-03 circular']);
  });

  it('says which days depend on holidays nobody has announced', () => {
    const late = rehearseWarning({ ...NEW, openedOn: '2026-12-10' }, DEFAULT_POLICY, CALENDAR_2026);
    const guessed = late.filter(({ provisional }) => provisional).map(({ step }) => step);
    expect(guessed[0]).toBe('secondReminder');
    expect(guessed).not.toContain('firstReceipt');
  });
});
