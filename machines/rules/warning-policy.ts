import type { GateOutcome, Severity } from './policy.js';
import type { Verdict } from './vocabulary.js';

/** How teams are warned (双提醒、双把关、一通报), as the city sets it. */
export interface WarningPolicy {
  /** From this severity on a team is warned; 材料: A、B级班子. */
  fromSeverity: Severity;
  /** Whether a change between two rounds may open a warning; one may always end by it. */
  opensBetweenRounds: boolean;
  /** Working days within which the receipt of a reminder is expected. */
  receiptWorkingDays: number;
  /** Whether a warning opened between two rounds has its first reminder drawn up at once; by hand it can be at any time. */
  firstBetweenRounds: boolean;
  /** Working days within which a first reminder that was drawn up between rounds is signed off. */
  firstIssueWorkingDays: number;
  /** Calendar days after the first reminder, rolled to a working day, by which the second is drawn up. */
  secondAfterDays: number;
  /** Whether a proposal for the team brings the second reminder forward. */
  secondOnProposal: boolean;
  /** Working days within which a second reminder that was drawn up is signed off. */
  secondIssueWorkingDays: number;
  /** Working days after the receipt of the second reminder within which a commitment plan is expected. */
  planWorkingDays: number;
  planReviewWorkingDays: number;
  /** Working days within which each signature under a circular is expected. */
  circularSignWorkingDays: number;
}

/** What both gates ask of a team that is warned, beyond the decision table. */
export interface TightenedGate {
  /** The row of the table is that of the warning's severity, where that is heavier than the day's. */
  keepsSeverity: boolean;
  /** From so many receipted reminders on, or once a commitment is broken, no verdict is milder than `atLeast`. */
  afterReminders: number;
  atLeast: Readonly<Record<GateOutcome, Verdict>>;
}

/** @source handbook §2.3, §2.5; the source document names the mechanism and no numbers: assumptions, all but the levels */
export const DEFAULT_WARNING: WarningPolicy = {
  fromSeverity: 2,
  opensBetweenRounds: true,
  receiptWorkingDays: 5,
  firstBetweenRounds: true,
  firstIssueWorkingDays: 3,
  secondAfterDays: 30,
  secondOnProposal: true,
  secondIssueWorkingDays: 3,
  planWorkingDays: 10,
  planReviewWorkingDays: 5,
  circularSignWorkingDays: 5,
};

/** @source handbook §0 no. 2 (严把干部动议关、备案关), §2.5; what "严" adds to the table is assumed */
export const DEFAULT_TIGHTENED: TightenedGate = {
  keepsSeverity: true,
  afterReminders: 2,
  atLeast: {
    met: 'clear',
    improved: 'flag',
    unchanged: 'flag',
    unchangedFillingVacancy: 'block',
    worsened: 'block',
  },
};
