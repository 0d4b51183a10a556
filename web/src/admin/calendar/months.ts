import type { CalendarDay } from '../admin-types.js';

export type DayMark = 'work' | 'rest' | 'off' | 'extra';

/** One month as weeks from Monday to Sunday; null where the week belongs to another month. */
export function weeksOf(year: number, month: number): (number | null)[][] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const cells = [...Array<null>(before).fill(null), ...Array.from({ length: days }, (_, at) => at + 1)];
  const weeks: (number | null)[][] = [];
  for (let at = 0; at < cells.length; at += 7) {
    const week = cells.slice(at, at + 7);
    weeks.push([...week, ...Array<null>(7 - week.length).fill(null)]);
  }
  return weeks;
}

export const dayText = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Whether a day is worked, and whether that differs from Monday to Friday. */
export function markOf(day: string, exceptions: ReadonlyMap<string, CalendarDay>): DayMark {
  const exception = exceptions.get(day);
  if (exception) return exception.kind === 'off' ? 'off' : 'extra';
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? 'rest' : 'work';
}

interface HolidayCn {
  papers?: string[];
  days?: { name: string; date: string; isOffDay: boolean }[];
}

export interface YearDraft {
  source: string;
  paperUrl: string;
  note: string;
  days: CalendarDay[];
}

/**
 * A file of the holiday-cn project as a draft that can be looked over before it is loaded.
 *
 * @returns null when it is no such file
 */
export function draftFromFile(text: string): YearDraft | null {
  try {
    const file = JSON.parse(text) as HolidayCn;
    if (!Array.isArray(file.days)) return null;
    const days = file.days.map(({ name, date, isOffDay }) => ({
      day: date,
      kind: isOffDay ? ('off' as const) : ('work' as const),
      name,
    }));
    return { source: '', paperUrl: file.papers?.[0] ?? '', note: '', days };
  } catch {
    return null;
  }
}
