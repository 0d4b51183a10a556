import { addDays } from './days.js';
import { type ReminderPolicy, type Rung, rungName } from './reminder-policy.js';
import type { Day } from './vocabulary.js';
import {
  isCovered,
  isWeekday,
  isWorkingDay,
  walkToWorkingDay,
  walkWorkingDays,
  type DayPredicate,
  type WorkingCalendar,
} from './working-days.js';

/** One reminder of one deadline, with the moment it is meant for. */
export interface Reminder extends Rung {
  /** The rung's name: `before-3`, `on-day`, `after-2`. */
  rung: string;
  /** A working day. */
  day: Day;
  /** Instant, ISO 8601 in UTC, within the hours of that day. */
  at: string;
  /** Working days from `day` to the due day; negative after it. */
  workingDaysLeft: number;
  /** The day depends on holidays that are not announced yet. */
  provisional: boolean;
}

export interface RemindedDeadline {
  dueDay: Day;
  /** Instant at which the deadline began to run, ISO 8601. */
  armedAt: string;
}

/** Chinese time has had no summer hours since 1991, so the offset is fixed. */
const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** @returns the day in China on which an instant lies */
function dayOfInstant(instant: string): Day {
  return new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 10);
}

/** @returns milliseconds since midnight in China */
function timeOfDay(instant: string): number {
  return (Date.parse(instant) + CHINA_MS) % DAY_MS;
}

/** @returns the instant of a full hour of a day in China, ISO 8601 in UTC */
function atHour(day: Day, hour: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - CHINA_MS + hour * 3_600_000).toISOString();
}

/**
 * Says whether people may be reminded at a moment: on working days, from the first hour on and before the last. Days
 * beyond the announced calendar count Monday to Friday.
 *
 * @param calendar the announced working calendar
 * @param hours the hours of reminding
 * @param instant ISO 8601
 * @returns true within the hours of a working day in China
 * @source handbook §4.1 (reminders only 09:00–17:00 on working days)
 */
export function mayRemindAt(calendar: WorkingCalendar, hours: ReminderPolicy['hours'], instant: string): boolean {
  const time = timeOfDay(instant) / 3_600_000;
  return time >= hours.from && time < hours.until && counting(calendar).isWorking(dayOfInstant(instant));
}

/**
 * The first moment from a given one on at which people may be reminded.
 *
 * @param calendar the announced working calendar
 * @param hours the hours of reminding
 * @param instant ISO 8601
 * @returns the instant itself within the hours, else the first hour of the next working day, ISO 8601 in UTC
 * @source handbook §4.1
 */
export function nextSlot(calendar: WorkingCalendar, hours: ReminderPolicy['hours'], instant: string): string {
  if (mayRemindAt(calendar, hours, instant)) return new Date(Date.parse(instant)).toISOString();
  const day = dayOfInstant(instant);
  const first = timeOfDay(instant) / 3_600_000 < hours.from ? day : addDays(day, 1);
  return atHour(walkToWorkingDay(counting(calendar).isWorking, first), hours.from);
}

/**
 * Says whether a reminder that is handed out at a moment comes late: on a later day than it was meant for.
 *
 * @param reminderAt the moment it was meant for, ISO 8601
 * @param instant the moment it is handed out, ISO 8601
 * @returns false on the same day in China
 * @source issue "late ones marked late"
 */
export function isLate(reminderAt: string, instant: string): boolean {
  return dayOfInstant(instant) > dayOfInstant(reminderAt);
}

/**
 * All reminders of one deadline if nobody acts. What would have come before the deadline began to run is left out; a
 * deadline that was already missed when it began counts its ladder from the day it began, so that the first to hear of it
 * are those who can act.
 *
 * @param calendar the announced working calendar; days beyond count Monday to Friday and make the reminder provisional
 * @param hours the hours of reminding
 * @param ladder rungs of this deadline
 * @param deadline its due day, which need not be a working day, and when it began to run
 * @returns reminders in the order in which they come
 * @source handbook §2.3, §4.1, §4.6
 */
export function remindersOf(
  calendar: WorkingCalendar,
  hours: ReminderPolicy['hours'],
  ladder: readonly Rung[],
  { dueDay, armedAt }: RemindedDeadline,
): Reminder[] {
  const armedDay = dayOfInstant(armedAt);
  const base = dueDay < armedDay ? armedDay : dueDay;
  return ladder
    .toSorted((a, b) => a.workingDays - b.workingDays)
    .map((rung) => {
      const { isWorking, provisional } = counting(calendar);
      const planned = dayOfRung(isWorking, base, rung.workingDays);
      return { ...rung, planned, provisional: provisional() };
    })
    .filter(({ planned, workingDays }) => (workingDays < 0 ? planned > armedDay : planned >= armedDay))
    .map(({ planned, provisional, ...rung }) => {
      // Only on the day itself can the first hour have passed when the deadline begins to run.
      const at = nextSlot(calendar, hours, later(atHour(planned, hours.from), armedAt));
      const { workingDays } = rung;
      return {
        ...rung,
        rung: rungName(workingDays),
        day: dayOfInstant(at),
        at,
        workingDaysLeft: 0 - workingDays,
        provisional,
      };
    });
}

const later = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b);

/** Counted backwards from the due day, or forwards from the working day on or after it. */
function dayOfRung(isWorking: DayPredicate, base: Day, workingDays: number): Day {
  if (workingDays < 0) return walkBack(isWorking, base, -workingDays);
  const onDay = walkToWorkingDay(isWorking, base);
  return workingDays === 0 ? onDay : walkWorkingDays(isWorking, onDay, workingDays, false);
}

/** The n-th working day before a day. */
function walkBack(isWorking: DayPredicate, from: Day, n: number): Day {
  let day = from;
  for (let counted = 0; counted < n;) {
    day = addDays(day, -1);
    if (isWorking(day)) counted += 1;
  }
  return day;
}

/** Counts with the announced calendar and beyond it Monday to Friday, and remembers whether it had to guess. */
function counting(calendar: WorkingCalendar): { isWorking: DayPredicate; provisional: () => boolean } {
  let guessed = false;
  return {
    isWorking: (day) => {
      if (isCovered(calendar, day)) return isWorkingDay(calendar, day);
      guessed = true;
      return isWeekday(day);
    },
    provisional: () => guessed,
  };
}

/** What has already become of a deadline's ladder. */
export interface LadderProgress {
  /** Rung handed out last, in working days after the due day; null before the first. */
  fired: number | null;
  /** Rung that was waiting when the reminders were computed again; it is kept even when its day has passed. */
  waiting: number | null;
  /** Day of the new computation: rungs added to a ladder only now, for a day before, come too late to help. */
  today: Day;
}

/**
 * The reminder that comes next.
 *
 * @param reminders all reminders of the deadline, in order
 * @param progress what has been handed out, and what was waiting
 * @returns null when the ladder has come to its end
 * @source issue "each reminder is sent exactly once"
 */
export function nextReminder(reminders: readonly Reminder[], progress: LadderProgress): Reminder | null {
  const { fired, waiting, today } = progress;
  const open = reminders.filter(({ workingDays }) => fired === null || workingDays > fired);
  return open.find(({ workingDays, day }) => workingDays === waiting || day >= today) ?? null;
}
