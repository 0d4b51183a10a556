import { describe, expect, it } from '@jest/globals';
import { calendarAlerts } from './calendar-alert.js';

const alerts = (today: string, provisionalDeadlines = 0): string[] =>
  calendarAlerts({ coverageUntil: '2026-12-31', today, provisionalDeadlines });

describe('a calendar that comes to its end', () => {
  it.each([
    ['2026-10-31', []],
    ['2026-11-01', ['ends-60']],
    ['2026-12-01', ['ends-30']],
    ['2026-12-20', ['ends-14']],
    ['2026-12-30', ['ends-7']],
    ['2026-12-31', ['ends-0']],
    ['2027-03-01', ['ends-0']],
  ])('is told of on %s by the nearest alert: %j', (today, expected) => {
    expect(alerts(today)).toEqual(expected);
  });

  it('is told of earlier where a deadline already reaches beyond it', () => {
    expect(alerts('2026-03-01', 2)).toEqual(['provisional']);
    expect(alerts('2026-12-31', 2)).toEqual(['ends-0', 'provisional']);
  });
});
