import type { Tx } from '../../platform/index.js';
import { TABLES } from './checks.js';
import { SHEET_KEYS, type SheetKey } from './sheets.js';
import { stageTable } from './stage-tables.js';
import { insertNewSql, updateChangedSql, UPSERTS } from './upserts.js';

export interface Changes {
  inserted: number;
  updated: number;
}

/**
 * Keeps every other writer of the directory out until the import is stored, so that what was checked stays true. Teams
 * come first: cases lock team rows before anything else, so nobody waits in a circle.
 */
export async function lockDirectory(tx: Tx): Promise<void> {
  await tx.queryDynamic('LOCK TABLE team IN EXCLUSIVE MODE');
  await tx.queryDynamic('LOCK TABLE unit, post, cadre, appointment, staffing_task IN SHARE ROW EXCLUSIVE MODE');
}

/** Writes the staged rows: new codes are added, known ones updated where something differs, nothing is deleted. */
export async function applyStaged(tx: Tx): Promise<Record<SheetKey, Changes>> {
  for (const sheet of SHEET_KEYS) {
    await tx.queryDynamic(
      `UPDATE ${stageTable(sheet)} s SET is_new = NOT EXISTS (SELECT FROM ${TABLES[sheet]} t ${UPSERTS[sheet].match})`,
    );
    await tx.queryDynamic(`ANALYZE ${stageTable(sheet)}`);
  }
  const units = await applySheet(tx, 'units');
  if (units.inserted + units.updated > 0) await placeUnits(tx);
  const teams = await applySheet(tx, 'teams');
  const posts = await applySheet(tx, 'posts');
  await releaseIdNumbers(tx);
  const cadres = await applySheet(tx, 'cadres');
  const appointments = await applySheet(tx, 'appointments');
  return { units, teams, posts, cadres, appointments, tasks: await applySheet(tx, 'tasks') };
}

/** Updates first: an appointment that ends now makes room for the one that is new. */
async function applySheet(tx: Tx, sheet: SheetKey): Promise<Changes> {
  if (sheet === 'units') {
    const inserted = await rowCount(tx, insertNewSql(sheet));
    return { inserted, updated: await rowCount(tx, updateChangedSql(sheet)) };
  }
  const updated = await rowCount(tx, updateChangedSql(sheet));
  return { inserted: await rowCount(tx, insertNewSql(sheet)), updated };
}

/** New units get their superior once all of them exist; then every path that no longer fits is written anew. */
async function placeUnits(tx: Tx): Promise<void> {
  await tx.queryDynamic(
    `UPDATE unit t SET parent_id = p.id FROM import_units s JOIN unit p ON p.code = s.parent_code
     WHERE t.code = s.code AND s.is_new`,
  );
  await tx.queryDynamic(
    `WITH RECURSIVE tree AS (
       SELECT id, id::text::ltree AS path FROM unit WHERE parent_id IS NULL
       UNION ALL SELECT u.id, t.path || u.id::text FROM unit u JOIN tree t ON u.parent_id = t.id)
     UPDATE unit u SET path = t.path FROM tree t WHERE t.id = u.id AND u.path IS DISTINCT FROM t.path`,
  );
}

/** Two cadres may exchange numbers that were mixed up: the database would see one number twice on the way. */
async function releaseIdNumbers(tx: Tx): Promise<void> {
  await tx.queryDynamic(
    `UPDATE cadre t SET id_number_hash = NULL FROM import_cadres s
     WHERE t.code = s.code AND t.id_number_hash IS NOT NULL
       AND (t.id_number_hash <> s.id_number_hash OR 'id_number' = ANY (string_to_array(s.cleared, ',')))`,
  );
}

async function rowCount(tx: Tx, sql: string): Promise<number> {
  return (await tx.queryDynamic(sql)).rowCount;
}
