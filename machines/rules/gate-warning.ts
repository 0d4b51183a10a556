import type { GateOutcome, Policy, Severity } from './policy.js';
import type { Day, Verdict, WarningLevel } from './vocabulary.js';

/** An open warning of one team under one task, as far as the gates ask. */
export interface OpenWarning {
  /** The day on which the team was first warned. */
  since: Day;
  level: WarningLevel;
  severity: Severity;
  /** Reminders whose receipt the unit has confirmed, 0 to 2. */
  delivered: number;
  /** A commitment was accepted, and its day has passed without it. */
  planBroken: boolean;
}

/** What the gate says of a warning beside its verdict. */
export interface WarnedRow extends OpenWarning {
  /** The warning makes the verdict heavier than the day's numbers alone would. */
  tightened: boolean;
}

const WEIGHT: Readonly<Record<Verdict, number>> = { clear: 0, flag: 1, block: 2 };

/**
 * The verdict of the decision table, stricter while the team is warned (双把关). Two things are stricter, each a setting:
 * the row of the table is that of the warning where it is heavier than the day's; and once both reminders have been
 * received, or a commitment was broken, an adjustment that does nothing about the shortfall is at least blocked or flagged as set.
 *
 * @param outcome what the adjustment does to the shortfall
 * @param severity severity of the day's numbers
 * @param warning the open warning; undefined when there is none
 * @param policy the decision table and what is added while warned
 * @returns the verdict; never milder than without the warning
 * @source handbook §0 no. 2 (严把干部动议关、备案关), §2.5; the degree is assumed (`gate.whileWarned`)
 */
export function tableVerdict(
  outcome: GateOutcome,
  severity: Severity,
  warning: OpenWarning | undefined,
  { gate }: Pick<Policy, 'gate'>,
): Verdict {
  const plain = gate.table[severity][outcome];
  if (!warning) return plain;
  const { keepsSeverity, afterReminders, atLeast } = gate.whileWarned;
  const ofWarning = keepsSeverity && warning.severity > severity ? gate.table[warning.severity][outcome] : plain;
  const strict = warning.planBroken || warning.delivered >= afterReminders ? atLeast[outcome] : 'clear';
  return [plain, ofWarning, strict].reduce((worst, next) => (WEIGHT[next] > WEIGHT[worst] ? next : worst));
}

/**
 * What the gate's sentence adds about a warning.
 *
 * @returns one Chinese sentence; empty without a warning
 * @source handbook §2.5 (one sentence a 科长 can read aloud)
 */
export function warningSentence(warned: WarnedRow | undefined): string {
  if (!warned) return '';
  const [year, month, date] = warned.since.split('-').map(Number);
  const reminders = ['提醒均未签收', '已签收一次提醒', '已签收两次提醒'][warned.delivered] ?? '';
  const plan = warned.planBroken ? '，配备承诺逾期未兑现' : '';
  const tail = warned.tightened ? '，按预警期间从严把关' : '';
  return `该班子自${year}年${month}月${date}日起列为${warned.level}级预警，${reminders}${plan}${tail}。`;
}
