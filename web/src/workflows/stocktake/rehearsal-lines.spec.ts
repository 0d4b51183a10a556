import { describe, expect, it } from '@jest/globals';
import { rehearsalLines } from './rehearsal-lines.js';

const item = (day: string, unit: string, kind: 'reminder' | 'escalation' = 'reminder') => ({
  deadline: 'confirmation',
  label: '核对期限',
  dueDay: '2026-10-15',
  rung: 'on-day',
  kind,
  roles: kind === 'escalation' ? ['chief'] : [],
  at: `${day}T01:00:00Z`,
  provisional: false,
  day,
  workingDaysLeft: 0,
  case: { workflow: 'stocktake_unit', id: 1, unit: { code: unit, name: unit } },
});

describe('a rehearsal in short', () => {
  it('says once what many units are told on one day, the days in order', () => {
    const items = [
      item('2026-10-19', 'A', 'escalation'),
      item('2026-10-15', 'A'),
      item('2026-10-15', 'B'),
      item('2026-10-19', 'B', 'escalation'),
    ];
    expect(rehearsalLines(items).map(({ day, kind, cases }) => [day, kind, cases])).toEqual([
      ['2026-10-15', 'reminder', 2],
      ['2026-10-19', 'escalation', 2],
    ]);
  });

  it('says nothing where nothing would come', () => expect(rehearsalLines([])).toEqual([]));
});
