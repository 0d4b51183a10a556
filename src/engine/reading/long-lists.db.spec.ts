import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildUnit, type BuiltUnit } from '../../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { toyRuntime } from '../../../test/faults/kit/toy-runtime.js';
import { FixedClock } from '../../platform/index.js';
import { WorkflowRegistry } from '../registry.js';
import { SettingsService } from '../settings/settings.service.js';
import type { Caller } from '../types.js';
import { listQuery, type CaseList } from './case.dto.js';
import { CasesService } from './cases.service.js';
import { type ListStatement, pageStatement, unitsOf } from './list-statement.js';

const PROPOSALS = 10_000;
const UNITS = 100;

describe('a list of ten thousand cases', () => {
  let database: TestDatabase;
  let service: CasesService;
  let area: BuiltUnit;
  let own: BuiltUnit;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    const { db } = database;
    area = await buildUnit(db, { kind: 'county-level-area' });
    own = await buildUnit(db, { parent: area });
    for (let n = 1; n < UNITS; n += 1) await buildUnit(db, { parent: area });
    await db.queryDynamic(
      `INSERT INTO proposal (unit_id, state, state_path, context, version, machine_revision, created_at, updated_at,
         create_command_id, title, reason)
       SELECT unit.id, '"draft"', 'draft', '{}', 1, 1, now(), now(), 'c' || n, '动议' || n, '理由'
       FROM generate_series(1, $1) n
       JOIN unit ON unit.id = $2 + n % $3`,
      [PROPOSALS, own.id, UNITS],
    );
    await db.queryDynamic(
      `INSERT INTO case_card (workflow, case_id, unit_id, created_at, version, done, since, updated_at, from_day, returned,
         state_path, title, flags, roles, barred, asked, made_by)
       SELECT 'proposal', id, unit_id, created_at, 1, false, created_at, updated_at, created_at::date, false, state_path, title,
         '{}', '{}', '{}', '{}', '' FROM proposal`,
    );
    await db.queryDynamic('ANALYZE proposal, unit, case_card');
    const registry = new WorkflowRegistry();
    const toy = toyRuntime();
    registry.register({ ...toy, definition: { ...toy.definition, name: 'proposal' } });
    const clock = new FixedClock('2026-09-07');
    service = new CasesService(db, registry, clock, new SettingsService(clock));
  });
  afterAll(() => database.drop());

  const caller = (unitPath: string): Caller => ({
    userId: 1,
    displayName: '甲',
    grants: [{ role: 'clerk', unitPath }],
  });
  const page = (unitPath: string, query: object = {}): Promise<CaseList> =>
    service.list('proposal', listQuery.parse(query), caller(unitPath));

  const readsFor = async ({ text, values }: ListStatement): Promise<ReturnType<typeof readsOf>> => {
    const { rows } = await database.db.queryDynamic<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    );
    return readsOf(rows[0]!['QUERY PLAN'][0].Plan);
  };

  it('is read page by page, every case once, newest first', async () => {
    const seen: number[] = [];
    for (let before: number | null | undefined; before !== null;) {
      const { items, next } = await page(own.path, { limit: 30, ...(before !== undefined && { before }) });
      seen.push(...items.map(({ id }) => id));
      before = next;
    }
    expect(seen).toHaveLength(PROPOSALS / UNITS);
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a));
  });

  it('counts no further than anybody reads', async () => {
    expect(await page('')).toMatchObject({ total: 1_000, totalIsCapped: true });
    expect(await page(own.path)).toMatchObject({ total: PROPOSALS / UNITS, totalIsCapped: false });
  });

  it('by state and by title says the same of every case, page after page', async () => {
    const first = await page(own.path, { limit: 30, state: 'draft' });
    expect(first).toMatchObject({ total: PROPOSALS / UNITS, totalIsCapped: false });
    expect(first.items.map(({ id }) => id)).toEqual((await page(own.path, { limit: 30 })).items.map(({ id }) => id));
    const second = await page(own.path, { limit: 30, state: 'draft', before: first.next ?? 0 });
    expect(second.total).toBe(PROPOSALS / UNITS);
    expect(second.items[0]!.id).toBeLessThan(first.items.at(-1)!.id);
    expect(await page('', { q: `动议${PROPOSALS}` })).toMatchObject({ total: 1, next: null });
    expect(await page('nowhere', { q: `动议${PROPOSALS}` })).toMatchObject({ total: 0 });
    expect(await page('', { state: 'draft' })).toMatchObject({ total: 1_000, totalIsCapped: true });
  });

  it.each([
    ['in a state nobody is in', { state: 'terminated' }],
    ['with a title nobody has', { q: '无此标题' }],
  ])('%s opens no case to find none', async (_which, question) => {
    const reads = await readsFor(pageStatement('proposal', question, 51));
    expect(reads.filter(({ table, cases }) => table === 'proposal' && cases > 0)).toEqual([]);
    expect(await page('', question)).toMatchObject({ items: [], next: null, total: 0 });
  });

  it.each<[string, () => { path: string; unit?: string; before?: number }]>([
    ['of one unit', () => ({ path: own.path })],
    ['of one unit, late in the list', () => ({ path: own.path, before: 3_000 })],
    ['of one unit among those in reach', () => ({ path: '', unit: own.code })],
    ['of the whole tree', () => ({ path: '' })],
    ['of the whole tree, late in the list', () => ({ path: '', before: 3_000 })],
    ['of an area with all of them', () => ({ path: area.path })],
    ['of an area with all of them, late in the list', () => ({ path: area.path, before: 3_000 })],
    ['of a part that has nothing', () => ({ path: 'nowhere' })],
  ])('a page %s reads little more than it shows, by an index', async (_which, ask) => {
    const { path, unit, before } = ask();
    const units = await unitsOf(database.db, [path], unit);
    const statement = pageStatement('proposal', { units, before }, 51);
    const reads = (await readsFor(statement)).filter(({ table }) => table === 'proposal');
    expect(reads.filter(({ by }) => by === 'Seq Scan')).toEqual([]);
    const read = reads.reduce((sum, { cases }) => sum + cases, 0);
    expect(read).toBeLessThanOrEqual(2 * (PROPOSALS / UNITS));
  });
});

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

/** Which tables a plan reads, how, and how many rows it looks at. */
function readsOf(node: PlanNode): { table: string; by: string; cases: number }[] {
  const looked = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  const own =
    node['Relation Name'] === undefined ? [] : [{ table: node['Relation Name'], by: node['Node Type'], cases: looked }];
  return [...own, ...(node.Plans ?? []).flatMap(readsOf)];
}
