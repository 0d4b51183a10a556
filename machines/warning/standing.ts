import type { Day, Severity, WarningLevel } from '../rules/index.js';

/** From where a standing is known: a frozen ledger, or the directory as it is on a day. */
export type Basis =
  { kind: 'round'; round: number; quarter: string; revision: number; hash: string } | { kind: 'directory' };

/** How a team stands under a task, in persons, as of a day. */
export type Standing = {
  asOf: Day;
  basis: Basis;
  due: number;
  actual: number;
  shortfall: number;
  level: WarningLevel;
  severity: Severity;
  unmetQuarters: number;
};

/** Somebody who counts and has come since: why a warning ends. Codes, never names. */
export type Arrival = { cadre: string; post: string; from: Day };

export type Change = 'raised' | 'lowered' | 'unchanged';

/**
 * How a warning moves when its team is judged anew. Severity decides, then what is lacking; the letter of a level never does.
 *
 * @param was the standing the warning rests on
 * @param is the standing of now
 * @returns raised when it is worse
 * @source handbook §0 (never sort by letter), §7 scenario 47
 */
export function changeBetween(was: Standing, is: Standing): Change {
  const difference = is.severity - was.severity || is.shortfall - was.shortfall;
  if (difference === 0) return 'unchanged';
  return difference > 0 ? 'raised' : 'lowered';
}

/**
 * Whether a team needs no warning any more: the task is met, or it is no longer among those who are slow.
 *
 * @param standing the standing of now
 * @param fromSeverity from which severity on teams are warned
 * @source handbook §0 no. 2 (A、B级班子)
 */
export function endsWarning({ shortfall, severity }: Standing, fromSeverity: Severity): boolean {
  return shortfall === 0 || severity < fromSeverity;
}

/**
 * Why a warning ended, in one sentence that can stand in the record and in letters.
 *
 * @param standing what ended it
 * @param arrivals who has come since the warning was opened, and counts
 * @returns one Chinese sentence
 */
export function resolutionSentence(standing: Standing, arrivals: readonly Arrival[]): string {
  const { asOf, basis, due, actual, shortfall, level } = standing;
  const where = basis.kind === 'round' ? `第${basis.revision}次固化的${basis.quarter}台账` : `${asOf}名册`;
  const came = arrivals.map(({ post, from }) => `职位${post}自${from}起配备`).join('、');
  const numbers = `应配${due}名、现配${actual}名`;
  const outcome = shortfall === 0 ? '已达到应配数' : `等级降为${level}级，不再列入预警`;
  return `按${where}，${came === '' ? '' : `${came}，`}${numbers}，${outcome}，解除预警。`;
}
