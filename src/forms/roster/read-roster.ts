import { type Month, SEXES } from '../../../machines/rules/index.js';
import {
  cellText,
  compactText,
  headerText,
  monthCell,
  personName,
  type Problem,
  problem,
  textCell,
} from '../../directory/index.js';
import type { Cell, Row, XlsxFile } from '../../platform/xlsx/index.js';
import { monthOfField, partyJoinOf } from '../approval-form/index.js';
import { loadNationalCodes, type NationalCodes, wordOf } from '../national-codes/national-codes.js';
import { ROSTER_COLUMNS } from '../sheets/roster-columns.js';
import { rosterProblem, type RosterProblem } from './roster-sentences.js';

/** What a row of a roster says; absent where the cell is empty. */
export interface RosterRow {
  sheet: string;
  row: number;
  name: string;
  birth: Month;
  idNumber: string | null;
  ethnicity: string | null;
  politicalStatus: string | null;
  workStart: Month | null;
  partyJoin: Month | null;
  fullTimeEducation: string | null;
  inServiceEducation: string | null;
  nativePlace: string | null;
  birthPlace: string | null;
  /** 副科时间, 正科时间, 现职时间 and 职务: compared with the terms on record, never taken over. */
  deputySince: Month | null;
  principalSince: Month | null;
  postSince: Month | null;
  post: string | null;
}

export interface RosterReading {
  rows: RosterRow[];
  problems: RosterProblem[];
  notices: Problem[];
}

/** The header stands below titles and merged lines. */
const LAST_HEADER_ROW = 10;
/** As many as are read at once. */
export const MOST_ROWS = 5_000;
const OWN_CODES = loadNationalCodes();
const COLUMNS = new Set<string>([...ROSTER_COLUMNS.map(({ header }) => header), '身份证号', '政治面貌']);
const BY_SHORT_CODE = new Map<string, string>(ROSTER_COLUMNS.map(({ code, header }) => [code, header]));

/** A column that is read: which one, and how its codes are put into words. */
interface Column {
  name: string;
  national: string | null;
}

/**
 * Reads a roster: columns by their Chinese name, by the districts' short code (XM) or by the national item (A0101). Hidden
 * sheets and unknown columns are left out and named; `1986.1` as a number is asked back; blanks in names are there for the
 * look of it.
 *
 * @source handbook §3.3, §3.4
 */
export async function readRoster(file: XlsxFile, codes: NationalCodes = OWN_CODES): Promise<RosterReading> {
  const reading: Reading = { rows: [], problems: [], notices: [], codes };
  let found = false;
  for (const sheet of file.sheets) {
    const isRead = !sheet.hidden && (await readSheet(sheet, reading));
    if (!isRead) reading.notices.push(problem(placeOf(sheet.name), 'SHEET_UNKNOWN'));
    found ||= isRead;
  }
  if (!found) reading.problems.push(problem(placeOf('', 0, '姓名、出生年月'), 'COLUMN_MISSING'));
  return reading;
}

interface Reading extends RosterReading {
  codes: NationalCodes;
}

const placeOf = (sheet: string, row = 0, column = '', value = '') => ({ sheet, row, column, value });

/** @returns whether the sheet has a header at all */
async function readSheet({ name, rows }: XlsxFile['sheets'][number], reading: Reading): Promise<boolean> {
  let columns: (Column | null)[] | null = null;
  for await (const row of rows()) {
    if (columns !== null) readRow(name, row, columns, reading);
    else if (row.number > LAST_HEADER_ROW) return false;
    else {
      columns = headerOf(row, reading.codes);
      if (columns !== null) noteUnknown(name, row, columns, reading);
    }
    if (reading.rows.length <= MOST_ROWS) continue;
    reading.problems.push(rosterProblem(placeOf(name, row.number), 'ROSTER_TOO_LONG'));
    return true;
  }
  return columns !== null;
}

function noteUnknown(
  sheet: string,
  { cells, number }: Row,
  columns: readonly (Column | null)[],
  { notices }: RosterReading,
): void {
  for (const [index, cell] of cells.entries()) {
    const text = cell === undefined ? '' : headerText(cellText(cell));
    if (text !== '' && !columns[index]) notices.push(problem(placeOf(sheet, number, text), 'COLUMN_UNKNOWN'));
  }
}

