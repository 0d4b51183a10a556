import { CADRE_CODE, type DossierField, type DossierSheet, stagedName } from './dossier-field.js';
import { type DossierKey, eachDossier } from './dossier-sheets.js';
import type { StagedValue } from './stage-tables.js';
import type { RowReading } from './staged-row.js';
import { code } from './text-rules.js';
import { type Assignment, always, defaulted, kept, type Upsert } from './upsert.js';

/** Staging columns of each sheet, with their types. */
export const DOSSIER_STAGE: Readonly<Record<DossierKey, Record<string, string>>> = eachDossier(({ fields }) => ({
  cadre_code: 'text',
  ...Object.fromEntries(fields.map((field) => [stagedName(field), field.type])),
}));

type Meaning = (row: RowReading) => Record<string, StagedValue>;

/** What the cells of a row mean; what need not be said may be emptied by a word. */
export const DOSSIER_MEANINGS: Readonly<Record<DossierKey, Meaning>> = eachDossier(({ fields }) => (row) => ({
  cadre_code: row.take(CADRE_CODE.header, code),
  ...Object.fromEntries(
    fields.map((field) => {
      const name = stagedName(field);
      const mayBeEmpty = !field.header.required && field.fallback === undefined;
      return [name, row.take(field.header.header, field.rule, mayBeEmpty ? [name] : [])];
    }),
  ),
}));

const keysOf = ({ fields }: DossierSheet): DossierField[] => fields.filter(({ isKey }) => isKey === true);
const unitsOf = ({ fields }: DossierSheet): DossierField[] => fields.filter(({ isUnit }) => isUnit === true);
const unitAlias = ({ column }: DossierField): string => `place_${column}`;

/** Rows are told apart by the cadre and their keys; new ones go to the end of the person's list. */
export const DOSSIER_UPSERTS: Readonly<Record<DossierKey, Upsert>> = eachDossier((sheet) => {
  const keys = keysOf(sheet);
  const same = keys.map(({ column }) => ` AND t.${column} = s.${column}`).join('');
  const places = unitsOf(sheet).map(
    (field) => `LEFT JOIN unit ${unitAlias(field)} ON ${unitAlias(field)}.code = s.${stagedName(field)}`,
  );
  return {
    match: `JOIN cadre c ON c.id = t.cadre_id WHERE c.code = s.cadre_code${same}`,
    joins: ['JOIN cadre holder ON holder.code = s.cadre_code', ...places].join(' '),
    identity: { cadre_id: 'holder.id', ...Object.fromEntries(keys.map(({ column }) => [column, `s.${column}`])) },
    assignments: [
      ...sheet.fields.filter(({ isKey }) => isKey !== true).map(assignmentOf),
      ...(sheet.isOrdered ? [atTheEnd(sheet)] : []),
    ],
  };
});

function assignmentOf(field: DossierField): Assignment {
  if (field.isUnit === true) return kept(field.column, `${unitAlias(field)}.id`, stagedName(field));
  if (field.fallback !== undefined) return defaulted(field.column, field.fallback);
  return field.header.required ? always(field.column) : kept(field.column);
}

function atTheEnd({ table }: DossierSheet): Assignment {
  return {
    column: 'ordinal',
    onInsert: `coalesce((SELECT max(o.ordinal) FROM ${table} o WHERE o.cadre_id = holder.id), 0)
    + (row_number() OVER (PARTITION BY holder.id ORDER BY s.row_no))::int`,
    onUpdate: 't.ordinal',
  };
}
