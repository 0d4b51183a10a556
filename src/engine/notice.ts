import type { Role } from '../../machines/kernel/index.js';
import type { Tx } from '../platform/index.js';

/** The outbox effect that carries a notice. Reserved: no workflow may name an effect so. */
export const NOTICE_EFFECT = '$notice';

/**
 * Something people should learn of, handed to whoever delivers notices. It says whom by role and unit, never by name, and
 * what by id, never in words, so that it can be stored and logged anywhere.
 */
export interface Notice {
  /** Unique: handed over again after a failure it is the same notice. */
  key: string;
  /**
   * `step`: a case has moved. `reminder`: a deadline comes near or has passed. `escalation`: the next in line should know.
   * `calendar`: the announced working calendar comes to its end. `ageing-out`: a member of a team will soon pass the age
   * line. `vacancy`: a post of a team below its target has fallen vacant.
   */
  kind: 'step' | 'reminder' | 'escalation' | 'calendar' | 'ageing-out' | 'vacancy';
  /** The case's workflow; `directory` for notices about a team, whose id is then `caseId`; `calendar` with 0 as `caseId`. */
  workflow: string;
  caseId: number;
  /** Version of the case when the notice arose. */
  version: number;
  unitId: number;
  deadline?: {
    id: number;
    name: string;
    /** `YYYY-MM-DD` */
    dueDay: string;
    rung: string;
    /** Working days from the rung's slot to the due day; negative after it. */
    workingDaysLeft: number;
  };
  /** What the administrators are told of the calendar: `ends-60` … `ends-0` (days left), `provisional` (deadlines beyond it). */
  calendar?: { alert: string; coverageUntil: string; provisionalDeadlines: number };
  /** Who holds one of these on the case's unit; empty for whoever may act on the case now. */
  roles: Role[];
  /** Handed out after the moment it was meant for, because nothing was running then. */
  late: boolean;
  /** The moment it arose, ISO. */
  at: string;
}

/**
 * Delivers notices, in the order in which they arose and in the transaction in which they are ticked off: all of them or
 * none. May be called twice with the same key.
 */
export type NoticeHandler = (tx: Tx, notices: readonly Notice[]) => Promise<void>;
