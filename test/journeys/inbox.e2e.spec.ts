import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CardUpkeep } from '../../src/engine/index.js';
import { buildUnit } from '../support/factories.js';
import { hire, type Body, type Person } from './stage/people.js';
import { OLD, setStage, type Stage, START, YOUNG } from './stage/stage.js';
import { cleared, draft, review, step, submit, toDecided } from './stage/walk.js';

interface Item extends Body {
  workflow: string;
  id: number;
  steps: { type: string }[];
  flags: string[];
}
interface Page {
  items: Item[];
  next: string | null;
  counts: Record<string, number>;
}

describe('the inbox', () => {
  let stage: Stage;
  let neighbour: Person;

  beforeAll(async () => {
    stage = await setStage();
    const elsewhere = await buildUnit(stage.app.database.db, { parent: stage.county });
    neighbour = await hire(stage.app, 'neighbour', 'clerk', elsewhere);
  });
  afterAll(() => stage.close());

  async function inbox(person: Person, query = ''): Promise<Page> {
    const { status, body } = await person.get(`inbox?${query}`);
    expect({ status, body: status === 200 ? undefined : body }).toEqual({ status: 200 });
    return body as Page;
  }

  async function appointment(birth = YOUNG): Promise<Body> {
    const { vacancies } = await stage.buildScene();
    return { cadre: (await stage.cadre(birth)).code, appointTo: vacancies[0]!.code, kind: 'promote' };
  }

  const find = ({ items }: Page, id: number): Item | undefined => items.find((item) => item.id === id);
  const rowOf = async (person: Person, id: number, query = ''): Promise<Item | undefined> =>
    find(await inbox(person, query), id);
  const waitsFor = async (id: number): Promise<string[]> => {
    const { admin: _admin, ...people } = stage.cast;
    const found: string[] = [];
    for (const [name, person] of Object.entries(people)) if (await rowOf(person, id)) found.push(name);
    return found;
  };

  it('follows a proposal from desk to desk', async () => {
    const id = await draft(stage, [await appointment()]);
    expect(await waitsFor(id)).toEqual(['clerk', 'leader']);
    expect(await rowOf(stage.cast.clerk, id)).toMatchObject({
      workflow: 'proposal',
      plural: 'proposals',
      title: '关于调整班子成员的动议',
      unit: { code: stage.unit.code },
      label: '起草',
      waitedWorkingDays: 0,
      steps: [{ type: 'SUBMIT', label: '呈报' }, { type: 'EDIT' }],
      deadline: null,
      flags: [],
      done: false,
    });
    await step(stage.cast.clerk, 'proposals', id, 'SUBMIT');
    expect(await waitsFor(id)).toEqual(['reviewer', 'reviewer2', 'chief']);
    expect(await rowOf(stage.cast.chief, id)).toMatchObject({
      steps: [{ type: 'ACCEPT_FOR_REVIEW' }],
      deadline: { name: 'reviewStart', workingDaysLeft: expect.any(Number), provisional: false },
    });
    expect(await rowOf(stage.cast.clerk, id, 'tab=mine')).toMatchObject({ statePath: 'submitted', steps: [] });
    expect(await rowOf(stage.cast.clerk, id, 'tab=done')).toBeDefined();
    expect(await rowOf(stage.cast.chief, id, 'tab=done')).toBeUndefined();
    // Among what one has done, what a case is called is looked up first; whose steps are meant stays the question.
    expect(await rowOf(stage.cast.clerk, id, 'tab=done&q=调整班子')).toBeDefined();
    expect(await rowOf(stage.cast.chief, id, 'tab=done&q=调整班子')).toBeUndefined();
    expect(await inbox(stage.cast.clerk, 'tab=done&q=无此标题')).toMatchObject({ items: [], next: null });
  });

  it('is empty for people of other units, in every tab, and closed to administrators', async () => {
    for (const tab of ['todo', 'done', 'mine', 'copied']) {
      expect(await inbox(neighbour, `tab=${tab}`)).toMatchObject({ items: [], next: null });
    }
    expect((await inbox(neighbour)).counts).toEqual({ todo: 0, done: 0, mine: 0, copied: 0, unread: 0 });
    expect((await stage.cast.admin.get('inbox')).status).toBe(403);
  });

  it('does not ask anybody to judge what he drafted, in whatever role', async () => {
    const both = await hire(stage.app, 'both', 'clerk', stage.unit);
    await stage.app.database.db.queryDynamic(`INSERT INTO role_grant (user_id, role) VALUES ($1, 'reviewer')`, [
      both.id,
    ]);
    const id = await draft(stage, [await appointment()]);
    await step(both, 'proposals', id, 'EDIT', { title: '修改后的动议' });
    await step(stage.cast.clerk, 'proposals', id, 'SUBMIT');
    const before = (await inbox(both)).counts;
    expect(await rowOf(both, id)).toBeUndefined();
    expect(await rowOf(stage.cast.reviewer, id)).toMatchObject({ title: '修改后的动议' });
    expect((await inbox(both)).items).toHaveLength(before.todo!);
  });

  it('asks those for a signature who were named, and whoever stands in for them', async () => {
    const { chief, reviewer2 } = stage.cast;
    const id = await submit(stage, [await appointment()]);
    await step(chief, 'proposals', id, 'ADD_SIGNER', { userIds: [reviewer2.id], kind: 'countersign' });
    expect(await waitsFor(id)).toEqual(['reviewer2']);
    const standIn = await hire(stage.app, 'stand-in', 'clerk', stage.unit);
    await stage.app.database.db.queryDynamic(
      `INSERT INTO delegation (from_user_id, to_user_id, starts_on, ends_on, reason) VALUES ($1, $2, '2026-09-01', '2026-12-31', '休假')`,
      [reviewer2.id, standIn.id],
    );
    expect(await rowOf(standIn, id)).toMatchObject({ steps: [{ type: 'SIGN' }] });
    await step(standIn, 'proposals', id, 'SIGN', { agree: true });
    expect(await rowOf(standIn, id, 'q=调整')).toMatchObject({ steps: [{ type: 'ACCEPT_FOR_REVIEW' }] });
    expect(await waitsFor(id)).toEqual(['reviewer', 'reviewer2', 'chief']);
  });

  it('marks what the gate blocks, what was handed back and what is overdue, and counts working days', async () => {
    const { clerk, reviewer } = stage.cast;
    const blocked = await submit(stage, [await appointment(OLD)]);
    expect(await review(stage, blocked)).toBe('gateDecision.blocked');
    expect(await rowOf(reviewer, blocked)).toMatchObject({ flags: ['gate-block'] });
    const returned = await submit(stage, [await appointment()]);
    await step(reviewer, 'proposals', returned, 'ACCEPT_FOR_REVIEW');
    await step(reviewer, 'proposals', returned, 'RETURN', { to: 'draft', opinion: '请补充材料。' });
    expect(await rowOf(clerk, returned)).toMatchObject({ flags: ['returned'] });
    await step(clerk, 'proposals', returned, 'EDIT', { title: '补充后的动议' });
    expect(await rowOf(clerk, returned)).toMatchObject({ flags: ['returned'], title: '补充后的动议' });
    await step(clerk, 'proposals', returned, 'SUBMIT');
    expect(await rowOf(reviewer, returned)).toMatchObject({ flags: [] });
    // Wednesday 30 September, eighteen working days (one of them a Sunday) after Monday 7 September.
    stage.app.clock.set('2026-09-30');
    const late = await rowOf(reviewer, returned, 'overdue=true');
    expect(late).toMatchObject({ flags: ['overdue'], waitedWorkingDays: 17 });
    expect((late!['deadline'] as { workingDaysLeft: number }).workingDaysLeft).toBeLessThan(0);
    stage.app.clock.set(START);
  });

  it('waits for nobody while a notice runs, and from its last day for those who end it', async () => {
    const { leader } = stage.cast;
    const id = await cleared(stage, [await appointment()]);
    await toDecided(stage, id);
    await step(leader, 'proposals', id, 'POST_NOTICE', { startDay: stage.app.clock.today() });
    expect(await waitsFor(id)).toEqual([]);
    const before = (await inbox(leader)).counts['todo']!;
    const { body } = await leader.get(`proposals/${id}`);
    const { endDay } = (body as { context: { notice: { endDay: string } } }).context.notice;
    stage.app.clock.set(endDay);
    expect(await rowOf(leader, id)).toMatchObject({ steps: [{ type: 'END_NOTICE' }] });
    expect((await inbox(leader)).counts['todo']).toBe(before + 1);
    stage.app.clock.set(START);
  });

  it('is read page by page, everything once, the longest waiting first', async () => {
    for (let n = 0; n < 5; n += 1) await submit(stage, [await appointment()]);
    const whole = await inbox(stage.cast.chief, 'limit=100');
    const pages: number[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page = await inbox(stage.cast.chief, `limit=2${next === '' ? '' : `&cursor=${next}`}`);
      pages.push(...page.items.map(({ id }) => id));
      ({ next } = page);
    }
    expect(pages).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(pages).size).toBe(pages.length);
    expect(whole.counts['todo']).toBe(whole.items.length);
    const since = whole.items.map((item) => item['since'] as string);
    expect(since).toEqual(since.toSorted());
    expect((await stage.cast.chief.get('inbox?cursor=bm9uZQ')).body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('is made again from the cases when it is lost, as it was', async () => {
    const { db } = stage.app.database;
    const stored = async (): Promise<object[]> =>
      (
        await db.queryDynamic<object>(
          `SELECT workflow, case_id, version, done, state_path, title, flags, roles, barred, asked, created_by FROM case_card
           ORDER BY workflow, case_id`,
        )
      ).rows;
    const before = await stored();
    await db.queryDynamic(`DELETE FROM case_card WHERE case_id % 2 = 0`);
    await db.queryDynamic(`UPDATE case_card SET made_by = 'an older scheme', roles = '{}' WHERE case_id % 2 = 1`);
    expect(await stage.app.get(CardUpkeep).fill()).toBe(before.length);
    expect(await stored()).toEqual(before);
    expect(await stage.app.get(CardUpkeep).fill()).toBe(0);
  });
});
