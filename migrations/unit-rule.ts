/**
 * How a table with rows of units is kept by the database (docs/decisions/0012). A migration that makes a table pointing to
 * a unit, a case or a person ends with one of these; `test/scope/rows-by-scope.db.spec.ts` fails until it does.
 * What the functions return is part of the migrations that used them: it is never changed, only added to.
 */

const WHOLE_TREE = '(SELECT qingpei_whole_tree())';

/** A condition for rows whose column holds a unit's path: only units within reach. */
export const within = (path: string): string => `${path} <@ ANY ((SELECT qingpei_scope())::ltree[])`;

/** Rows that fulfil the condition are seen and written; the whole tree sees all. The owner is bound too. */
export const secured = (table: string, condition: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY scope ON ${table} USING (${WHOLE_TREE} OR ${condition});`;

/** For a table with a column `unit_id`: a workflow's own table, or what belongs to one of its cases. */
export const securedByUnit = (table: string): string =>
  secured(table, `EXISTS (SELECT FROM unit WHERE unit.id = ${table}.unit_id AND ${within('unit.path')})`);
