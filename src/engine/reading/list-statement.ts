import type { Db } from '../../platform/index.js';
import type { ListQuery } from './case.dto.js';
import { caseColumns } from './find-case.js';

/** A statement with only those conditions that were asked for: a condition that may be absent is one no index can serve. */
export interface ListStatement {
  text: string;
  values: unknown[];
}

/** What is asked for, units as numbers. */
export interface ListQuestion extends Omit<ListQuery, 'unit' | 'mine' | 'limit'> {
  /** Units whose cases are meant; absent when no unit is left out. */
  units?: readonly number[];
  /** Only cases begun by this user. */
  createdBy?: number;
}

/**
 * The units within reach, as numbers: from these the database knows how many cases to expect, which it cannot tell from a
 * path, and so takes the right index.
 *
 * @param scope paths of the units within reach; '' alone is the whole tree
 * @param unit code of the unit asked for, with everything below it
 * @returns unit ids; undefined for the whole tree
 */
export async function unitsOf(
  db: Db,
  scope: readonly string[],
  unit: string | undefined,
): Promise<number[] | undefined> {
  if (scope[0] === '' && unit === undefined) return undefined;
  const { rows } = await db.query<{ ids: number[] }>(
    unit === undefined ? 'units in reach' : 'units in reach below',
    `SELECT coalesce(json_agg(id), '[]') AS ids FROM unit
     WHERE path <@ ANY ($1::ltree[]) ${unit === undefined ? '' : 'AND path <@ (SELECT path FROM unit WHERE code = $2)'}`,
    unit === undefined ? [scope] : [scope, unit],
  );
  return rows[0]?.ids ?? [];
}

/**
 * One page of a list, newest first, continued after the last case seen: a page costs the same however late it comes.
 *
 * @param table the workflow's table
 * @param question what is asked for
 * @param limit rows at most
 */
export function pageStatement(table: string, question: ListQuestion, limit: number): ListStatement {
  const { conditions, values } = conditionsOf(table, question);
  if (question.before !== undefined) conditions.push(`c.id < $${values.push(question.before)}`);
  const text = `${caseColumns(table)} ${where(conditions)} ORDER BY c.id DESC LIMIT $${values.push(limit)}`;
  return { text, values };
}

/**
 * How many cases the whole list has.
 *
 * @param most counting stops here
 */
export function countStatement(table: string, question: ListQuestion, most: number): ListStatement {
  const { conditions, values } = conditionsOf(table, question);
  const text = `SELECT count(*) AS total FROM (
    SELECT FROM ${table} c ${where(conditions)} LIMIT $${values.push(most)}) AS found`;
  return { text, values };
}

function conditionsOf(
  table: string,
  { units, state, createdBy, done, q }: ListQuestion,
): { conditions: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const ask = (value: unknown, condition: (parameter: string) => string): void => {
    if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
  };
  ask(units, (ids) => `c.unit_id = ANY (${ids}::bigint[])`);
  ask(state, (path) => `(c.state_path = ${path} OR starts_with(c.state_path, ${path} || '.'))`);
  ask(createdBy, (user) => `c.created_by = ${user}`);
  ask(done, (value) => `c.done = ${value}`);
  ask(
    q,
    (words) =>
      `EXISTS (SELECT FROM case_card k WHERE k.workflow = '${table}' AND k.case_id = c.id AND strpos(k.title, ${words}) > 0)`,
  );
  return { conditions, values };
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
