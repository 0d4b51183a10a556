import type { Tx } from '../../platform/index.js';

/**
 * The units as they will stand after the import: stored ones with what the workbook changes, and its new ones.
 * `was_inside` and `granted` compare where a unit stands now with the units the caller holds ('' is the whole tree).
 */
export async function buildUnitTree(tx: Tx, scopePaths: readonly string[]): Promise<void> {
  await tx.queryDynamic(
    `CREATE TEMP TABLE import_tree ON COMMIT DROP AS
     SELECT coalesce(s.code, u.code) AS code,
       CASE WHEN s.cleared = 'parent_code' THEN NULL ELSE coalesce(s.parent_code, p.code) END AS parent_code,
       p.code AS stored_parent_code,
       u.id IS NOT NULL AND u.path <@ ANY ($1::ltree[]) AS was_inside,
       u.id IS NOT NULL AND u.path = ANY ($1::ltree[]) AS granted
     FROM (SELECT DISTINCT ON (code) * FROM import_units WHERE code IS NOT NULL ORDER BY code, row_no) s
     FULL JOIN unit u ON u.code = s.code
     LEFT JOIN unit p ON p.id = u.parent_id`,
    [scopePaths],
  );
  await tx.queryDynamic('CREATE INDEX ON import_tree (code)');
  await tx.queryDynamic('CREATE INDEX ON import_tree (parent_code)');
  await tx.queryDynamic('ANALYZE import_tree');
}
