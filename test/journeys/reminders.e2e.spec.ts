import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReminderSweep } from '../../src/engine/index.js';
import { setStage, type Stage, START, YOUNG } from './stage/stage.js';
import { step, submit } from './stage/walk.js';

interface Rung {
  rung: string;
  at: string;
  firedAt: string | null;
  late: boolean | null;
}

/** START is a Monday in September: who is to begin the review has two working days. */
describe('reminders of a case', () => {
  let stage: Stage;
  let id: number;

  beforeAll(async () => {
    stage = await setStage();
    const { vacancies } = await stage.buildScene();
    const item = { cadre: (await stage.cadre(YOUNG)).code, appointTo: vacancies[0]!.code, kind: 'promote' };
    id = await submit(stage, [item]);
  });
  afterAll(() => stage.close());

  const ladder = async (): Promise<Rung[]> => {
    const { body } = await stage.cast.chief.get(`proposals/${id}/deadlines`);
    return (body as { name: string; reminders: Rung[] }[])[0]!.reminders;
  };

  it('are rehearsed without anything being stored', async () => {
    const { status, body } = await stage.cast.chief.get(`proposals/${id}/rehearsal`);
    expect({ status, ...(body as object) }).toMatchObject({ status: 200, from: START });
    const { items } = body as { items: { rung: string; label: string; day: string; roles: string[] }[] };
    expect(items.map(({ rung, label, roles }) => [rung, label, ...roles])).toEqual([
      ['before-1', '受理期限'],
      ['on-day', '受理期限'],
      ['after-1', '受理期限'],
      ['after-2', '受理期限', 'chief'],
      ['after-4', '受理期限', 'deputy'],
      ['after-7', '受理期限', 'head'],
    ]);
    expect((await ladder()).every(({ firedAt }) => firedAt === null)).toBe(true);
    const short = await stage.cast.chief.get(`proposals/${id}/rehearsal?until=${items[1]!.day}`);
    expect((short.body as { items: unknown[] }).items).toHaveLength(2);
  });

  it.each([
    ['until=2026-02-30', 400],
    ['from=2026-09-10&until=2026-09-09', 400],
    ['from=2026-09-10&until=2036-09-10', 400],
    ['from=0001-01-01', 400],
    ['from=9999-12-31&until=9999-12-31', 400],
    ['days=3', 400],
  ])('a rehearsal of %s is refused', async (query, expected) => {
    const { status, body } = await stage.cast.chief.get(`proposals/${id}/rehearsal?${query}`);
    expect({ status, ...(body as object) }).toMatchObject({ status: expected, code: 'VALIDATION_FAILED' });
  });

  it('show what was handed out, and stop when somebody acts', async () => {
    const [first] = await ladder();
    stage.app.clock.set(new Date(Date.parse(first!.at) + 60_000));
    expect(await stage.app.get(ReminderSweep).sweep()).toMatchObject({ fired: 1, late: 0 });
    expect((await ladder()).map(({ firedAt, late }) => [firedAt !== null, late])).toEqual([
      [true, false],
      [false, null],
      [false, null],
      [false, null],
      [false, null],
      [false, null],
    ]);
    await step(stage.cast.reviewer, 'proposals', id, 'ACCEPT_FOR_REVIEW');
    const { body } = await stage.cast.chief.get(`proposals/${id}/deadlines`);
    const [open, closed] = body as { name: string; status: string; reminders: Rung[] }[];
    expect(open).toMatchObject({ name: 'preReview', status: 'open' });
    expect(closed).toMatchObject({ name: 'reviewStart', status: 'closed' });
    expect(closed!.reminders.map(({ rung }) => rung)).toEqual(['before-1']);
  });

  it('end with a return or a withdrawal, and begin anew with each visit: one open deadline, its own reminders', async () => {
    const { chief, clerk, leader, reviewer } = stage.cast;
    const deadlines = async (): Promise<{ name: string; status: string; dueDay: string; reminders: Rung[] }[]> =>
      (await chief.get(`proposals/${id}/deadlines`)).body as never;
    const open = async (): Promise<string[]> =>
      (await deadlines()).filter(({ status }) => status === 'open').map(({ name, dueDay }) => `${name} ${dueDay}`);
    await step(reviewer, 'proposals', id, 'RETURN', { to: 'draft', opinion: '请补充理由。' });
    expect(await open()).toEqual([]);
    expect(await stage.app.get(ReminderSweep).sweep()).toMatchObject({ fired: 0 });
    stage.app.clock.set('2026-09-14');
    await step(clerk, 'proposals', id, 'SUBMIT');
    expect(await open()).toEqual(['reviewStart 2026-09-16']);
    const again = (await deadlines()).find(({ status }) => status === 'open')!;
    expect(again.reminders.every(({ firedAt }) => firedAt === null)).toBe(true);
    stage.app.clock.set(new Date(Date.parse(again.reminders[0]!.at) + 60_000));
    const swept = await Promise.all([1, 2].map(() => stage.app.get(ReminderSweep).sweep()));
    expect(swept.reduce((sum, { fired }) => sum + fired, 0)).toBe(1);
    // The first visit keeps what it was told; nothing of it comes again.
    const visits = (await deadlines()).filter(({ name }) => name === 'reviewStart');
    expect(visits.map(({ reminders }) => reminders.filter(({ firedAt }) => firedAt !== null).length)).toEqual([1, 1]);
    await step(leader, 'proposals', id, 'WITHDRAW', { opinion: '情况有变。' });
    expect(await open()).toEqual([]);
    stage.app.clock.set('2026-10-30');
    expect(await stage.app.get(ReminderSweep).sweep()).toMatchObject({ fired: 0 });
  });
});
