import type { CellRule } from './cell-rule.js';
import { choiceColumn, column, type WorkbookColumn, type WorkbookSheet } from './column.js';
import { day, month } from './date-rules.js';
import type { StagedValue } from './stage-tables.js';
import { code, oneOf, personName, textUpTo, YES_NO, yesNo } from './text-rules.js';

/** One column of a dossier sheet, in the workbook and in the database. */
export interface DossierField {
  header: WorkbookColumn;
  column: string;
  type: 'text' | 'int' | 'boolean' | 'date';
  rule: CellRule<StagedValue>;
  /** Together with the cadre these tell rows apart. */
  isKey?: boolean;
  /** The code of a unit; the database keeps its number. */
  isUnit?: boolean;
  /** What a blank cell means in a new row, as SQL; else nothing is known. */
  fallback?: string;
  labels?: Readonly<Record<string, string>>;
}

/** A list of a person's dossier as a sheet: rows are added and updated, never deleted. */
export interface DossierSheet {
  name: string;
  table: string;
  /** Rows keep an order of their own. */
  isOrdered: boolean;
  fields: readonly DossierField[];
  /** Columns of which the second is never before the first. */
  period?: readonly [from: string, to: string];
}

type More = Partial<Pick<DossierField, 'isKey' | 'fallback'>> & { note?: string; width?: number; required?: boolean };

const field = (
  header: string,
  name: string,
  type: DossierField['type'],
  rule: CellRule<StagedValue>,
  { note = '', width = 14, required = false, ...more }: More,
): DossierField => ({
  header: column(header, width, required || more.isKey === true, note),
  column: name,
  type,
  rule,
  ...more,
});

export const textField = (header: string, name: string, max: number, more: More = {}): DossierField =>
  field(header, name, 'text', textUpTo(max), more);
export const nameField = (header: string, name: string, more: More = {}): DossierField =>
  field(header, name, 'text', personName, more);
export const monthField = (header: string, name: string, more: More = {}): DossierField =>
  field(header, name, 'text', month, { note: '文本 YYYY.MM。', ...more });
export const dayField = (header: string, name: string, more: More = {}): DossierField =>
  field(header, name, 'date', day, { note: '文本 YYYY.MM.DD；只写年月视为当月第一天。', ...more });
export const numberField = (header: string, name: string, rule: CellRule<number>, more: More = {}): DossierField =>
  field(header, name, 'int', rule, more);
export const unitField = (header: string, name: string, more: More = {}): DossierField => ({
  ...field(header, name, 'text', code, more),
  isUnit: true,
});

export const yesNoField = (header: string, name: string, more: More = {}): DossierField => ({
  ...field(header, name, 'boolean', yesNo, more),
  header: choiceColumn(header, more.width ?? 14, false, more.note ?? '', YES_NO),
});

export function choiceField(
  header: string,
  name: string,
  labels: Readonly<Record<string, string>>,
  more: More = {},
): DossierField {
  const { width = 14, note = '从下拉列表选择。', required = false } = more;
  const made = field(header, name, 'text', oneOf(labels), more);
  return { ...made, header: choiceColumn(header, width, required || more.isKey === true, note, labels), labels };
}

/** What a unit's code is called on its way to the number. */
export const stagedName = ({ column: name, isUnit }: DossierField): string =>
  isUnit === true ? name.replace(/_id$/u, '_code') : name;

export const CADRE_CODE = column('干部编号', 14, true, '本工作簿或系统中已有的干部。');

export const workbookSheetOf = ({ name, fields }: DossierSheet): WorkbookSheet => ({
  name,
  columns: [CADRE_CODE, ...fields.map(({ header }) => header)],
});
