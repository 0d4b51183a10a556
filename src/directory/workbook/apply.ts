import type { Tx } from '../../platform/index.js';
import { DOSSIER_KEYS, type DossierKey } from './dossier-sheets.js';
import { eachSheet, SHEET_KEYS, type SheetKey } from './sheets.js';
import { stageTable } from './stage-tables.js';
import { TABLES } from './tables.js';
import { insertNewSql, updateChangedSql, UPSERTS } from './upserts.js';

export interface Changes {
  inserted: number;
  updated: number;
}

/**
 * Keeps every other writer of the directory out until the import is stored, so that what was checked stays true. Teams
 * come first: cases lock team rows before anything else, so nobody waits in a circle.
 */
export async function lockDirectory(tx: Tx, dossiers: readonly DossierKey[]): Promise<void> {
  await tx.queryDynamic('LOCK TABLE team IN EXCLUSIVE MODE');
  const tables = ['unit', 'post', 'cadre', 'appointment', 'staffing_task', ...dossiers.map((key) => TABLES[key])];
  await tx.queryDynamic(`LOCK TABLE ${tables.join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
}

/** Writes the staged rows: new codes are added, known ones updated where something differs, nothing is deleted. */
export async function applyStaged(tx: Tx, dossiers: readonly DossierKey[]): Promise<Record<SheetKey, Changes>> {
  const changes = eachSheet<Changes>(() => ({ inserted: 0, updated: 0 }));
  for (const sheet of SHEET_KEYS) {
    if (DOSSIER_KEYS.some((key) => key === sheet)) continue;
    await markNew(tx, sheet);
  }
  changes.units = await applySheet(tx, 'units');
  if (changes.units.inserted + changes.units.updated > 0) await placeUnits(tx);
  changes.teams = await applySheet(tx, 'teams');
  changes.posts = await applySheet(tx, 'posts');
  await releaseIdNumbers(tx);
  for (const sheet of ['cadres', 'appointments', 'tasks'] as const) changes[sheet] = await applySheet(tx, sheet);
  for (const sheet of dossiers) {
    await markNew(tx, sheet);
    changes[sheet] = await applySheet(tx, sheet);
  }
  return changes;
}

async function markNew(tx: Tx, sheet: SheetKey): Promise<void> {
  await tx.queryDynamic(
    `UPDATE ${stageTable(sheet)} s SET is_new = NOT EXISTS (SELECT FROM ${TABLES[sheet]} t ${UPSERTS[sheet].match})`,
  );
  await tx.queryDynamic(`ANALYZE ${stageTable(sheet)}`);
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
