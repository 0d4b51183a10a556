import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { WorkbookExporter } from '../../src/directory/index.js';
import { CadreQueries } from '../../src/directory/cadres/cadre.queries.js';
import { StaffingService } from '../../src/directory/staffing/staffing.service.js';
import { TasksController } from '../../src/directory/tasks/tasks.controller.js';
import { loadCandidates, loadTeamFacts } from '../../src/directory/team-facts/index.js';
import { TeamQueries } from '../../src/directory/teams/team.queries.js';
import { UnitQueries } from '../../src/directory/units/unit.queries.js';
import type { Caller } from '../../src/engine/index.js';
import { CasesService } from '../../src/engine/reading/cases.service.js';
import { AttachmentsService } from '../../src/engine/reading/attachments.service.js';
import { CommentsService } from '../../src/engine/reading/comments.service.js';
import { listAttachments, readLastGate } from '../../src/gate/index.js';
import { DEFAULT_POLICY } from '../../machines/rules/index.js';
import { Db, RefusalError, withScope } from '../../src/platform/index.js';
import { openXlsx } from '../../src/platform/xlsx/index.js';
import { listPromises } from '../../src/workflows/proposal/list-promises.js';
import { hire, type Person } from '../journeys/stage/people.js';
import { makeScratchFolder } from '../support/index.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { buildWorld, type Place, type World } from './world.js';

/** What a service would work with had it forgotten to ask where its caller may look. */
const CARELESS: Caller = { userId: 1, displayName: '经办', grants: [{ role: 'head', unitPath: '' }] };
const PAGE = { limit: 50, offset: 0 };
const FOREIGN = /SIBLING|OTHER/;

describe('a service that forgot to ask where its caller may look', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await createTestApp();
    world = await buildWorld(app.database.db);
  });
  afterAll(() => app.close());

  const cases = (): CasesService => app.get(CasesService);
  const db = (): Db => app.get(Db);

  const LISTS: Readonly<Record<string, () => Promise<unknown>>> = {
    units: () => app.get(UnitQueries).list(CARELESS, PAGE),
    'one unit': () => app.get(UnitQueries).get(CARELESS, 'COUNTY'),
    teams: () => app.get(TeamQueries).list(CARELESS, PAGE),
    cadres: () => app.get(CadreQueries).list(CARELESS, PAGE),
    'staffing ledger': () => app.get(StaffingService).ledger(CARELESS, PAGE),
    'staffing tasks': () => app.get(TasksController).list(),
    proposals: () => cases().list('proposal', { limit: 50 }, CARELESS),
    filings: () => cases().list('filing', { limit: 50 }, CARELESS),
    workbook: async () => {
      const folder = await makeScratchFolder();
      const path = `${folder.path}/all.xlsx`;
      await app.get(WorkbookExporter).exportTo(path, [''], null);
      const file = await openXlsx(path);
      const cells: unknown[] = [];
      for (const sheet of file.sheets) for await (const row of sheet.rows()) cells.push(row.cells);
      file.close();
      await folder.remove();
      return cells;
    },
  };

  it.each(Object.keys(LISTS))('%s: tells of its caller’s units all the same', async (name) => {
    const told = JSON.stringify(await withScope([world.units.OWN.path], LISTS[name]!));
    expect(told).toMatch(/OWN/);
    expect(told).not.toMatch(FOREIGN);
    expect(JSON.stringify(await withScope([''], LISTS[name]!))).toMatch(FOREIGN);
  });

  it.each(Object.keys(LISTS))('%s: tells nothing when nobody said who asks', async (name) => {
    const told = LISTS[name]!().then(JSON.stringify, (error: Error) => error.message);
    expect(await told).not.toMatch(/OWN|CHILD|COUNTY|SIBLING|OTHER/);
  });

  const SINGLE: Readonly<Record<string, (place: Place) => Promise<unknown>>> = {
    unit: (place) => app.get(UnitQueries).get(CARELESS, place),
    team: (place) => app.get(TeamQueries).get(CARELESS, `${place}-T`, {}),
    'team facts': (place) => loadTeamFacts(db(), { teamCodes: [`${place}-T`] }),
    proposal: (place) => cases().get('proposal', world.cases[place], CARELESS),
    history: (place) => cases().history('proposal', world.cases[place], { after: 0, limit: 9 }, CARELESS),
    deadlines: (place) => cases().deadlines('proposal', world.cases[place], CARELESS),
    comments: (place) => app.get(CommentsService).list('proposal', world.cases[place], CARELESS),
    attachments: (place) => app.get(AttachmentsService).list('proposal', world.cases[place], CARELESS),
    'attachments of a case': (place) => listAttachments(db(), 'proposal', world.cases[place]),
  };
  const EMPTY = /^\[\]$|^(CASE_)?NOT_FOUND$/;

  it.each(Object.keys(SINGLE))('%s of another unit: is not there', async (name) => {
    const ask = (place: Place): Promise<string> =>
      withScope([world.units.OWN.path], () =>
        SINGLE[name]!(place).then(JSON.stringify, (error: unknown) => {
          if (error instanceof RefusalError) return error.refusal.code;
          throw error;
        }),
      );
    expect(await ask('SIBLING')).toMatch(EMPTY);
    expect(await ask('OWN')).not.toMatch(EMPTY);
    expect(await ask('CHILD')).not.toMatch(EMPTY);
  });

  it('finds neither candidates nor promises nor a gate on record elsewhere', async () => {
    const candidates = (): Promise<unknown> =>
      loadCandidates(db(), {
        teams: ['OWN-T', 'SIBLING-T'],
        vacantPosts: [{ rank: 'ke-principal' }, { rank: 'chu-deputy' }],
        agePolicies: [{ rule: 'around', years: 60 }],
        asOf: '2026-06-30',
        policy: DEFAULT_POLICY,
        scope: [''],
        limit: 20,
      });
    const { path } = world.units.OWN;
    expect(JSON.stringify(await withScope([path], candidates))).not.toMatch(FOREIGN);
    const elsewhere = world.cases.SIBLING;
    await app.database.db.queryDynamic(
      `INSERT INTO case_event SELECT workflow, case_id, 2, type, state, actor_id, actor_role, on_behalf_of, at, payload,
         '{"gate": {"verdict": "clear"}}', 'gate', machine_revision, policy_version, unit_id
       FROM case_event WHERE case_id = $1`,
      [elsewhere],
    );
    expect(await withScope([''], () => readLastGate(db(), 'proposal', elsewhere))).toEqual({ verdict: 'clear' });
    expect(await withScope([path], () => readLastGate(db(), 'proposal', elsewhere))).toBeNull();
    expect(await withScope([path], () => listPromises(db(), elsewhere, '2026-06-30', DEFAULT_POLICY))).toEqual([]);
  });
});

