import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from './policy.js';
import { rehearse } from './rehearsal.js';
import { ladderOf, rungName } from './reminder-policy.js';
import { isLate, mayRemindAt, nextReminder, nextSlot, type Reminder, remindersOf } from './reminders.js';
import { CALENDAR_2026 } from './spec-support.js';
import { isWorkingDay, workingDaysBetween } from './working-days.js';

const { reminders } = DEFAULT_POLICY;
const { hours } = reminders;
const ladder = ladderOf(reminders, 'filing', 'filingReview');
const china = (text: string): string => new Date(`${text}+08:00`).toISOString();

const all = (dueDay: string, armedAt: string): Reminder[] =>
  remindersOf(CALENDAR_2026, hours, ladder, { dueDay, armedAt: china(armedAt) });
const days = (list: readonly Reminder[]): string[] => list.map(({ rung, day }) => `${rung} ${day}`);

describe('the hours of reminding', () => {
  it.each([
    ['2026-09-18T08:59:59', false],
    ['2026-09-18T09:00:00', true],
    ['2026-09-18T16:59:59.999', true],
    ['2026-09-18T17:00:00', false],
    ['2026-09-19T10:00:00', false],
    // Sunday, but a make-up working day.
    ['2026-09-20T10:00:00', true],
    // Monday to Friday, but National Day.
    ['2026-10-01T10:00:00', false],
  ])('%s: %s', (moment, expected) => {
    expect(mayRemindAt(CALENDAR_2026, hours, china(moment))).toBe(expected);
  });

  it.each([
    ['2026-09-18T08:00:00', '2026-09-18T09:00:00'],
    ['2026-09-18T10:20:30', '2026-09-18T10:20:30'],
    ['2026-09-18T17:00:00', '2026-09-20T09:00:00'],
    ['2026-09-19T12:00:00', '2026-09-20T09:00:00'],
    ['2026-09-30T17:00:00', '2026-10-08T09:00:00'],
    ['2026-10-03T00:00:00', '2026-10-08T09:00:00'],
    ['2026-02-13T18:00:00', '2026-02-14T09:00:00'],
    ['2026-02-14T18:00:00', '2026-02-24T09:00:00'],
  ])('from %s the next slot is %s', (moment, slot) => {
    expect(nextSlot(CALENDAR_2026, hours, china(moment))).toBe(china(slot));
  });

  it('are those of China whatever zone the instant is written in', () => {
    expect(mayRemindAt(CALENDAR_2026, hours, '2026-09-18T01:00:00Z')).toBe(true);
    expect(mayRemindAt(CALENDAR_2026, hours, '2026-09-18T09:00:00Z')).toBe(false);
    expect(nextSlot(CALENDAR_2026, hours, '2026-09-17T20:00:00-08:00')).toBe(china('2026-09-18T12:00:00'));
  });
});

