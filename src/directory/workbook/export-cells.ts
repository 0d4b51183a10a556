import { YES_NO } from './text-rules.js';

/** Turns stored words into the labels of the workbook. */
export function labelCell(expression: string, labels: Readonly<Record<string, string>>): string {
  const cases = Object.entries(labels).map(([key, text]) => `WHEN '${key}' THEN '${text}'`);
  return `CASE ${expression} ${cases.join(' ')} END`;
}

export const yesNoCell = (expression: string): string =>
  labelCell(`${expression}::text`, { true: YES_NO.yes, false: YES_NO.no });
export const monthCell = (column: string): string => `replace(${column}, '-', '.')`;
export const dayCell = (column: string): string => `to_char(${column}, 'YYYY.MM.DD')`;

/** People of the caller's units: by home (`home` is its unit) or by a seat ever held. */
export const withinScope = `(home.path <@ ANY ($1::ltree[]) OR '' = ANY ($1::ltree[]) OR EXISTS (
      SELECT FROM appointment a JOIN post p ON p.id = a.post_id JOIN team t ON t.id = p.team_id JOIN unit u ON u.id = t.unit_id
      WHERE a.cadre_id = c.id AND u.path <@ ANY ($1::ltree[])))`;
