import type { WrongRow } from './unit/payloads.js';

/** What a unit may say of a row. */
export const CHECK_ANSWERS = { right: '无误', wrong: '有出入' } as const;

/** One row that the unit answers for. */
export type AskedRow = { team: string; task: string };

/** A row of the sheet as it came back; texts as a person typed them. */
export interface AnsweredRow {
  /** As the sheet counts, from 1. */
  row: number;
  team: string;
  task: string;
  answer: string;
  note: string;
}

/** What is wrong with the sheet, and where. */
export interface SheetFault {
  /** As the sheet counts, from 1; 0 for what is missing altogether. */
  row: number;
  code: 'UNKNOWN_ROW' | 'ROW_TWICE' | 'NO_ANSWER' | 'ANSWER_UNKNOWN' | 'NO_NOTE' | 'NOTE_TOO_LONG' | 'ROWS_MISSING';
  sentence: string;
}

const LONGEST_NOTE = 500;
const keyOf = ({ team, task }: AskedRow): string => JSON.stringify([team, task]);

/**
 * Reads a unit's check of its rows. All or nothing: a sheet with a fault says nothing at all, every fault is named.
 *
 * @param asked the rows the unit answers for
 * @param answered the rows of its sheet
 * @returns the rows found wrong, empty when all are right; or the faults, in the order of the sheet
 * @source issue "units confirm or correct their rows online or by workbook"
 */
export function readCheckSheet(
  asked: readonly AskedRow[],
  answered: readonly AnsweredRow[],
): { wrong: WrongRow[] } | { faults: SheetFault[] } {
  const open = new Set(asked.map(keyOf));
  const known = new Set(open);
  const faults: SheetFault[] = [];
  const wrong: WrongRow[] = [];
  for (const row of answered) {
    const key = keyOf(row);
    const fault = known.has(key) ? (open.has(key) ? faultOf(row) : twice(row)) : unknown(row);
    open.delete(key);
    if (fault !== null) faults.push(fault);
    else if (row.answer === CHECK_ANSWERS.wrong) wrong.push({ team: row.team, task: row.task, note: row.note });
  }
  if (open.size > 0)
    faults.push({ row: 0, code: 'ROWS_MISSING', sentence: `缺少${open.size}行，请用下载的核对表填写，不要删行。` });
  return faults.length > 0 ? { faults } : { wrong };
}

const at = (row: number, code: SheetFault['code'], words: string): SheetFault => ({
  row,
  code,
  sentence: `第${row}行：${words}`,
});
const unknown = ({ row, team, task }: AnsweredRow): SheetFault =>
  at(row, 'UNKNOWN_ROW', `班子编码“${team}”、任务编码“${task}”不是本单位要核对的行。`);
const twice = ({ row }: AnsweredRow): SheetFault => at(row, 'ROW_TWICE', '与前面的行重复。');

function faultOf({ row, answer, note }: AnsweredRow): SheetFault | null {
  const { right, wrong } = CHECK_ANSWERS;
  if (answer === '') return at(row, 'NO_ANSWER', `没有填核对结果，请填“${right}”或“${wrong}”。`);
  if (answer !== right && answer !== wrong)
    return at(row, 'ANSWER_UNKNOWN', `核对结果“${answer}”不认识，请填“${right}”或“${wrong}”。`);
  if (answer === wrong && note === '') return at(row, 'NO_NOTE', '填了“有出入”，请在说明栏写明出入。');
  return note.length > LONGEST_NOTE ? at(row, 'NOTE_TOO_LONG', `说明超过${LONGEST_NOTE}字。`) : null;
}
