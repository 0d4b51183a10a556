import type { Tx } from '../../platform/index.js';
import { SET_CHECKS } from './checks.js';
import { DOSSIER_SCOPE_CHECKS } from './dossier-checks.js';
import type { ProblemParams } from './problem-sentences.js';
import type { ProblemList } from './problem.js';
import { buildPlaces, SCOPE_CHECKS } from './scope-checks.js';
import type { SetCheck } from './set-check.js';
import { eachSheet, SHEET_KEYS, type SheetKey, SHEETS } from './sheets.js';
import { stageTable } from './stage-tables.js';
import { buildUnitTree } from './unit-tree.js';

/** The units the caller holds as reviewer or chief: ltree paths, '' for the whole tree. */
export type ScopePaths = readonly string[];

export const WHOLE_TREE: ScopePaths = [''];

/** Finds the faults that show only between rows and against what is stored; adds them to the list. */
export async function findSetProblems(tx: Tx, scope: ScopePaths, problems: ProblemList): Promise<void> {
  await tx.queryDynamic(
    `CREATE TEMP TABLE import_problem (check_no int, sheet text, row_no int, value text, params jsonb) ON COMMIT DROP`,
  );
  await buildUnitTree(tx, scope);
  const checks = [...SET_CHECKS];
  if (!scope.includes('')) {
    await buildPlaces(tx);
    checks.push(...SCOPE_CHECKS, ...DOSSIER_SCOPE_CHECKS);
  }
  for (const [index, check] of checks.entries()) {
    await tx.queryDynamic(
      `INSERT INTO import_problem SELECT ${index}, '${check.sheet}', found.* FROM (${check.sql}) found`,
    );
  }
  await report(tx, checks, problems);
}

async function report(tx: Tx, checks: readonly SetCheck[], problems: ProblemList): Promise<void> {
  const { rows } = await tx.queryDynamic<{
    check_no: number;
    row_no: number;
    value: string | null;
    params: ProblemParams;
  }>('SELECT check_no, row_no, value, params FROM import_problem ORDER BY check_no, row_no LIMIT $1', [problems.room]);
  for (const { check_no: number, row_no: row, value, params } of rows) {
    const check = checks[number];
    if (!check) continue;
    problems.add(
      { sheet: SHEETS[check.sheet].name, row, column: check.column, value: value ?? '' },
      check.code,
      params,
    );
  }
  const total = await tx.queryDynamic<{ count: number }>('SELECT count(*) FROM import_problem');
  problems.total += (total.rows[0]?.count ?? 0) - rows.length;
}

/** Rows without any fault, by sheet. */
export async function countSoundRows(tx: Tx): Promise<Record<SheetKey, number>> {
  const counts = SHEET_KEYS.map(
    (sheet) => `(SELECT count(*) FROM ${stageTable(sheet)} s WHERE NOT s.faulty
      AND NOT EXISTS (SELECT FROM import_problem p WHERE p.sheet = '${sheet}' AND p.row_no = s.row_no)) AS "${sheet}"`,
  );
  const { rows } = await tx.queryDynamic<Record<SheetKey, number>>(`SELECT ${counts.join(', ')}`);
  return rows[0] ?? eachSheet(() => 0);
}
