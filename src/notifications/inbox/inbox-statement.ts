import type { Caller } from '../../engine/index.js';
import type { Place } from '../cursor.js';
import type { Tab } from './inbox.dto.js';

/** A statement with only those conditions that were asked for, as in the lists of one workflow. */
export interface InboxStatement {
  text: string;
  values: unknown[];
}

/** What is asked for, units as numbers. */
export interface InboxQuestion {
  tab: Tab;
  caller: Caller;
  /** `YYYY-MM-DD` */
  today: string;
  /** Units within reach; absent when no unit is left out. */
  units?: readonly number[];
  /** Where the caller may read cases of which workflows; absent when one reach holds for all. */
  readable?: readonly Readable[];
  workflow?: string;
  /** Part of the title. */
  q?: string;
  overdue?: boolean;
  /** Only these; where a title is so rare that all who bear it are known before anybody's steps are looked at. */
  cards?: readonly CardKey[];
  after?: Place;
}

export interface CardKey {
  workflow: string;
  id: number;
}

/** Workflows whose cases are read within the same part of the tree. */
export interface Readable {
  workflows: readonly string[];
  /** ltree paths; '' is the whole tree. */
  paths: readonly string[];
}

/** A row of a page, before anybody has looked into the case. */
export interface InboxRow {
  workflow: string;
  id: number;
  title: string;
  unit: { code: string; name: string };
  /** Where the unit stands in the tree. */
  unitPath: string;
  statePath: string;
  version: number;
  updatedAt: Date;
  since: Date;
  done: boolean;
  flags: string[];
  returned: boolean;
  deadline: { name: string; dueDay: string; provisional: boolean } | null;
  unread: boolean;
  /** What the tab is sorted by. */
  sortedAt: Date;
}

type Ask = (value: unknown) => string;

/** Where a tab's cases come from, what it is sorted by, and which way. */
interface Source {
  from: string;
  sortedAt: string;
  direction: 'ASC' | 'DESC';
  conditions: string[];
}

/** What has waited longest comes first; of what is done, begun or sent, the latest. */
const SOURCES: Readonly<Record<Tab, (ask: Ask, question: InboxQuestion) => Source>> = {
  todo: (ask, question) => ({
    from: 'case_card c',
    sortedAt: 'c.since',
    direction: 'ASC',
    conditions: ['NOT c.done', `c.from_day <= ${ask(question.today)}::date`, waitsFor(ask, question.caller)],
  }),
  done: (ask, { caller }) => ({
    from: 'case_event e JOIN case_card c ON c.workflow = e.workflow AND c.case_id = e.case_id',
    sortedAt: 'e.at',
    direction: 'DESC',
    conditions: [
      `e.actor_id = ${ask(caller.userId)}`,
      // The last of one's own steps in a case stands for all of them.
      `NOT EXISTS (SELECT FROM case_event later WHERE later.workflow = e.workflow AND later.case_id = e.case_id
         AND later.version > e.version AND later.actor_id = e.actor_id)`,
    ],
  }),
  mine: (ask, { caller }) => ({
    from: 'case_card c',
    sortedAt: 'c.created_at',
    direction: 'DESC',
    conditions: [`c.created_by = ${ask(caller.userId)}`],
  }),
  copied: (ask, { caller }) => ({
    from: 'case_copy e JOIN case_card c ON c.workflow = e.workflow AND c.case_id = e.case_id',
    sortedAt: 'e.sent_at',
    direction: 'DESC',
    conditions: [`e.user_id = ${ask(caller.userId)}`],
  }),
};

/** One condition per way of acting: in one's own name or for an absent colleague, a role, and where it reaches. */
function waitsFor(ask: Ask, { userId, grants }: Caller): string {
  const ways = new Map<string, { role: string; people: number[]; paths: string[] }>();
  for (const { role, unitPath, onBehalfOf } of grants) {
    const key = `${role} ${onBehalfOf ?? ''}`;
    const people = onBehalfOf === undefined ? [userId] : [userId, onBehalfOf];
    const known = ways.get(key) ?? { role, people, paths: [] };
    ways.set(key, { ...known, paths: [...known.paths, unitPath] });
  }
  const conditions = [...ways.values()].map(({ role, people, paths }) => {
    const barred = ask(people.map((user) => `${role}:${user}`));
    return `(c.roles @> ${ask([role])}::text[] AND NOT c.barred && ${barred}::text[]${within(ask, paths)})`;
  });
  const people = [userId, ...grants.flatMap(({ onBehalfOf }) => onBehalfOf ?? [])];
  conditions.push(`c.asked && ${ask([...new Set(people)])}::bigint[]`);
  return `(${conditions.join(' OR ')})`;
}

const within = (ask: Ask, paths: readonly string[]): string =>
  paths.includes('') ? '' : ` AND c.unit_id IN (SELECT id FROM unit WHERE path <@ ANY (${ask(paths)}::ltree[]))`;

