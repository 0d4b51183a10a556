import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '../../../machines/rules/index.js';
import { buildSampleCity } from '../../../test/support/factories-city.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { FixedClock } from '../../platform/index.js';
import { CadreQueries } from '../cadres/cadre.queries.js';
import { EligibilityService } from '../eligibility/eligibility.service.js';
import { generateDossiers, type SampleDossier } from '../sample-city/index.js';
import { DossierService, type Holder } from './dossier.service.js';
import { writeDossiers } from './write-dossiers.js';

const TODAY = '2026-11-23';
const SEED = 20_260_930;
const at = new Date('2026-11-23T02:00:00Z');
const as = (role: string): Holder => ({ grants: [{ role, unitPath: '' }] });

describe('dossiers 干部情况', () => {
  let database: TestDatabase;
  let dossiers: DossierService;
  let eligibility: EligibilityService;
  let generated: SampleDossier[];
  let deputy: string;
  let post: string;
  let unit: string;

  beforeAll(async () => {
    database = await createTestDatabase({ poolSize: 2 });
    const { db } = database;
    const city = await buildSampleCity(db, { today: TODAY });
    const homes = new Map(city.cadres.map((cadre) => [cadre.干部编号, cadre.所在单位编码]));
    generated = generateDossiers(city, { seed: SEED, today: TODAY });
    const ofOneArea = generated.filter(({ cadre }) => homes.get(cadre)?.startsWith('Q03'));
    await db.transaction((tx) => writeDossiers(tx, ofOneArea, at));
    const clock = new FixedClock(TODAY);
    const cadres = new CadreQueries(db, clock);
    dossiers = new DossierService(db, clock, cadres);
    eligibility = new EligibilityService(db, clock, cadres);
    [deputy, post, unit] = await aDeputyAndHisPost();
  }, 180_000);

  afterAll(() => database.drop());

  async function aDeputyAndHisPost(): Promise<[string, string, string]> {
    const { rows } = await database.db.queryDynamic<{ cadre: string; post: string; unit: string }>(
      `SELECT cadre.code AS cadre, post.code AS post, unit.code AS unit
       FROM appointment seat JOIN cadre ON cadre.id = seat.cadre_id JOIN post ON post.id = seat.post_id
         JOIN team ON team.id = post.team_id JOIN unit ON unit.id = team.unit_id WHERE seat.to_day IS NULL AND seat.mode = 'regular'
         AND post.code LIKE 'Q03-B%' AND post.rank = 'ke-deputy' ORDER BY post.code LIMIT 1`,
    );
    return [rows[0]!.cadre, rows[0]!.post, rows[0]!.unit];
  }

  const ruleOf = async (code: string, on = TODAY, asked = post): Promise<{ outcome: string; sentence: string }> => {
    const { rules } = await eligibility.judge(as('reviewer'), deputy, { post: asked, on });
    return rules.find((rule) => rule.code === code)!;
  };

  it('are there for most of the sample city, and most of its people are eligible where they serve', async () => {
    expect(generated.length).toBeGreaterThan(5_500);
    const { rows } = await database.db.queryDynamic<{ cadre: string; post: string }>(
      `SELECT cadre.code AS cadre, post.code AS post FROM appointment seat JOIN cadre ON cadre.id = seat.cadre_id
       JOIN post ON post.id = seat.post_id WHERE seat.to_day IS NULL AND seat.mode = 'regular'
         AND post.rank = 'ke-deputy' AND post.code LIKE 'Q03-B%' ORDER BY post.code LIMIT 60`,
    );
    const outcomes: string[] = [];
    for (const { cadre, post: held } of rows) {
      outcomes.push((await eligibility.judge(as('chief'), cadre, { post: held })).outcome);
    }
    expect(new Set(outcomes).size).toBeGreaterThan(1);
    expect(outcomes.filter((outcome) => outcome === 'met').length).toBeGreaterThan(outcomes.length / 2);
  });

  it('empty family data is unknown; complete data without kin in office is clear (§7-39)', async () => {
    const { profile } = await dossiers.get(as('chief'), deputy);
    await dossiers.change(as('chief'), deputy, { profile: { ...profile, relativesComplete: false }, relatives: [] });
    expect(await ruleOf('E12')).toMatchObject({ outcome: 'unknown', sentence: '家庭成员情况未填，任职回避无法判断' });
    await dossiers.change(as('chief'), deputy, { profile: { ...profile, relativesComplete: true } });
    expect(await ruleOf('E12')).toMatchObject({ outcome: 'met' });
  });

  it('kin in the same unit call for avoidance, by code; words without a code stay to be checked', async () => {
    const relative = {
      relation: '妻弟',
      name: null,
      birth: null,
      politicalStatus: null,
      workplace: '该局科员',
      unit,
      leads: false,
    };
    const changed = await dossiers.change(as('chief'), deputy, { relatives: [relative] });
    expect(changed.relatives).toMatchObject([{ kin: '近姻亲关系' }]);
    // A deputy and a clerk of the same office: whether one is under the other is not on record.
    expect(await ruleOf('E12')).toMatchObject({ outcome: 'unknown' });
    await dossiers.change(as('chief'), deputy, { relatives: [{ ...relative, leads: true }] });
    expect(await ruleOf('E12')).toMatchObject({ outcome: 'notMet' });
    await dossiers.change(as('chief'), deputy, { relatives: [{ ...relative, unit: null }] });
    expect(await ruleOf('E12')).toMatchObject({ outcome: 'unknown' });
    await dossiers.change(as('chief'), deputy, { relatives: [{ ...relative, unit: null, workplace: '已退休' }] });
    expect(await ruleOf('E12')).toMatchObject({ outcome: 'met' });
    await dossiers.change(as('chief'), deputy, { relatives: [{ ...relative, unit: null, workplace: '幼儿园教师' }] });
    expect(await ruleOf('E12')).toMatchObject({ outcome: 'unknown' });
  });

  it('kin who lead a unit directly below call for avoidance, too', async () => {
    const { rows } = await database.db.queryDynamic<{ code: string }>(
      `SELECT post.code FROM post JOIN team ON team.id = post.team_id JOIN unit ON unit.id = team.unit_id
       WHERE unit.code = 'Q03' ORDER BY post.code LIMIT 1`,
    );
    const [above] = rows;
    const row = { name: null, birth: null, politicalStatus: null, workplace: '下级单位', unit };
    for (const [leads, outcome] of [
      [true, 'notMet'],
      [null, 'unknown'],
      [false, 'met'],
    ] as const) {
      await dossiers.change(as('chief'), deputy, { relatives: [{ ...row, relation: '妻子', leads }] });
      expect([leads, (await ruleOf('E12', TODAY, above!.code)).outcome]).toEqual([leads, outcome]);
    }
    await dossiers.change(as('chief'), deputy, { relatives: [] });
  });

  it('an admonition of 2026-06-01 is in effect until 2026-11-30 (§7-37)', async () => {
    const measures = [{ kind: 'admonition' as const, from: '2026-06-01', documentNo: null, note: null }];
    const { measures: shown } = await dossiers.change(as('reviewer'), deputy, { measures });
    expect(shown).toMatchObject([{ effectEndsOn: '2026-11-30' }]);
    expect((await ruleOf('E13', '2026-11-22')).outcome).toBe('notMet');
    expect((await ruleOf('E13', '2026-12-01')).outcome).toBe('met');
  });

  it('show measures to the department and the discipline commission, never to the unit', async () => {
    expect((await dossiers.get(as('discipline'), deputy)).measures).not.toBeNull();
    expect((await dossiers.get(as('leader'), deputy)).measures).toBeNull();
  });

  it('are kept by the department alone, section by section, and the same change twice is one', async () => {
    const before = await dossiers.get(as('chief'), deputy);
    await dossiers.change(as('chief'), deputy, { assessments: before.assessments });
    expect(await dossiers.get(as('chief'), deputy)).toEqual(before);
    const refused = { refusal: { code: 'NOT_FOUND' } };
    await expect(dossiers.change(as('clerk'), deputy, { measures: [] })).rejects.toMatchObject(refused);
    const unknownUnit = { profile: { ...before.profile, growthArea: 'NOWHERE' } };
    await expect(dossiers.change(as('chief'), deputy, unknownUnit)).rejects.toMatchObject({
      refusal: { code: 'DOSSIER_UNIT_UNKNOWN', params: { units: ['NOWHERE'] } },
    });
    expect(await dossiers.get(as('chief'), deputy)).toEqual(before);
  });

  it('a post beyond the proposing unit’s authority is not met, one that the matrix leaves out unknown', async () => {
    await database.db.queryDynamic('INSERT INTO policy_version (version, body, note) VALUES (1, $1, $2)', [
      JSON.stringify({ ...DEFAULT_POLICY, authority: { 'county-party-gov-department': [] } }),
      '',
    ]);
    expect((await ruleOf('E15')).outcome).toBe('notMet');
    await database.db.queryDynamic('INSERT INTO policy_version (version, body, note) VALUES (2, $1, $2)', [
      JSON.stringify({ ...DEFAULT_POLICY, authority: {} }),
      '',
    ]);
    expect((await ruleOf('E15')).outcome).toBe('unknown');
  });
});