describe('two clerks whose requests share one connection', () => {
  let app: TestApp;
  let world: World;
  let people: Record<'OWN' | 'SIBLING', Person>;

  beforeAll(async () => {
    app = await createTestApp({ poolSize: 1 });
    world = await buildWorld(app.database.db);
    people = {
      OWN: await hire(app, 'own', 'clerk', world.units.OWN),
      SIBLING: await hire(app, 'sibling', 'clerk', world.units.SIBLING),
    };
  });
  afterAll(() => app.close());

  it('get their own from a route whose query has no condition at all', async () => {
    const units = app.get(UnitQueries);
    const careless = jest.spyOn(units, 'list').mockImplementation(async () => {
      const { rows } = await app
        .get(Db)
        .query<{ code: string }>('test-careless', 'SELECT code FROM team ORDER BY code');
      return { items: rows, total: rows.length, ...PAGE } as Awaited<ReturnType<UnitQueries['list']>>;
    });
    const seen = async (person: Person): Promise<unknown> =>
      ((await person.get('units')).body as { items: { code: string }[] }).items.map(({ code }) => code);
    expect(await seen(people.OWN)).toEqual(['CHILD-T', 'OWN-T']);
    expect(await seen(people.SIBLING)).toEqual(['SIBLING-T']);
    expect(await seen(await hire(app, 'head', 'head', null))).toHaveLength(5);
    careless.mockRestore();
  });

  it('get each their own, however their requests mix', async () => {
    const asked = Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? 'OWN' : 'SIBLING'));
    const paths = ['cadres', 'teams', 'proposals', 'staffing', 'units'];
    const answers = await Promise.all(
      asked.map((who, index) => people[who as 'OWN'].get(paths[index % paths.length]!)),
    );
    for (const [index, { status, text }] of answers.entries()) {
      expect(status).toBe(200);
      expect(text).toMatch(asked[index]!);
      expect(text).not.toMatch(asked[index] === 'OWN' ? /SIBLING/ : /OWN|CHILD/);
    }
  });
});
