import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildUnit } from '../../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import type { LetterContent } from '../../../machines/rules/index.js';
import type { Step } from '../../engine/index.js';
import { writeLetter } from './write-letter.js';

const ROWS = 2_500;

let database: TestDatabase;
let round: number;
let department: number;
let area: number;

/** Everybody's rows but every tenth are the area's; those ten are nobody's. */
const FROZEN = `
  WITH engine AS (SELECT '"lettersIssued"'::jsonb AS state), round AS (
    INSERT INTO stocktake (unit_id, state, state_path, context, version, machine_revision, created_at, updated_at, create_command_id, quarter)
    SELECT $1, state, 'endorsed', '{}', 1, 1, now(), now(), 'round', '2026Q1' FROM engine RETURNING id
  ), sides AS (
    INSERT INTO stocktake_unit (unit_id, state, state_path, context, version, machine_revision, created_at, updated_at, create_command_id, stocktake_id)
    SELECT unit, state, 'collected', '{}', 1, 1, now(), now(), 'side-' || unit, round.id FROM round, engine, unnest(ARRAY[$1, $2]::bigint[]) AS unit
    RETURNING id, unit_id
  ), snapshot AS (
    INSERT INTO ledger_snapshot (stocktake_id, revision, quarter, reference_day, policy_version, rows, hash, taken_at)
    SELECT id, 1, '2026Q1', '2026-03-31', 1, ${ROWS}, repeat('0', 64), now() FROM round RETURNING id
  ), frozen AS (
    INSERT INTO ledger_snapshot_row (snapshot_id, ordinal, unit_id, answering_id, level, severity, due, actual, shortfall, body, hash)
    SELECT snapshot.id, n, $2, CASE WHEN n % 10 > 0 THEN $2::bigint END, 'B', 2, 2, 1, 1, $3::jsonb || jsonb_build_object('team', 'T' || n), ''
    FROM snapshot, generate_series(1, ${ROWS}) AS n
  )
  SELECT round.id AS round, (SELECT id FROM sides WHERE unit_id = $1) AS department, (SELECT id FROM sides WHERE unit_id = $2) AS area
  FROM round`;

const BODY = {
  teamName: '班子',
  task: 'K',
  taskName: '至少1名',
  age: { rule: 'below', years: 40 },
  ageLimit: 41,
  due: 2,
  actual: 1,
  shortfall: 1,
  level: 'B',
  severity: 2,
  unmetQuarters: 1,
  vacancies: { principal: 0, deputy: 1 },
  overEstablishment: 0,
  approved: 4,
  members: [],
  ageingOut: [],
};

beforeAll(async () => {
  database = await createTestDatabase();
  const office = await buildUnit(database.db, { kind: 'organization-department' });
  const county = await buildUnit(database.db, { name: '甲旗', kind: 'county-level-area' });
  const values = [office.id, county.id, JSON.stringify(BODY)];
  const { rows } = await database.db.queryDynamic<Record<'round' | 'department' | 'area', number>>(FROZEN, values);
  ({ round, department, area } = rows[0]!);
});
afterAll(() => database.drop());

/** Statements of a name that read the frozen rows, and the letter they came to. */
async function written(side: number, reading: string): Promise<{ reads: number; content: LetterContent }> {
  const names: string[] = [];
  const stop = database.db.onStatement(({ name }) => names.push(name));
  const { rows: units } = await database.db.queryDynamic<{ unit: number }>(
    'SELECT unit_id AS unit FROM stocktake_unit WHERE id = $1',
    [side],
  );
  const step = {
    caseId: side,
    unitId: units[0]!.unit,
    context: { round, documentNo: `组函〔2026〕${side}号`, periods: { reply: 15 } },
    surroundings: { now: new Date('2026-04-10T02:00:00Z'), today: '2026-04-10' },
  } as unknown as Step;
  await database.db.transaction((tx) => writeLetter(tx, step));
  stop();
  const { rows } = await database.db.queryDynamic<{ content: LetterContent }>(
    'SELECT content FROM feedback_letter WHERE stocktake_unit_id = $1',
    [side],
  );
  return { reads: names.filter((name) => name === reading).length, content: rows[0]!.content };
}

const tableOf = ({ blocks }: LetterContent): string[][] =>
  blocks.flatMap((block) => ('table' in block ? [block.table.rows] : []))[0]!;

it('the letter to the department reads the city a thousand rows at a time, and adds up every unit', async () => {
  const { reads, content } = await written(department, 'stocktake.rows-of-everybody');
  expect(reads).toBe(3);
  expect(JSON.stringify(content.blocks)).toContain('涉及班子2500个，达标0个。任务量5000名，现配2500名');
  expect(tableOf(content)).toEqual([
    ['甲旗', '2250', '0', '4500', '2250', '2250'],
    ['其他', '250', '0', '500', '250', '250'],
  ]);
});

it('the letter to a unit has its own rows alone, all of them', async () => {
  const { reads, content } = await written(area, 'stocktake.rows-of-letter');
  expect(reads).toBe(3);
  expect(tableOf(content)).toHaveLength(2_250);
});
