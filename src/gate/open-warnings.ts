import type { OpenWarning } from '../../machines/rules/index.js';
import type { Tx } from '../platform/index.js';

interface Row extends OpenWarning {
  key: string;
}

/** Open warnings of teams, by `team/task`: while one is open, both gates are stricter. */
export async function listOpenWarnings(tx: Tx, teams: readonly string[]): Promise<Record<string, OpenWarning>> {
  const { rows } = await tx.query<Row>(
    'gate.open-warnings',
    `SELECT team_code || '/' || task_code AS key, since, level, severity, delivered, plan_broken AS "planBroken"
     FROM warning WHERE team_code = ANY ($1) AND NOT done`,
    [teams],
  );
  return Object.fromEntries(rows.map(({ key, ...warning }) => [key, warning]));
}
