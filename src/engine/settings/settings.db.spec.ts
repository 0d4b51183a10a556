import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/support/index.js';
import { DEFAULT_POLICY, deadlineDay } from '../../../machines/rules/index.js';
import { FixedClock } from '../../platform/index.js';
import { type Caller, policySchema, publishedCalendar, seedSettings, SettingsService } from '../index.js';
import { PoliciesService } from './policies.service.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await Promise.all([seedSettings(database.db), seedSettings(database.db)]);
  await database.db.queryDynamic(
    `INSERT INTO app_user (username, display_name, password_hash) VALUES ('chief', '科长乙', '-')`,
  );
});
afterAll(() => database.drop());

async function rows<T>(text: string): Promise<T[]> {
  return (await database.db.queryDynamic<T>(text)).rows;
}

const chief: Caller = { userId: 1, displayName: '科长乙', grants: [{ role: 'chief', unitPath: '' }] };

describe('first settings', () => {
  it('are stored once, however many processes start', async () => {
    expect(await rows('SELECT version, body FROM policy_version')).toEqual([{ version: 1, body: DEFAULT_POLICY }]);
    expect(await rows('SELECT covered_from AS "from", covered_until AS until, version FROM calendar_coverage')).toEqual(
      [{ from: '2004-01-01', until: '2026-12-31', version: 1 }],
    );
    const { exceptions } = publishedCalendar();
    expect(await rows('SELECT count(*) AS n FROM calendar_day')).toEqual([{ n: exceptions.length }]);
  });

  it('know the holidays and the make-up days of 2026', () => {
    const kinds = new Map(publishedCalendar().exceptions.map(({ day, kind }) => [day, kind]));
    const days = (kind: string): string[] =>
      [...kinds].filter(([day, k]) => k === kind && day.startsWith('2026')).map(([day]) => day);
    expect(days('work')).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    expect(days('off')).toHaveLength(33);
    expect(kinds.get('2026-10-07')).toBe('off');
    expect(kinds.has('2026-10-08')).toBe(false);
  });
});

describe('settings in force', () => {
  let settings: SettingsService;

  beforeEach(() => {
    settings = new SettingsService(new FixedClock(new Date('2026-09-29T16:30:00Z')));
  });

  it('name the day in China and count working days', async () => {
    const { today, policyVersion, calendar } = await settings.current(database.db);
    expect({ today, policyVersion }).toEqual({ today: '2026-09-30', policyVersion: 1 });
    const spec = { kind: 'working-days' as const, n: 2, countStart: false };
    expect(deadlineDay(calendar, spec, '2026-09-29')).toEqual({ day: '2026-10-08', provisional: false });
  });

  it('are read once per version', async () => {
    await settings.current(database.db);
    const statements: string[] = [];
    const stop = database.db.onStatement(({ name }) => statements.push(name));
    await settings.surroundings(database.db, { policyVersion: 1, calendarVersion: 1 });
    stop();
    expect(statements).toEqual([]);
  });

  it('follow a change at once', async () => {
    await settings.current(database.db);
    const policy = { ...DEFAULT_POLICY, probationMonths: 6 };
    const policies = new PoliciesService(database.db);
    const added = await policies.add({ policy, note: '试用期改为六个月', basedOn: 1 }, chief);
    expect(added).toMatchObject({ version: 2, note: '试用期改为六个月', createdBy: '科长乙', policy });
    await expect(policies.add({ policy, note: '再改', basedOn: 1 }, chief)).rejects.toMatchObject({
      refusal: { code: 'POLICY_CHANGED', params: { current: 2, basedOn: 1 } },
    });
    expect(await settings.current(database.db)).toMatchObject({ policyVersion: 2, policy: { probationMonths: 6 } });
    expect(await settings.policyOf(database.db, 1)).toEqual(DEFAULT_POLICY);
    expect((await policies.list()).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('are changed only by whom they concern as a whole', async () => {
    const change = { policy: DEFAULT_POLICY, note: '越权', basedOn: 2 };
    const sectionChief: Caller = { ...chief, grants: [{ role: 'chief', unitPath: '3' }] };
    const head: Caller = { ...chief, grants: [{ role: 'head', unitPath: '' }] };
    const policies = new PoliciesService(database.db);
    for (const caller of [sectionChief, head]) {
      await expect(policies.add(change, caller)).rejects.toMatchObject({ refusal: { code: 'FORBIDDEN' } });
    }
  });
});

describe('the settings document', () => {
  it('is accepted as it is delivered', () => {
    expect(policySchema.parse(DEFAULT_POLICY)).toEqual(DEFAULT_POLICY);
  });

  it.each([
    ['a missing value', { probationMonths: undefined }],
    ['an unknown value', { colour: 'red' }],
    ['a share without a base', { headlineShare: { num: 1, den: 0 } }],
    ['a notice shorter than the law allows', { notice: { ...DEFAULT_POLICY.notice, workingDays: 4 } }],
    [
      'two levels of equal severity',
      {
        levels: {
          ...DEFAULT_POLICY.levels,
          letters: { ...DEFAULT_POLICY.levels.letters, A: { severity: 1, label: 'A' } },
        },
      },
    ],
  ])('is refused with %s', (_what, change) => {
    expect(policySchema.safeParse({ ...DEFAULT_POLICY, ...change }).success).toBe(false);
  });
});
