import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assessTask, DEFAULT_POLICY, seatsOn } from '../../../machines/rules/index.js';
import {
  buildAppointment,
  buildCadre,
  buildMember,
  buildPost,
  buildTask,
  buildTeam,
  buildUnit,
  type Built,
  type BuiltUnit,
} from '../../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { loadCandidates, loadTasks, loadTasksFor, loadTeamFacts, streamTeamFacts } from './index.js';

describe('facts of teams', () => {
  let database: TestDatabase;
  let area: BuiltUnit;
  let bureau: BuiltUnit;
  let team: Built;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 4 });
    const { db } = database;
    area = await buildUnit(db, { code: 'Q1', kind: 'county-level-area' });
    bureau = await buildUnit(db, { code: 'Q1-B1', parent: area });
    team = await buildTeam(db, { unit: bureau, code: 'T-B1', principals: 1, deputies: 2 });
    await buildMember(db, { team, name: '前任', birth: '1970-01', from: '2019-03-01', to: '2026-06-30' });
    await buildMember(db, { team, name: '局长', birth: '1972-05', tier: 'principal' });
    await buildMember(db, { team, name: '副局长', birth: '1991-02', from: '2026-06-30' });
    await buildPost(db, { team, code: 'P-EMPTY' });
  });

  afterAll(() => database.drop());

  it('tells who sat where on a day: the day of removal is the first day without the person', async () => {
    const [loaded] = await loadTeamFacts(database.db, { teamCodes: ['T-B1'] });
    if (!loaded) throw new Error('the team is missing');
    const names = (day: string): string[] => seatsOn(loaded, day).map(({ name }) => name);
    expect(names('2026-06-29')).toEqual(['前任', '局长']);
    expect(names('2026-06-30')).toEqual(['局长', '副局长']);
    expect(loaded).toMatchObject({
      id: team.id,
      unit: 'Q1-B1',
      unitKind: 'county-party-gov-department',
      unitPath: bureau.path,
      approvedDeputies: 2,
    });
    expect(loaded.posts.map(({ code }) => code)).toContain('P-EMPTY');
  });

  it('loads by number as by code, leaves out what does not exist, and cuts off old seats when asked', async () => {
    const byCode = await loadTeamFacts(database.db, { teamCodes: ['T-B1', 'NO-SUCH'] });
    expect(await loadTeamFacts(database.db, { teamIds: [team.id] })).toEqual(byCode);
    expect(await loadTeamFacts(database.db, { teamIds: [] })).toEqual([]);
    const [recent] = await loadTeamFacts(database.db, { teamIds: [team.id] }, { since: '2026-06-30' });
    expect(recent?.seats.map(({ name }) => name)).toEqual(['局长', '副局长']);
  });

  it('locks the teams it counts: a second counter waits for the first and then sees its change', async () => {
    const { db } = database;
    const other = await buildTeam(db, { unit: bureau });
    const order: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = db.transaction(async (tx) => {
      await loadTeamFacts(tx, { teamIds: [other.id] }, { lock: true });
      order.push('first counted');
      const second = db.transaction(async (tx2) => {
        const [seen] = await loadTeamFacts(tx2, { teamIds: [other.id] }, { lock: true });
        order.push(`second saw ${seen?.seats.length} seats`);
      });
      await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 150))]);
      await buildMember(tx, { team: other });
      order.push('first seated');
      void second.then(release, release);
    });
    await first;
    await held;
    expect(order).toEqual(['first counted', 'first seated', 'second saw 1 seats']);
  });

  it('reads tasks exactly, and only those that apply', async () => {
    const { db } = database;
    await buildTask(db, { code: 'A-KIND' });
    await buildTask(db, { code: 'B-TEAM', team, share: [15, 100], base: 'incumbents', age: ['strict', 40] });
    await buildTask(db, { code: 'C-TOWN', unitKind: 'township' });
    expect((await loadTasks(db)).map(({ code }) => code)).toEqual(['A-KIND', 'B-TEAM', 'C-TOWN']);
    const tasks = await loadTasksFor(db, ['T-B1']);
    expect(tasks.map(({ code }) => code)).toEqual(['A-KIND', 'B-TEAM']);
    expect(tasks[1]).toMatchObject({ appliesTo: { team: 'T-B1' }, share: { num: 15, den: 100 }, base: 'incumbents' });
    const [loaded] = await loadTeamFacts(db, { teamCodes: ['T-B1'] });
    if (!loaded || !tasks[0]) throw new Error('missing');
    expect(assessTask(loaded, tasks[0], '2026-06-30', DEFAULT_POLICY)).toMatchObject({
      due: 1,
      actual: 1,
      shortfall: 0,
    });
    expect(assessTask(loaded, tasks[0], '2026-06-29', DEFAULT_POLICY)).toMatchObject({
      due: 1,
      actual: 0,
      shortfall: 1,
    });
  });

  it('streams a part of the tree in batches, in order and without repeats', async () => {
    const { db } = database;
    const elsewhere = await buildUnit(db, { kind: 'county-level-area' });
    for (let each = 0; each < 5; each += 1) await buildTeam(db, { unit: elsewhere, code: `ELSE-${each}` });
    const batches: string[][] = [];
    for await (const batch of streamTeamFacts(db, { scope: [elsewhere.path] }, { batch: 2 })) {
      batches.push(batch.map(({ code }) => code));
    }
    expect(batches).toEqual([['ELSE-0', 'ELSE-1'], ['ELSE-2', 'ELSE-3'], ['ELSE-4']]);
    const none: unknown[] = [];
    for await (const batch of streamTeamFacts(db, { scope: [elsewhere.path], under: area.path })) none.push(batch);
    expect(none).toEqual([]);
  });
});

