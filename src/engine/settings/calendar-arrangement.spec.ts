import { describe, expect, it } from '@jest/globals';
import { arrangementOf, faultsOfYear } from './calendar-arrangement.js';
import { calendarYearBody, type CalendarYearBody } from './calendar.schema.js';

const NEW_YEAR = { day: '2027-01-01', kind: 'off', name: '元旦' };

const body = (change: Record<string, unknown> = {}): CalendarYearBody =>
  calendarYearBody.parse({
    source: '国办发明电〔2026〕8号',
    paperUrl: 'https://www.gov.cn/2027.htm',
    days: [NEW_YEAR],
    ...change,
  });

const faults = (change: Record<string, unknown>): string[] =>
  faultsOfYear(2027, body(change)).map(({ path, message }) => `${path} ${message}`);

describe('a year’s arrangement', () => {
  it('may be a file of holiday-cn as it is', () => {
    const file = calendarYearBody.parse({
      $schema: 'https://raw.githubusercontent.com/NateScarlet/holiday-cn/master/schema.json',
      $id: 'https://raw.githubusercontent.com/NateScarlet/holiday-cn/master/2027.json',
      year: 2027,
      papers: ['https://www.gov.cn/2027.htm', 'https://www.gov.cn/2027-b.htm'],
      days: [
        { name: '元旦', date: '2027-01-01', isOffDay: true },
        { name: '元旦', date: '2026-12-27', isOffDay: false },
      ],
    });
    expect(faultsOfYear(2027, file)).toEqual([]);
    expect(arrangementOf(file)).toEqual({
      source: '国务院办公厅节假日安排通知（holiday-cn）',
      paperUrl: 'https://www.gov.cn/2027.htm',
      note: 'https://www.gov.cn/2027-b.htm',
      days: [
        { day: '2026-12-27', kind: 'work', name: '元旦' },
        { day: '2027-01-01', kind: 'off', name: '元旦' },
      ],
    });
  });

  it('speaks of its year and of the December before', () => {
    const december = { day: '2026-12-31', kind: 'off', name: '元旦' };
    expect(faults({ adjacent: [{ ...december, day: '2026-12-01' }, december] })).toEqual([]);
    expect(faults({ days: [NEW_YEAR, { ...NEW_YEAR, day: '2027-12-31' }] })).toEqual([]);
    expect(faults({ days: [NEW_YEAR, { ...NEW_YEAR, day: '2028-01-01' }] })).toEqual([
      'days.1.day 2028-01-01不在2027年及上一年12月之内',
    ]);
    expect(faults({ days: [{ name: '元旦', date: '2026-11-30', isOffDay: true }, NEW_YEAR] })).toEqual([
      'days.0.date 2026-11-30不在2027年及上一年12月之内',
    ]);
    expect(faults({ adjacent: [{ ...NEW_YEAR, day: '2027-01-02' }] })).toEqual([
      'adjacent.0.day 2027-01-02不在2026年12月之内',
    ]);
  });

  it('gives each day one meaning', () => {
    expect(faults({ days: [NEW_YEAR, { ...NEW_YEAR, kind: 'work' }] })).toEqual(['days.1.day 2027-01-01重复']);
    const december = { day: '2026-12-31', kind: 'off', name: '元旦' };
    expect(faults({ days: [NEW_YEAR, december], adjacent: [december] })).toEqual(['adjacent.0.day 2026-12-31重复']);
  });

  it('is of the year it is loaded as, and has days off in it', () => {
    expect(faults({ year: 2028 })).toEqual(['year 内容是2028年的安排，不是2027年的']);
    expect(faults({ days: [{ ...NEW_YEAR, day: '2027-01-09', kind: 'work' }] })).toEqual(['days 没有2027年的放假日期']);
    expect(faults({ days: [{ ...NEW_YEAR, day: '2026-12-31' }] })).toEqual(['days 没有2027年的放假日期']);
  });

  it.each([
    ['without any day, as a file before the paper is out', { papers: [], days: [] }, ['papers', 'days']],
    ['without a source', { source: undefined }, ['paperUrl']],
    ['with an address that is none', { paperUrl: 'javascript:alert(1)' }, ['paperUrl']],
    ['with a day that does not exist', { days: [{ ...NEW_YEAR, day: '2027-02-29' }] }, ['days.0.day']],
    ['with a day twice in one place', { days: [{ ...NEW_YEAR, date: '2027-01-01' }] }, ['days.0.day']],
    ['with a day of no kind', { days: [{ day: '2027-01-01', name: '元旦' }] }, ['days.0.kind']],
    ['with an unknown field', { holidays: [] }, ['']],
  ])('is refused %s', (_what, change, paths) => {
    const given = { source: '通知', paperUrl: 'https://www.gov.cn/2027.htm', days: [NEW_YEAR], ...change };
    const { error } = calendarYearBody.safeParse(given);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(paths);
  });
});
