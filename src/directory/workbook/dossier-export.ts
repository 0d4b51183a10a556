import type { DossierField, DossierSheet } from './dossier-field.js';
import { type DossierKey, eachDossier } from './dossier-sheets.js';
import { month } from './date-rules.js';
import { dayCell, labelCell, monthCell, withinScope, yesNoCell } from './export-cells.js';

/** Rows of one person stand together, in their order, as long as none has a million of them. */
const ROOM = 1_000_000;

/** One query a dossier sheet, as for the sheets of the city. */
export const DOSSIER_EXPORTS: Readonly<Record<DossierKey, string>> = eachDossier((sheet) => {
  const cells = sheet.fields.map(cellOf);
  const places = sheet.fields
    .filter(({ isUnit }) => isUnit === true)
    .map(({ column }) => `LEFT JOIN unit place_${column} ON place_${column}.id = t.${column}`);
  return `SELECT t.cadre_id * ${ROOM} + ${placeOf(sheet)} AS id, ARRAY[c.code, ${cells.join(', ')}] AS cells
    FROM ${sheet.table} t JOIN cadre c ON c.id = t.cadre_id LEFT JOIN unit home ON home.id = c.home_unit_id
    ${places.join(' ')} WHERE ${withinScope}`;
});

function placeOf({ isOrdered, table }: DossierSheet): string {
  if (isOrdered) return 't.ordinal';
  if (table === 'cadre_assessment') return 't.year';
  return table === 'cadre_rank' ? `replace(t.since_month, '-', '')::int` : '0';
}

function cellOf({ column, type, isUnit, labels, rule }: DossierField): string {
  const name = `t.${column}`;
  if (isUnit === true) return `place_${column}.code`;
  if (labels !== undefined) return labelCell(name, labels);
  if (type === 'date') return dayCell(name);
  if (type === 'boolean') return yesNoCell(name);
  if (type === 'int') return `${name}::text`;
  return rule === month ? monthCell(name) : name;
}