describe('candidates for a vacancy', () => {
  let database: TestDatabase;
  let bureau: BuiltUnit;
  let neighbour: BuiltUnit;
  const question = {
    teams: ['WANTING'],
    vacantPosts: [{ rank: 'ke-principal' as const }],
    agePolicies: [{ rule: 'around' as const, years: 35 }],
    asOf: '2026-11-23',
    policy: DEFAULT_POLICY,
    scope: [''],
    limit: 20,
  };

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    const { db } = database;
    const area = await buildUnit(db, { kind: 'county-level-area' });
    bureau = await buildUnit(db, { parent: area });
    neighbour = await buildUnit(db, { parent: area });
    const far = await buildUnit(db, { parent: await buildUnit(db, { kind: 'county-level-area' }) });
    const wanting = await buildTeam(db, { unit: bureau, code: 'WANTING' });
    const nearTeam = await buildTeam(db, { unit: neighbour, code: 'NEAR' });
    await buildMember(db, { team: wanting, name: '已在班子', birth: '1992-01', home: bureau });
    await buildMember(db, { team: nearTeam, name: '邻局副职', birth: '1992-01', home: neighbour });
    await buildMember(db, { team: nearTeam, name: '邻局正职', birth: '1992-01', tier: 'principal', home: neighbour });
    await buildMember(db, { team: nearTeam, name: '邻局老副职', birth: '1970-01', home: neighbour });
    await buildCadre(db, { name: '本局主任科员', birth: '1989-12', home: bureau, civilRank: '四级主任科员' });
    await buildCadre(db, { name: '本局过线', birth: '1989-11', home: bureau });
    await buildCadre(db, { name: '远处', birth: '1992-01', home: far });
    const left = await buildCadre(db, { name: '已免职', birth: '1991-01', home: neighbour });
    const post = await buildPost(db, { team: nearTeam });
    await buildAppointment(db, { cadre: left, post, from: '2020-01-01', to: '2026-11-23' });
  });

  afterAll(() => database.drop());

  it('are of the right age, near, one level below or without a post, and never of the team itself', async () => {
    const found = await loadCandidates(database.db, question);
    expect(found.map(({ name }) => name)).toEqual(['本局主任科员', '邻局副职', '已免职']);
    expect(found[0]).toMatchObject({ rank: '四级主任科员', birth: '1989-12', currentPosts: [] });
    expect(found[1]?.currentPosts).toMatchObject([{ team: 'NEAR', tier: 'deputy', rank: 'ke-deputy' }]);
  });

  it('stay within the caller’s units and the limit', async () => {
    const own = await loadCandidates(database.db, { ...question, scope: [bureau.path] });
    expect(own.map(({ name }) => name)).toEqual(['本局主任科员']);
    expect(await loadCandidates(database.db, { ...question, limit: 1 })).toHaveLength(1);
    expect(await loadCandidates(database.db, { ...question, agePolicies: [] })).toEqual([]);
  });
});
