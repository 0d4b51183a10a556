import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type ItemCodes } from '../../machines/rules/index.js';
import {
  buildCadre,
  buildMember,
  buildPost,
  buildTask,
  buildTeam,
  buildUnit,
  type Built,
  type BuiltUnit,
} from '../../test/support/factories.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/index.js';
import { type Caller } from '../engine/index.js';
import { RefusalError } from '../platform/index.js';
import { type GateAnswer, judgeAtGate } from './judge-at-gate.js';
import { type Reach, resolveItems } from './resolve-items.js';
import { suggestFor } from './suggest-for.js';

const TODAY = '2026-06-30';
const YOUNG = '1995-01';
const OLD = '1975-01';

/** One team that lacks its one young cadre, with a vacancy and people to fill it. */
interface Scene {
  county: BuiltUnit;
  unit: BuiltUnit;
  team: Built;
  vacancy: Built;
  old: Built;
  young: Built;
}

describe('asking the gate', () => {
  let database: TestDatabase;
  let scene: Scene;

  beforeAll(async () => {
    database = await createTestDatabase();
    const { db } = database;
    const county = await buildUnit(db, { kind: 'county-level-area' });
    const unit = await buildUnit(db, { parent: county });
    const team = await buildTeam(db, { unit, principals: 1, deputies: 2 });
    await buildMember(db, { team, birth: OLD });
    await buildMember(db, { team, birth: OLD, tier: 'principal' });
    const vacancy = await buildPost(db, { team });
    await buildTask(db, { code: 'YOUNG', quantity: 1 });
    const old = await buildCadre(db, { birth: OLD, home: unit });
    const young = await buildCadre(db, { birth: YOUNG, home: unit, civilRank: '一级科员' });
    scene = { county, unit, team, vacancy, old, young };
  });

  afterAll(() => database.drop());

  const appoint = (cadre: Built, post = scene.vacancy): ItemCodes => ({
    cadre: cadre.code,
    appointTo: post.code,
    kind: 'appoint',
  });

  const ask = (items: ItemCodes[], reach?: Reach): Promise<GateAnswer> =>
    database.db.transaction(async (tx) =>
      judgeAtGate(tx, {
        items: await resolveItems(tx, items, TODAY, reach),
        decisionDate: TODAY,
        policy: DEFAULT_POLICY,
        policyVersion: 1,
        proposal: null,
        lock: true,
      }),
    );

  it('blocks a vacancy of a team at the worst level that is filled without helping it', async () => {
    const { result } = await ask([appoint(scene.old)]);
    expect(result).toMatchObject({ verdict: 'block', teams: [{ team: scene.team.code, task: 'YOUNG', delta: 0 }] });
    expect(result.headcount.find(({ tier }) => tier === 'deputy')).toMatchObject({ approved: 2, current: 1, after: 2 });
  });

  it('clears the same vacancy with a young cadre', async () => {
    const { result, holds, reservations } = await ask([appoint(scene.young)]);
    expect(result).toMatchObject({ verdict: 'clear', policyVersion: 1, decisionDate: TODAY });
    expect({ holds, reservations }).toEqual({ holds: [], reservations: [] });
  });

  it('suggests what would pass, from the part of the directory that the caller sees', async () => {
    const caller = (unitPath: string): Caller => ({
      userId: 1,
      displayName: '甲',
      grants: [{ role: 'clerk', unitPath }],
    });
    const answer = await ask([appoint(scene.old)]);
    const suggestions = (unitPath: string) =>
      database.db.transaction((tx) => suggestFor(tx, answer, caller(unitPath), null));
    const [first] = await suggestions(scene.unit.path);
    expect(first).toMatchObject({
      kind: 'replace-appointee',
      verdict: 'clear',
      items: [{ cadre: scene.young.code, appointTo: scene.vacancy.code, kind: 'appoint' }],
    });
    expect((await ask(first!.items)).result.verdict).toBe('clear');
    const elsewhere = await suggestions('999999');
    expect(elsewhere.every(({ kind }) => kind === 'drop-item')).toBe(true);
  });

  it('does not judge what has moved to another team since it was looked up', async () => {
    const { db } = database;
    const other = await buildTeam(db, { unit: scene.unit });
    const post = await buildPost(db, { team: other });
    const asked = database.db.transaction(async (tx) => {
      const items = await resolveItems(tx, [appoint(scene.young, post)], TODAY);
      await tx.queryDynamic('UPDATE post SET team_id = $2 WHERE id = $1', [post.id, scene.team.id]);
      const question = { items, decisionDate: TODAY, policy: DEFAULT_POLICY, policyVersion: 1, proposal: null };
      return judgeAtGate(tx, { ...question, lock: true });
    });
    await expect(asked).rejects.toMatchObject({ refusal: { code: 'TRY_AGAIN' } });
  });

  it.each([1, 40])('asks as few questions for %d items', async (count) => {
    const names: string[] = [];
    const stop = database.db.onStatement(({ name }) => names.push(name));
    await ask(Array.from({ length: count }, () => appoint(scene.young)));
    stop();
    expect(names.filter((name) => name !== 'begin' && name !== 'commit')).toHaveLength(8);
  });

  describe('naming people and posts', () => {
    const refusalOf = (items: ItemCodes[], reach?: Reach): Promise<unknown> =>
      ask(items, reach).then(
        () => null,
        (error: unknown) => (error instanceof RefusalError ? error.refusal : error),
      );

    it('names the item whose cadre or post does not exist', async () => {
      const known = appoint(scene.young);
      expect(await refusalOf([known, { ...known, cadre: 'NOBODY' }])).toEqual({
        code: 'CADRE_UNKNOWN',
        params: { item: 2, cadre: 'NOBODY' },
      });
      expect(await refusalOf([known, { ...known, removeFrom: 'NOWHERE' }])).toEqual({
        code: 'POST_UNKNOWN',
        params: { item: 2, post: 'NOWHERE' },
      });
    });

    it('answers beyond the reach of the caller as if there were nothing', async () => {
      const stranger = await buildUnit(database.db, { parent: scene.county });
      const foreign = await buildCadre(database.db, { home: stranger });
      const sees = (path: string): boolean => path === scene.unit.path;
      expect(await refusalOf([appoint(foreign)], { sees })).toMatchObject({ code: 'CADRE_UNKNOWN' });
      const team = await buildTeam(database.db, { unit: stranger });
      const post = await buildPost(database.db, { team });
      expect(await refusalOf([appoint(scene.young, post)], { sees })).toMatchObject({ code: 'POST_UNKNOWN' });
      const everywhere = { sees: () => true, owns: sees };
      expect(await refusalOf([appoint(scene.young, post)], everywhere)).toMatchObject({ code: 'POST_OUTSIDE_UNIT' });
    });

    it('lets everybody name a person who belongs nowhere yet', async () => {
      const free = await buildCadre(database.db, { birth: YOUNG });
      expect(await refusalOf([appoint(free)], { sees: (path) => path === scene.unit.path })).toBeNull();
    });
  });
});
