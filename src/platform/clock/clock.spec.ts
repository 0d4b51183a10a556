import { describe, expect, it } from '@jest/globals';
import { FixedClock } from './index.js';

describe('the clock', () => {
  it('changes the day at midnight in China, not in UTC', () => {
    const clock = new FixedClock(new Date('2026-06-29T15:59:59.999Z'));
    expect(clock.today()).toBe('2026-06-29');
    clock.set(new Date('2026-06-29T16:00:00.000Z'));
    expect(clock.today()).toBe('2026-06-30');
  });

  it('stands at noon when it is given a day', () => {
    const clock = new FixedClock('2026-06-30');
    expect(clock.now().toISOString()).toBe('2026-06-30T04:00:00.000Z');
    expect(clock.today()).toBe('2026-06-30');
  });
});
