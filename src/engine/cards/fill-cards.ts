import { migrateInstance } from '../../../machines/kernel/index.js';
import type { Db } from '../../platform/index.js';
import { storedIn } from '../commit/decide-step.js';
import { chartOf } from '../registry.js';
import type { CaseRow, WorkflowRuntime } from '../types.js';
import { type CardOfCase, cardValues, KEPT } from './card-clause.js';
import { cardOf, schemeOf } from './card-of.js';

const BATCH = 500;

type Row = Pick<CaseRow, 'id' | 'unitId' | 'unitPath' | 'state' | 'context' | 'version' | 'machineRevision' | 'done'>;

/**
 * Makes the cards that are missing or were made by another scheme: of an installation older than cards, and after a chart or
 * a division of duties has changed. Cases go on meanwhile: a card made by a step is never put back to an older one.
 *
 * @param db the database, reaching the whole tree
 * @param runtimes the workflows
 * @param today `YYYY-MM-DD`
 * @param isWanted asked before each batch; false leaves the rest
 * @returns how many cards were made
 */
export async function fillCards(
  db: Db,
  runtimes: readonly WorkflowRuntime[],
  today: string,
  isWanted = (): boolean => true,
): Promise<number> {
  let made = 0;
  for (const runtime of runtimes) {
    for (let after = 0; isWanted();) {
      const rows = await staleRows(db, runtime, after);
      const last = rows.at(-1);
      if (last === undefined) break;
      await storeCards(db, runtime, rows, today);
      made += rows.length;
      after = last.id;
    }
  }
  return made;
}

async function staleRows(db: Db, runtime: WorkflowRuntime, after: number): Promise<Row[]> {
  const { name } = runtime.definition;
  const { rows } = await db.query<Row>(
    `cards-stale ${name}`,
    `SELECT c.id, c.unit_id AS "unitId", '' AS "unitPath", c.state, c.context, c.version,
            c.machine_revision AS "machineRevision", c.done
     FROM ${name} c LEFT JOIN case_card k ON k.workflow = '${name}' AND k.case_id = c.id
     WHERE c.id > $1 AND k.made_by IS DISTINCT FROM $2 ORDER BY c.id LIMIT ${BATCH}`,
    [after, schemeOf(chartOf(runtime))],
  );
  return rows;
}

async function storeCards(db: Db, runtime: WorkflowRuntime, rows: readonly Row[], today: string): Promise<void> {
  const { name } = runtime.definition;
  const cards = rows.map((row) => {
    const [title, flags, , roles, barred, asked, from, madeBy] = cardValues(cardOfRow(runtime, row, today));
    return { id: row.id, version: row.version, title, flags, roles, barred, asked, from, madeBy };
  });
  // A case has stood where it is since the first event after the last that left it elsewhere.
  await db.transaction((tx) =>
    tx.query(
      `cards-fill ${name}`,
      `INSERT INTO case_card AS card (workflow, case_id, unit_id, created_by, created_at, version, done, since, updated_at,
         state_path, title, flags, returned, roles, barred, asked, from_day, made_by)
       SELECT '${name}', c.id, c.unit_id, c.created_by, c.created_at, made.version, c.done,
         coalesce((SELECT min(e.at) FROM case_event e WHERE e.workflow = '${name}' AND e.case_id = c.id AND e.version > coalesce(
           (SELECT max(b.version) FROM case_event b WHERE b.workflow = '${name}' AND b.case_id = c.id AND b.state <> c.state), 0)),
           c.updated_at),
         c.updated_at, c.state_path, made.title, made.flags, false, made.roles, made.barred, made.asked, made."from", made."madeBy"
       FROM jsonb_to_recordset($1::jsonb) AS made (id bigint, version int, title text, flags text[], roles text[],
         barred text[], asked bigint[], "from" date, "madeBy" text)
       JOIN ${name} c ON c.id = made.id AND c.version = made.version
       ${KEPT}`,
      [JSON.stringify(cards)],
    ),
  );
}

/** A case that its machine no longer knows waits for whoever moves it by hand, and for nobody in a list. */
function cardOfRow(runtime: WorkflowRuntime, row: Row, today: string): CardOfCase {
  const chart = chartOf(runtime);
  const moved = migrateInstance(chart, { ...storedIn(row), revision: row.machineRevision });
  const stored = moved.ok ? { ...moved.stored, done: row.done } : { ...storedIn(row), done: true };
  return cardOf(chart, stored, today);
}
