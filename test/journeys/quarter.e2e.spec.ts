import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PassedDeadlines, ReminderSweep } from '../../src/engine/index.js';
import { buildMember, buildTeam, buildUnit, type BuiltUnit } from '../support/factories.js';
import { hire, type Person } from './stage/people.js';
import { listWarnings, upkeep } from './stage/round.js';
import { OLD, setStage, type Stage } from './stage/stage.js';
import { refusalOf, replayDifferences, settle, step } from './stage/walk.js';

interface Notice {
  id: number;
  kind: string;
  workflow: string;
  title: string;
  text: string;
  unitName: string | null;
  count: number;
  unread: number;
  readAt: string | null;
  caseId: number;
}
interface Side {
  id: number;
  unit: { code: string };
  statePath: string;
}

const TEAMS_PER_UNIT = 2;

describe('a quarter of a sample city, walked by its clock', () => {
  let stage: Stage;
  /** A second county with one unit; its clerk never answers. */
  let farCounty: BuiltUnit, farUnit: BuiltUnit;
  let areaClerk: Person, farClerk: Person, farUnitClerk: Person;
  let round: number;

  beforeAll(async () => {
    stage = await setStage({ movableClock: true, environment: { SAMPLE_TODAY: '2026-09-21' } });
    const { db } = stage.app.database;
    await buildUnit(db, { code: 'ZZB', kind: 'organization-department' });
    farCounty = await buildUnit(db, { kind: 'county-level-area' });
    farUnit = await buildUnit(db, { parent: farCounty });
    for (const unit of [stage.unit, farUnit])
      for (let n = 0; n < TEAMS_PER_UNIT; n += 1)
        await buildMember(db, { team: await buildTeam(db, { unit }), birth: OLD, tier: 'principal' });
    areaClerk = await hire(stage.app, 'area-clerk', 'clerk', stage.county);
    farClerk = await hire(stage.app, 'far-clerk', 'clerk', farCounty);
    farUnitClerk = await hire(stage.app, 'far-unit-clerk', 'clerk', farUnit);
  });
  afterAll(() => stage.close());

  /** The administrator moves the clock; then whatever is due is done, as the worker does it. */
  async function moveTo(day: string): Promise<void> {
    const { status, body } = await stage.cast.admin.post('sample/clock', { now: `${day}T10:00:00+08:00` });
    expect({ status, body }).toMatchObject({ status: 200, body: { today: day } });
    await stage.app.get(ReminderSweep).sweep();
    await upkeep(stage);
  }
  async function rounds(): Promise<{ id: number; fields: { quarter: string } }[]> {
    return (
      (await stage.cast.reviewer.get('stocktakes')).body as { items: { id: number; fields: { quarter: string } }[] }
    ).items;
  }
  /** The clock's move has told whoever opens rounds; nobody else does. */
  async function roundOf(quarter: string): Promise<number> {
    for (;;) {
      const found = (await rounds()).find(({ fields }) => fields.quarter === quarter);
      if (found !== undefined) return found.id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  async function sideOf(person: Person, unit: { code: string }): Promise<Side> {
    const { body } = await person.get(`stocktakes/${round}/units`);
    return (body as Side[]).find((side) => side.unit.code === unit.code)!;
  }
  async function notices(person: Person, query = ''): Promise<Notice[]> {
    await settle(stage);
    return ((await person.get(`notices?limit=100${query}`)).body as { items: Notice[] }).items;
  }
  const unread = async (person: Person): Promise<number> =>
    ((await person.get('inbox/counts')).body as { unread: number }).unread;

  it('is moved by the administrator alone, and only forward', async () => {
    expect(refusalOf(await stage.cast.head.post('sample/clock', { days: 1 }))).toMatch(/^403/);
    expect(refusalOf(await stage.cast.admin.post('sample/clock', { now: '2026-09-01T10:00:00+08:00' }))).toBe(
      '409 CLOCK_GOES_FORWARD',
    );
  });

  it('its round opens by itself on the last day of the quarter, and not the day before', async () => {
    await moveTo('2026-09-29');
    expect(await rounds()).toEqual([]);
    await moveTo('2026-09-30');
    round = await roundOf('2026Q3');
    await settle(stage);
    expect((await sideOf(areaClerk, stage.county)).statePath).toBe('awaiting');
  });

  it('who answers is left alone; who is silent is reminded, then chased once, and those next in line are told', async () => {
    await step(areaClerk, 'stocktake_units', (await sideOf(areaClerk, stage.county)).id, 'CONFIRM');
    const silent = await sideOf(farClerk, farCounty);
    const { body } = await farClerk.get(`stocktake_units/${silent.id}/deadlines`);
    const [{ dueDay }] = body as [{ dueDay: string }];
    await moveTo(dueDay);
    const reminded = async (person: Person): Promise<string[]> =>
      (await notices(person)).filter(({ kind }) => kind === 'reminder').map(({ text }) => text);
    expect(await reminded(farClerk)).toContain(`“核对期限”今日到期（${dueDay}），请及时办理。`);
    expect(await reminded(areaClerk)).toEqual([]);
    await moveTo('2026-10-30');
    await Promise.all([1, 2, 3].map(() => stage.app.get(PassedDeadlines).run()));
    expect((await stage.cast.reviewer.get(`stocktake_units/${silent.id}`)).body).toMatchObject({
      statePath: 'awaiting',
      context: { chased: 1 },
    });
    for (const person of [stage.cast.chief, stage.cast.deputy, stage.cast.head]) {
      const told = (await notices(person)).filter(({ kind }) => kind === 'escalation');
      expect(told.some(({ text }) => text.startsWith('“核对期限”已逾期'))).toBe(true);
    }
  });

  it('frozen, read by the heads, its letters go out and are received', async () => {
    const { reviewer, deputy } = stage.cast;
    await step(reviewer, 'stocktakes', round, 'FREEZE', { despiteSilent: true, opinion: '已电话核对' });
    await settle(stage);
    await step(reviewer, 'stocktakes', round, 'REPORT');
    await step(deputy, 'stocktakes', round, 'ENDORSE');
    await settle(stage);
    await step(deputy, 'stocktakes', round, 'ISSUE_LETTERS');
    await settle(stage);
    for (const [clerk, county] of [
      [areaClerk, stage.county],
      [farClerk, farCounty],
    ] as const)
      await step(clerk, 'stocktake_units', (await sideOf(clerk, county)).id, 'RECEIVE');
    await settle(stage);
    const open = await listWarnings(reviewer);
    expect(open.map(({ statePath }) => statePath)).toEqual(
      Array.from({ length: 2 * TEAMS_PER_UNIT }, () => 'open.firstReminder.delivered'),
    );
  });

  describe('the second reminders, thirty days later', () => {
    const ofWarnings = ({ workflow, kind }: Notice): boolean => workflow === 'warning' && kind === 'step';

    it('are told to whoever signs them as one notice, and to no unit before they are signed', async () => {
      const { chief, deputy, clerk } = stage.cast;
      for (const person of [chief, deputy, clerk, areaClerk]) await person.post('notices/read', { all: true });
      await moveTo('2026-12-01');
      await settle(stage);
      for (const person of [chief, deputy]) {
        const [told, ...others] = (await notices(person, '&unread=true')).filter(ofWarnings);
        expect(others).toEqual([]);
        expect(told).toMatchObject({
          title: '预警督办：4项',
          text: '已到“第二次提醒待签发”环节，请办理。',
          count: 4,
          unread: 4,
          readAt: null,
          unitName: null,
        });
      }
      for (const person of [areaClerk, clerk])
        expect((await notices(person, '&unread=true')).filter(ofWarnings)).toEqual([]);
    });

    it('are each found behind it, within reach alone, and read with it or one by one', async () => {
      const { chief, deputy } = stage.cast;
      const [told] = (await notices(chief, '&unread=true')).filter(ofWarnings);
      const behind = await notices(chief, `&behind=${told!.id}`);
      expect(new Set(behind.map(({ caseId }) => caseId))).toEqual(
        new Set((await listWarnings(chief)).map(({ id }) => id)),
      );
      expect(behind).toHaveLength(2 * TEAMS_PER_UNIT);
      expect(behind.every(({ count, unitName, title }) => count === 1 && unitName !== null && title !== '')).toBe(true);
      // Somebody else's is as good as none.
      expect(await notices(deputy, `&behind=${told!.id}`)).toEqual([]);
      const before = await unread(chief);
      await chief.post('notices/read', { ids: [behind[0]!.id] });
      expect(await unread(chief)).toBe(before);
      expect((await notices(chief)).find(({ id }) => id === told!.id)).toMatchObject({ unread: 3, readAt: null });
      expect((await chief.post('notices/read', { ids: [told!.id] })).body).toEqual({ read: 3 });
      expect(await unread(chief)).toBe(before - 1);
      expect((await notices(chief)).find(({ id }) => id === told!.id)).toMatchObject({
        unread: 0,
        readAt: expect.any(String),
      });
    });

    it('lose one by one what has been dealt with, and are read when nothing of it is left', async () => {
      const { chief, deputy } = stage.cast;
      const told = async (): Promise<Notice | undefined> => (await notices(deputy, '&unread=true')).find(ofWarnings);
      const warnings = await listWarnings(chief);
      for (const [index, { id }] of warnings.entries()) {
        expect(await told()).toMatchObject({ count: 4, unread: 4 - index });
        await step(chief, 'warnings', id, 'ISSUE_SECOND');
      }
      expect(await told()).toBeUndefined();
    });

    it('are told to each unit once they are signed, case by case, and to whoever oversees several as one', async () => {
      const told = async (person: Person): Promise<Notice[]> =>
        (await notices(person, '&unread=true')).filter(ofWarnings);
      expect((await told(areaClerk)).map(({ count }) => count)).toEqual([TEAMS_PER_UNIT]);
      const own = await told(stage.cast.clerk);
      expect(own.map(({ count, title }) => [count, title.includes('：')])).toEqual([
        [1, true],
        [1, true],
      ]);
      expect(own.map(({ text }) => text)).toEqual(own.map(() => '已到“第二次提醒待签收”环节，请办理。'));
    });
  });

  it('ends with a circular that names who has two receipts', async () => {
    const { reviewer, deputy, head, clerk } = stage.cast;
    for (const { id } of await listWarnings(clerk)) await step(clerk, 'warnings', id, 'RECEIVE');
    const { body } = await reviewer.post('circulars', { unit: 'ZZB', round });
    const { id } = body as { id: number };
    const { listing } = (
      (await reviewer.get(`circulars/${id}`)).body as {
        context: { listing: { listed: { unit: string }[]; excluded: { unit: string }[] } };
      }
    ).context;
    expect([listing.listed, listing.excluded].map((rows) => rows.map(({ unit }) => unit))).toEqual([
      [stage.unit.code, stage.unit.code],
      [farUnit.code, farUnit.code],
    ]);
    await step(reviewer, 'circulars', id, 'SUBMIT');
    await step(deputy, 'circulars', id, 'SIGN');
    await step(head, 'circulars', id, 'ISSUE');
    await settle(stage);
    expect((await farUnitClerk.get('circular_units')).body).toMatchObject({ items: [] });
    expect((await farClerk.get('circular_units')).body).toMatchObject({ items: [{ statePath: 'sent' }] });
  });

  it('and with the next quarter’s round; every history can be replayed', async () => {
    await moveTo('2026-12-31');
    await roundOf('2026Q4');
    await settle(stage);
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
