import { monthOf } from './days.js';
import { addMonths, monthsBetween } from './months.js';
import type { AgeRule, Day, Month } from './vocabulary.js';

/** An age word of a task: "40岁以下" is `{rule: 'below', years: 40}`. What the word means is local policy. */
export interface AgePolicy {
  rule: AgeRule;
  years: number;
}

/** By how many years each age word moves the limit: 以下 = 不满N+1, 左右 = 不满N+2, 不满 = 不满N. */
export type AgeYearsAdded = Readonly<Record<AgeRule, number>>;

export const DEFAULT_AGE_YEARS_ADDED: AgeYearsAdded = { below: 1, around: 2, strict: 0 };

export interface Age {
  years: number;
  months: number;
}

/**
 * The age of a person by whole months. Archives know the birth month only, so the birth month counts as reached from
 * its first day and the day of the month plays no part.
 *
 * @param birth birth month as the archive has it
 * @param on day of reference
 * @returns full years, and the months beyond them (0–11); a birth after `on` throws, for it is a fault of the data
 * @source handbook §2.2, §7 scenarios 1–4
 */
export function ageAt(birth: Month, on: Day): Age {
  const months = monthsBetween(birth, monthOf(on));
  if (months < 0) throw new RangeError(`birth ${birth} lies after ${on}`);
  return { years: Math.floor(months / 12), months: months % 12 };
}

/**
 * The age at which a person no longer counts under an age word.
 *
 * @param agePolicy the word and its number of years
 * @param added what each word adds, in years; contract §1 unless the policy says otherwise
 * @returns exclusive upper limit in years: 41 for "40岁以下"
 * @source contract §1 (年龄口径), handbook §2.4
 */
export function ageLimitYears(agePolicy: AgePolicy, added: AgeYearsAdded = DEFAULT_AGE_YEARS_ADDED): number {
  return agePolicy.years + added[agePolicy.rule];
}

/**
 * The first month in which a person no longer counts.
 *
 * @param birth birth month
 * @param agePolicy the task's age word
 * @param added what each word adds, in years
 * @returns `YYYY-MM`
 * @source handbook §2.4 (ageing-out forecast)
 */
export function ageOutMonth(birth: Month, agePolicy: AgePolicy, added: AgeYearsAdded = DEFAULT_AGE_YEARS_ADDED): Month {
  return addMonths(birth, ageLimitYears(agePolicy, added) * 12);
}

/**
 * Says whether a person counts as young on a day under a task's age word.
 *
 * @param birth birth month as the archive has it
 * @param on day of reference
 * @param agePolicy the task's age word
 * @param added what each word adds, in years
 * @returns true until the month of {@link ageOutMonth} begins
 * @source handbook §2.2, §7 scenarios 1–3
 */
export function isYoung(
  birth: Month,
  on: Day,
  agePolicy: AgePolicy,
  added: AgeYearsAdded = DEFAULT_AGE_YEARS_ADDED,
): boolean {
  return monthsBetween(birth, monthOf(on)) < ageLimitYears(agePolicy, added) * 12;
}