/** A row with 姓名 and 出生年月 is the header; the second 专业 belongs to the in-service education. */
function headerOf({ cells }: Row, codes: NationalCodes): (Column | null)[] | null {
  const seen = new Set<string>();
  const columns = Array.from(cells, (cell): Column | null => {
    const text = cell === undefined ? '' : headerText(cellText(cell));
    const national = codes.get(text.toUpperCase());
    let name = national?.column ?? BY_SHORT_CODE.get(text.toUpperCase()) ?? text;
    if (name === '专业') name = seen.has('全日制专业') ? '在职专业' : '全日制专业';
    if (!COLUMNS.has(name) || seen.has(name)) return null;
    seen.add(name);
    return { name, national: national === undefined ? null : text.toUpperCase() };
  });
  return seen.has('姓名') && seen.has('出生年月') ? columns : null;
}

function readRow(sheet: string, { number, cells }: Row, columns: readonly (Column | null)[], reading: Reading): void {
  const given = new Map<string, { cell: Cell; national: string | null }>();
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (column !== null && cell !== undefined && cellText(cell).trim() !== '')
      given.set(column.name, { cell, ...column });
  }
  // What is left of merged cells, and lines below the list.
  if (!given.has('姓名')) return;
  const reader = new RowReader(sheet, number, given, reading);
  const name = reader.take('姓名', personName);
  const birth = reader.take('出生年月', rosterMonth);
  if (birth === null && !given.has('出生年月')) reader.fault('出生年月', 'REQUIRED_MISSING');
  const sex = reader.text('性别');
  if (sex !== null && !Object.values<string>(SEXES).includes(sex))
    reader.fault('性别', 'LABEL_UNKNOWN', { allowed: '男、女' });
  const row = {
    sheet,
    row: number,
    idNumber: reader.text('身份证号'),
    ethnicity: reader.text('民族'),
    politicalStatus: reader.text('政治面貌'),
    workStart: reader.take('参加工作时间', rosterMonth),
    partyJoin: reader.take('入党时间', partyMonth),
    fullTimeEducation: reader.text('全日制学历'),
    inServiceEducation: reader.text('在职最高学历'),
    nativePlace: reader.text('籍贯'),
    birthPlace: reader.text('出生地'),
    deputySince: reader.month('副科时间'),
    principalSince: reader.month('正科时间'),
    postSince: reader.month('现职时间'),
    post: reader.text('职务'),
  };
  if (name !== null && birth !== null) reading.rows.push({ ...row, name, birth });
}

type Rule = (cell: Cell) => ReturnType<typeof monthCell> | { value: null };

/** Rosters and national items have months and whole days; the day is forgotten, never invented (§3.1). */
const rosterMonth: Rule = (cell) => {
  const reading = monthCell(cell);
  if ('value' in reading || reading.fault.code !== 'MONTH_INVALID') return reading;
  const month = monthOfField(cellText(cell));
  return month === null ? reading : { value: month };
};

/** `民盟` and `201506；民盟` stand in this column too (§3.1). */
const partyMonth: Rule = (cell) => {
  const { understood, cpcJoinMonth, democraticParty } = partyJoinOf(cellText(cell));
  return understood && democraticParty !== null ? { value: cpcJoinMonth } : rosterMonth(cell);
};

class RowReader {
  constructor(
    private readonly sheet: string,
    private readonly row: number,
    private readonly given: ReadonlyMap<string, { cell: Cell; national: string | null }>,
    private readonly reading: Reading,
  ) {}

  /** The cell by a rule of the workbook; null when it is empty or at fault. */
  take(column: string, rule: Rule): string | null {
    const found = this.given.get(column);
    if (found === undefined) return null;
    const reading = rule(found.cell);
    if ('value' in reading) return reading.value;
    this.reading.problems.push(problem(this.place(column), reading.fault.code, reading.fault.params));
    return null;
  }

  /** Only compared: what is no month there is no fault of the list. */
  month(column: string): Month | null {
    const found = this.given.get(column);
    const reading = found === undefined ? { value: null } : rosterMonth(found.cell);
    return 'value' in reading ? reading.value : null;
  }

  /** A text, national codes put into words. */
  text(column: string): string | null {
    const found = this.given.get(column);
    const text = this.take(column, textCell);
    const national = found?.national ?? null;
    if (text === null || national === null) return text;
    const item = this.reading.codes.get(national)!;
    const word = wordOf(item, compactText(text));
    if (word === null)
      this.fault(column, 'LABEL_UNKNOWN', {
        allowed: Object.keys(item.codes ?? {})
          .slice(0, 5)
          .join('、'),
      });
    return word;
  }

  fault(column: string, code: Problem['code'], params: Record<string, string> = {}): void {
    this.reading.problems.push(problem(this.place(column), code, params));
  }

  private place(column: string): Omit<Problem, 'code' | 'message'> {
    const cell = this.given.get(column)?.cell;
    const value = cell === undefined || column === '身份证号' ? '' : cellText(cell).slice(0, 50);
    return { sheet: this.sheet, row: this.row, column, value };
  }
}
