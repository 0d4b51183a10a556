import { Client } from 'pg';
import type { RawStatement } from './raw-load.thread.js';

/**
 * The floor for an approval: what one approval has written, captured from the database, as statements that write the
 * same rows for another case. No session, no lock, no question to a machine: only the rows.
 */
export async function captureTransaction(url: string, caseId: number, version: number): Promise<RawStatement[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const read = async (text: string): Promise<Row[]> => (await client.query<Row>(text, [caseId, version])).rows;
  const proposals = await read(`SELECT ${CASE_COLUMNS.join(', ')} FROM proposal WHERE id = $1 AND version = $2`);
  const events = await read(`SELECT ${EVENT_COLUMNS.join(', ')} FROM case_event ${OF_CASE} AND version = $2`);
  const closed = await read(`SELECT id FROM deadline ${OF_CASE} AND closed_version = $2`);
  const armed = await read(`SELECT ${DEADLINE_COLUMNS.join(', ')} FROM deadline ${OF_CASE} AND armed_version = $2`);
  const outbox = await read(`SELECT ${OUTBOX_COLUMNS.join(', ')} FROM outbox ${OF_CASE} AND version = $2`);
  await client.end();
  if (proposals.length !== 1 || events.length !== 1)
    throw new Error(`case ${caseId} has moved on since version ${version}`);
  return [
    ...proposals.map(updateCase),
    ...events.map((row) => insert('case_event', EVENT_COLUMNS, row)),
    ...(closed.length > 0 ? [closeDeadlines(version)] : []),
    ...armed.map((row) => insert('deadline', DEADLINE_COLUMNS, row)),
    ...outbox.map((row) => insert('outbox', OUTBOX_COLUMNS, row)),
  ];
}

type Row = Record<string, unknown>;

const OF_CASE = `WHERE workflow = 'proposal' AND case_id = $1`;
const CASE_COLUMNS = [
  'version',
  'state',
  'state_path',
  'context',
  'machine_revision',
  'done',
  'updated_at',
  'title',
  'reason',
  'resumes_id',
];
const EVENT_COLUMNS = [
  'version',
  'type',
  'state',
  'actor_id',
  'actor_role',
  'on_behalf_of',
  'at',
  'payload',
  'facts',
  'command_id',
  'machine_revision',
  'policy_version',
  'unit_id',
];
const DEADLINE_COLUMNS = ['name', 'armed_version', 'start_day', 'due_day', 'provisional', 'unit_id'];
const OUTBOX_COLUMNS = ['version', 'ordinal', 'effect', 'params', 'created_at', 'next_attempt_at', 'unit_id'];
const JSON_COLUMNS = new Set(['state', 'context', 'payload', 'facts', 'params']);

const valuesOf = (columns: readonly string[], row: Row): unknown[] =>
  columns.map((column) => (JSON_COLUMNS.has(column) ? JSON.stringify(row[column]) : row[column]));

function updateCase(row: Row): RawStatement {
  const changes = CASE_COLUMNS.map((column, index) => `${column} = $${index + 2}`).join(', ');
  return {
    name: 'raw update',
    text: `UPDATE proposal SET ${changes} WHERE id = $1`,
    values: valuesOf(CASE_COLUMNS, row),
  };
}

function insert(table: string, columns: readonly string[], row: Row): RawStatement {
  const places = columns.map((column, index) => placeOf(column, `$${index + 2}`)).join(', ');
  const text = `INSERT INTO ${table} (workflow, case_id, ${columns.join(', ')}) VALUES ('proposal', $1, ${places})`;
  return { name: `raw ${table}`, text, values: valuesOf(columns, row) };
}

/** A notice is unique by its key: the rows are those captured, each under a key of its own. */
const placeOf = (column: string, place: string): string =>
  column === 'params' ? `jsonb_set(${place}::jsonb, '{key}', to_jsonb(gen_random_uuid()::text))` : place;

function closeDeadlines(version: number): RawStatement {
  const text = `UPDATE deadline SET status = 'closed', closed_version = $2 ${OF_CASE} AND status = 'open'`;
  return { name: 'raw close', text, values: [version] };
}

/** The same rows in one statement: a floor that even saves the round trips. */
export function inOneStatement(statements: readonly RawStatement[]): RawStatement {
  const values: unknown[] = [];
  const parts = statements.map(({ text, values: own }, index) => {
    const shift = values.length;
    values.push(...own);
    const moved = text.replaceAll(/\$(\d+)/g, (_, number) => (number === '1' ? '$1' : `$${Number(number) + shift}`));
    return `part_${index} AS (${moved})`;
  });
  return { name: 'raw whole', text: `WITH ${parts.join(', ')} SELECT $1::bigint`, values };
}
