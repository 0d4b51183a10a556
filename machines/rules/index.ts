export * from './vocabulary.js';
export * from './months.js';
export * from './days.js';
export * from './quarters.js';
export * from './age.js';
export * from './rational.js';
export {
  addWorkingDays,
  CalendarCoverageError,
  isCovered,
  isWeekday,
  isWorkingDay,
  rollForward,
  workingDaysAbout,
  workingDaysBetween,
  type WorkingCalendar,
} from './working-days.js';
export * from './deadlines.js';
export * from './reminder-policy.js';
export * from './reminders.js';
export * from './rehearsal.js';
export * from './policy.js';
export * from './warning-policy.js';
export * from './policy-settings.js';
export * from './procedure-policy.js';
export * from './staffing-facts.js';
export * from './staffing.js';
export * from './aggregate.js';
export * from './levels.js';
export * from './headline.js';
export * from './ageing-out.js';
export * from './days-of-change.js';
export * from './team-notices.js';
export * from './gather-notices.js';
export * from './half-year.js';
export * from './rehearse-warning.js';
export * from './calendar-alert.js';
export * from './gate-facts.js';
export type { OpenWarning, WarnedRow } from './gate-warning.js';
export * from './findings.js';
export * from './headcount.js';
export * from './items.js';
export * from './votes.js';
export * from './vote-standing.js';
export * from './projection.js';
export { ELIGIBILITY_RULES } from './check-items.js';
export { compareVerdict, judgeGate } from './gate.js';
export { SENTENCES, VERDICT_LABELS } from './sentences.js';
export type { Candidate, SuggestionKind } from './suggestion-drafts.js';
export { suggest, type Suggestion } from './suggestions.js';
export { compareVerdicts, type VerdictDifference } from './compare-verdicts.js';

export * from './eligibility/index.js';
export {
  documentNumber,
  HASHED_SOURCES,
  type HashedSource,
  type LetterBlock,
  type LetterContent,
} from './letter-content.js';
export * from './procedure/prior-matters.js';
export * from './procedure/terms.js';
