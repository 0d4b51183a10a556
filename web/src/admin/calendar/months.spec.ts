import { describe, expect, it } from '@jest/globals';
import { draftFromFile, markOf, weeksOf } from './months.js';

describe('a year on the page', () => {
  it('has its weeks from Monday to Sunday', () => {
    const weeks = weeksOf(2026, 11);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, 1]);
    expect(weeks.at(-1)).toEqual([30, null, null, null, null, null, null]);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
  });

  it('tells rest, holidays and worked weekends apart', () => {
    const exceptions = new Map([
      ['2026-10-01', { day: '2026-10-01', kind: 'off' as const, name: '国庆节' }],
      ['2026-09-20', { day: '2026-09-20', kind: 'work' as const, name: '国庆节' }],
    ]);
    const marks = ['2026-10-01', '2026-09-20', '2026-09-19', '2026-09-18'].map((day) => markOf(day, exceptions));
    expect(marks).toEqual(['off', 'extra', 'rest', 'work']);
  });

  it('takes a file of holiday-cn for looking over, and nothing else', () => {
    const file = {
      year: 2027,
      papers: ['https://example.gov.cn/1'],
      days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }],
    };
    expect(draftFromFile(JSON.stringify(file))).toEqual({
      source: '',
      paperUrl: 'https://example.gov.cn/1',
      note: '',
      days: [{ day: '2027-01-01', kind: 'off', name: '元旦' }],
    });
    expect(draftFromFile('not json')).toBeNull();
    expect(draftFromFile('{"a":1}')).toBeNull();
  });
});