function reachOf(ask: Ask, { units, readable }: Pick<InboxQuestion, 'units' | 'readable'>): string[] {
  const conditions: string[] = [];
  if (units !== undefined) conditions.push(`c.unit_id = ANY (${ask(units)}::bigint[])`);
  if (readable !== undefined) {
    const parts = readable.map(({ workflows, paths }) => `(c.workflow = ANY (${ask(workflows)})${within(ask, paths)})`);
    conditions.push(parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`);
  }
  return conditions;
}

function conditionsOf(ask: Ask, { workflow, q, overdue, cards, today, ...reach }: InboxQuestion): string[] {
  const conditions = reachOf(ask, reach);
  if (workflow !== undefined) conditions.push(`c.workflow = ${ask(workflow)}`);
  if (q !== undefined) conditions.push(`strpos(c.title, ${ask(q)}) > 0`);
  if (cards !== undefined) {
    const [workflows, ids] = [cards.map((card) => card.workflow), cards.map(({ id }) => id)];
    conditions.push(
      `(e.workflow, e.case_id) IN (SELECT * FROM unnest(${ask(workflows)}::text[], ${ask(ids)}::bigint[]))`,
    );
  }
  if (overdue === true)
    conditions.push(
      `EXISTS (SELECT FROM deadline d WHERE d.workflow = c.workflow AND d.case_id = c.case_id AND d.status = 'open'
         AND d.due_day < ${ask(today)}::date)`,
    );
  return conditions;
}

function parameters(): { values: unknown[]; ask: Ask } {
  const values: unknown[] = [];
  return { values, ask: (value) => `$${values.push(value)}` };
}

/**
 * One page of a tab, continued after the last row seen: found among cards, and only then joined to what the page shows.
 *
 * @param question whose inbox, which tab, what else is asked for
 * @param limit rows at most
 */
export function inboxPageStatement(question: InboxQuestion, limit: number): InboxStatement {
  const { values, ask } = parameters();
  const source = SOURCES[question.tab](ask, question);
  const { from, sortedAt, direction } = source;
  const conditions = [...source.conditions, ...conditionsOf(ask, question)];
  if (question.after !== undefined) {
    const { at, workflow, id } = question.after;
    const beyond = direction === 'ASC' ? '>' : '<';
    const moment = `${ask(at)}::timestamptz`;
    conditions.push(
      // Says nothing new, but names one table alone: an index can begin there, where the row below reaches across two.
      `${sortedAt} ${beyond}= ${moment}`,
      `(${sortedAt}, c.workflow, c.case_id) ${beyond} (${moment}, ${ask(workflow)}::text, ${ask(id)}::bigint)`,
    );
  }
  const order = (moment: string): string => `${moment} ${direction}, c.workflow ${direction}, c.case_id ${direction}`;
  const text = `
    SELECT c.workflow, c.case_id AS id, c.title, json_build_object('code', u.code, 'name', u.name) AS unit,
           u.path::text AS "unitPath", c.state_path AS "statePath", c.version, c.updated_at AS "updatedAt", c.since, c.done, c.flags, c.returned,
           (SELECT json_build_object('name', d.name, 'dueDay', d.due_day, 'provisional', d.provisional)
            FROM deadline d WHERE d.workflow = c.workflow AND d.case_id = c.case_id AND d.status = 'open'
            ORDER BY d.due_day, d.id LIMIT 1) AS deadline,
           EXISTS (SELECT FROM notice n WHERE n.workflow = c.workflow AND n.case_id = c.case_id AND n.read_at IS NULL
             AND n.user_id = ${ask(question.caller.userId)}) AS unread, c.sorted_at AS "sortedAt"
    FROM (SELECT c.*, ${sortedAt} AS sorted_at FROM ${from} WHERE ${conditions.join(' AND ')}
          ORDER BY ${order(sortedAt)} LIMIT ${ask(limit)}) AS c
    JOIN unit u ON u.id = c.unit_id
    ORDER BY ${order('c.sorted_at')}`;
  return { text, values };
}

/**
 * The cases within reach that bear a title, read from the cards alone.
 *
 * @param most whoever finds more than so many had better begin elsewhere
 */
export function cardsCalledStatement(question: InboxQuestion, most: number): InboxStatement {
  const { values, ask } = parameters();
  const conditions = conditionsOf(ask, { ...question, overdue: false });
  const text = `SELECT c.workflow, c.case_id AS id FROM case_card c WHERE ${conditions.join(' AND ')} LIMIT ${ask(most)}`;
  return { text, values };
}

/** So many of one's latest steps are looked at when cases are counted in which one has acted. */
const STEPS_LOOKED_AT = 5_000;

/**
 * How many cases each tab has.
 *
 * @param most counting stops here
 */
export function inboxCountStatement(
  { caller, today, ...reach }: Pick<InboxQuestion, 'caller' | 'today' | 'units' | 'readable'>,
  most: number,
): InboxStatement {
  const { values, ask } = parameters();
  const todo = SOURCES.todo(ask, { tab: 'todo', caller, today });
  const reached = reachOf(ask, reach);
  const cards = (conditions: readonly string[]): string =>
    `case_card c WHERE ${[...conditions, ...reached].join(' AND ')}`;
  const me = ask(caller.userId);
  const limit = ask(most);
  const upTo = (rows: string): string => `(SELECT count(*)::int FROM (${rows} LIMIT ${limit}) AS found)`;
  const text = `SELECT
    ${upTo(`SELECT FROM ${cards(todo.conditions)}`)} AS todo,
    ${upTo(`SELECT DISTINCT workflow, case_id FROM (
      SELECT workflow, case_id FROM case_event WHERE actor_id = ${me} ORDER BY at DESC LIMIT ${STEPS_LOOKED_AT}) AS latest`)} AS done,
    ${upTo(`SELECT FROM ${cards([`c.created_by = ${me}`])}`)} AS mine,
    ${upTo(`SELECT FROM case_copy WHERE user_id = ${me}`)} AS copied,
    ${upTo(`SELECT DISTINCT coalesce(gathered_in, id) FROM notice WHERE user_id = ${me} AND read_at IS NULL`)} AS unread`;
  return { text, values };
}