describe('the ladder', () => {
  it('counts working days around the due day, make-up days and holidays included', () => {
    expect(days(all('2026-09-23', '2026-09-10T10:00:00'))).toEqual([
      // Backwards: 22, 21, and Sunday the 20th, which is worked.
      'before-3 2026-09-20',
      'before-1 2026-09-22',
      'on-day 2026-09-23',
      'after-1 2026-09-24',
      // The 25th to the 27th are off.
      'after-2 2026-09-28',
      'after-4 2026-09-30',
      // National Day is over on the 8th; Saturday the 10th is worked.
      'after-7 2026-10-10',
    ]);
  });

  it('gives each reminder the first hour of its day and the working days left', () => {
    const [first, , onDay, , escalation] = all('2026-09-23', '2026-09-10T10:00:00');
    expect(first).toMatchObject({ at: china('2026-09-20T09:00:00'), workingDaysLeft: 3, kind: 'reminder', roles: [] });
    expect(onDay).toMatchObject({ workingDaysLeft: 0, provisional: false });
    expect(escalation).toMatchObject({ kind: 'escalation', roles: ['chief'], workingDaysLeft: -2 });
  });

  it.each([
    ['after Spring Festival', '2026-02-24'],
    ['before Spring Festival', '2026-02-27'],
    ['on a worked Saturday', '2026-05-09'],
    ['after Labour Day', '2026-05-11'],
    ['after National Day', '2026-10-08'],
    ['in a week with a worked Saturday', '2026-10-13'],
  ])('lies on working days at its distance (%s)', (_, dueDay) => {
    for (const { day, workingDays } of all(dueDay, '2026-01-05T10:00:00')) {
      expect(isWorkingDay(CALENDAR_2026, day)).toBe(true);
      expect(workingDaysBetween(CALENDAR_2026, dueDay, day)).toBe(workingDays);
    }
  });

  it('waits for the next working day when the due day is none', () => {
    expect(days(all('2026-10-03', '2026-09-01T10:00:00'))).toEqual([
      'before-3 2026-09-28',
      'before-1 2026-09-30',
      'on-day 2026-10-08',
      'after-1 2026-10-09',
      'after-2 2026-10-10',
      'after-4 2026-10-13',
      'after-7 2026-10-16',
    ]);
  });

  it('leaves out what would have come before the deadline began to run, or on that very day', () => {
    expect(days(all('2026-09-23', '2026-09-20T08:00:00')).slice(0, 2)).toEqual([
      'before-1 2026-09-22',
      'on-day 2026-09-23',
    ]);
    expect(days(all('2026-09-23', '2026-09-18T10:00:00'))[0]).toBe('before-3 2026-09-20');
    expect(days(all('2026-09-23', '2026-09-22T18:00:00'))[0]).toBe('on-day 2026-09-23');
  });

  it('reminds at once of what is due today, or tomorrow morning when the day is over', () => {
    expect(all('2026-09-23', '2026-09-23T10:30:00')[0]).toMatchObject({
      rung: 'on-day',
      at: china('2026-09-23T10:30:00'),
    });
    expect(all('2026-09-23', '2026-09-23T07:30:00')[0]).toMatchObject({
      rung: 'on-day',
      at: china('2026-09-23T09:00:00'),
    });
    expect(all('2026-09-23', '2026-09-23T17:00:00')[0]).toMatchObject({ rung: 'on-day', day: '2026-09-24' });
  });

  it('counts from the day it began what had been missed before', () => {
    expect(days(all('2026-08-03', '2026-09-21T10:00:00'))).toEqual([
      'on-day 2026-09-21',
      'after-1 2026-09-22',
      'after-2 2026-09-23',
      'after-4 2026-09-28',
      'after-7 2026-10-08',
    ]);
  });

  it('says what depends on holidays nobody has announced', () => {
    const found = all('2026-12-30', '2026-12-01T10:00:00');
    expect(found.map(({ day, provisional }) => [day, provisional])).toEqual([
      ['2026-12-25', false],
      ['2026-12-29', false],
      ['2026-12-30', false],
      ['2026-12-31', false],
      ['2027-01-01', true],
      ['2027-01-05', true],
      ['2027-01-08', true],
    ]);
  });

  it('is the deadline’s own where the city has set one', () => {
    expect(ladderOf(reminders, 'proposal', 'probationEnd')[0]).toMatchObject({ workingDays: -20 });
    expect(ladderOf({ ...reminders, ladders: { default: [] } }, 'proposal', 'probationEnd')).toEqual([]);
    expect([-3, 0, 2].map(rungName)).toEqual(['before-3', 'on-day', 'after-2']);
  });
});

describe('what comes next', () => {
  const list = all('2026-09-23', '2026-09-10T10:00:00');
  const next = (fired: number | null, waiting: number | null, today: string): number | undefined =>
    nextReminder(list, { fired, waiting, today })?.workingDays;

  it.each([
    [null, null, '2026-09-10', -3],
    [-3, null, '2026-09-20', -1],
    [4, null, '2026-09-30', 7],
    [7, null, '2026-10-10', undefined],
    // Nothing ran for a fortnight: what was waiting still comes, and then each of the others.
    [null, -3, '2026-10-05', -3],
    // A ladder that was lengthened today does not begin in the past.
    [null, null, '2026-09-21', -1],
  ] as const)('after %s, waiting %s, on %s: %s', (fired, waiting, today, expected) => {
    expect(next(fired, waiting, today)).toBe(expected);
  });

  it('is late on a later day, not at a later hour', () => {
    expect(isLate(china('2026-09-18T09:00:00'), china('2026-09-18T16:59:00'))).toBe(false);
    expect(isLate(china('2026-09-18T09:00:00'), china('2026-09-19T00:00:00'))).toBe(true);
  });
});

describe('the rehearsal', () => {
  const deadlines = [
    {
      workflow: 'filing',
      name: 'filingReview',
      dueDay: '2026-09-23',
      armedAt: china('2026-09-10T10:00:00'),
      fired: -3,
    },
    {
      workflow: 'filing',
      name: 'supplement',
      dueDay: '2026-09-24',
      armedAt: china('2026-09-10T10:00:00'),
      fired: null,
    },
  ];

  it('lists what comes between two days if nobody acts, in order', () => {
    const found = rehearse(deadlines, reminders, CALENDAR_2026, '2026-09-21', '2026-09-24');
    expect(found.map(({ deadline, rung, day }) => [deadline, rung, day])).toEqual([
      ['supplement', 'before-3', '2026-09-21'],
      ['filingReview', 'before-1', '2026-09-22'],
      ['supplement', 'before-1', '2026-09-23'],
      ['filingReview', 'on-day', '2026-09-23'],
      ['supplement', 'on-day', '2026-09-24'],
      ['filingReview', 'after-1', '2026-09-24'],
    ]);
  });

  it('says nothing of a case that waits for nothing', () => {
    expect(rehearse([], reminders, CALENDAR_2026, '2026-01-01', '2026-12-31')).toEqual([]);
  });
});
