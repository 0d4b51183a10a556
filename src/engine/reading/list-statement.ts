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
  const { from, id, conditions, values } = sourceOf(table, question);
  if (question.before !== undefined) conditions.push(`${id} < $${values.push(question.before)}`);
  const latest = `ORDER BY ${id} DESC LIMIT $${values.push(limit)}`;
  const text =
    from === CASES
      ? `${caseColumns(table)} ${where(conditions)} ${latest}`
      : `${caseColumns(table)} WHERE c.id IN (SELECT ${id} FROM ${from} ${where(conditions)} ${latest}) ORDER BY c.id DESC`;
  return { text, values };
}

/**
 * How many cases the whole list has.
 *
 * @param most counting stops here
 */
export function countStatement(table: string, question: ListQuestion, most: number): ListStatement {
  const { from, conditions, values } = sourceOf(table, question);
  const text = `SELECT count(*) AS total FROM (
    SELECT FROM ${from === CASES ? `${table} c` : from} ${where(conditions)} LIMIT $${values.push(most)}) AS found`;
  return { text, values };
}

const CASES = 'cases';
const CARDS = 'case_card c';

/**
 * By what a case is called or where it stands few may be found, or none, and all must then be read: of the cards, which are a
 * tenth of the cases' size. Everything else has an index on the cases themselves.
 */
function sourceOf(
  table: string,
  question: ListQuestion,
): { from: string; id: string; conditions: string[]; values: unknown[] } {
  const byCards = question.state !== undefined || question.q !== undefined;
  const { conditions, values } = conditionsOf(question);
  if (!byCards) return { from: CASES, id: 'c.id', conditions, values };
  return { from: CARDS, id: 'c.case_id', conditions: [`c.workflow = '${table}'`, ...conditions], values };
}

/** Conditions on what cases and their cards both have; a title, on cards alone. */
function conditionsOf({ units, state, createdBy, done, q }: ListQuestion): {
  conditions: string[];
  values: unknown[];
} {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const ask = (value: unknown, condition: (parameter: string) => string): void => {
    if (value !== undefined) conditions.push(condition(`$${values.push(value)}`));
  };
  ask(units, (ids) => `c.unit_id = ANY (${ids}::bigint[])`);
  ask(state, (path) => `(c.state_path = ${path} OR starts_with(c.state_path, ${path} || '.'))`);
  ask(createdBy, (user) => `c.created_by = ${user}`);
  ask(done, (value) => `c.done = ${value}`);
  ask(q, (words) => `strpos(c.title, ${words}) > 0`);
  return { conditions, values };
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
