import { deadlineDay, type DeadlineSpec } from './deadlines.js';
import type { Policy } from './policy.js';
import type { Day } from './vocabulary.js';
import type { WorkingCalendar } from './working-days.js';

/** What comes of a warning, in this order. `circular` is the first day on which the team can be named in one. */
export const WARNING_STEPS = [
  'opened',
  'firstReminder',
  'firstReceipt',
  'secondReminder',
  'secondIssue',
  'secondReceipt',
  'plan',
  'circular',
] as const;
export type WarningStepName = (typeof WARNING_STEPS)[number];

/** How far a warning has come; null is what has not happened. */
export type WarningSoFar = {
  /** The day on which it is, or would be, opened. */
  openedOn: Day;
  isOpen: boolean;
  firstOn: Day | null;
  firstReceivedOn: Day | null;
  secondOn: Day | null;
  secondReceivedOn: Day | null;
};

export type RehearsedWarningStep = {
  step: WarningStepName;
  day: Day;
  /** The day depends on holidays that are not announced yet. */
  provisional: boolean;
};

/**
 * What would come of a warning if the team stayed short and everybody acted on the last day allowed: its two reminders with
 * their receipts, the commitment plan, and the first day on which a circular can name the team. Reads and stores nothing.
 *
 * @param soFar what has happened already; it is not listed again
 * @param policy the periods in force
 * @param calendar the announced working calendar
 * @returns steps to come, in order
 * @source handbook §2.3, §3.5 (two delivered reminders), §7 scenario 45; issue "Rehearsal"
 */
export function rehearseWarning(
  soFar: WarningSoFar,
  { warning: periods }: Pick<Policy, 'warning'>,
  calendar: WorkingCalendar,
): RehearsedWarningStep[] {
  const steps: RehearsedWarningStep[] = [];
  let guessed = false;
  const due = (spec: DeadlineSpec, start: Day): Day => {
    const { day, provisional } = deadlineDay(calendar, spec, start);
    guessed ||= provisional;
    return day;
  };
  const within = (n: number, start: Day): Day => due({ kind: 'working-days', n, countStart: false }, start);
  const come = (step: WarningStepName, known: Day | null, day: () => Day): Day => {
    if (known !== null) return known;
    const planned = day();
    steps.push({ step, day: planned, provisional: guessed });
    return planned;
  };
  const opened = come('opened', soFar.isOpen ? soFar.openedOn : null, () => soFar.openedOn);
  const first = come('firstReminder', soFar.firstOn, () => opened);
  const firstReceipt = come('firstReceipt', soFar.firstReceivedOn, () => within(periods.receiptWorkingDays, first));
  const drafted = come('secondReminder', soFar.secondOn, () =>
    due({ kind: 'calendar-days', n: periods.secondAfterDays, roll: true }, first),
  );
  const second = come('secondIssue', soFar.secondOn, () => within(periods.secondIssueWorkingDays, drafted));
  const secondReceipt = come('secondReceipt', soFar.secondReceivedOn, () => within(periods.receiptWorkingDays, second));
  if (soFar.secondReceivedOn === null) come('plan', null, () => within(periods.planWorkingDays, secondReceipt));
  come('circular', null, () => (firstReceipt > secondReceipt ? firstReceipt : secondReceipt));
  return steps.toSorted((a, b) => a.day.localeCompare(b.day));
}
