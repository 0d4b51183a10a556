import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../src/create-app.js';
import { CalendarAlert, type Notice, ReminderSweep } from '../../src/engine/index.js';
import { NoticeTaker, TeamNoticeUpkeep } from '../../src/notifications/index.js';
import { asWorker, readConfig, type Tx } from '../../src/platform/index.js';
import { buildUnit } from '../support/factories.js';
import { makeScratchFolder } from '../support/index.js';
import { LiveReader, openSession } from './stage/live-reader.js';
import { hire, type Body, type Person } from './stage/people.js';
import { OLD, setStage, type Stage, START, YOUNG } from './stage/stage.js';
import { draft, refusalOf, settle, step, submit } from './stage/walk.js';

interface Row {
  id: number;
  kind: string;
  plural: string | null;
  caseId: number;
  title: string;
  text: string;
  team: string | null;
  count: number;
  readAt: string | null;
  late: boolean;
}

/** Two servers of one installation have one. */
const DATA_KEY = Buffer.from('a data key of thirty-two bytes !').toString('base64');

describe('notices', () => {
  let stage: Stage;
  let neighbour: Person;

  beforeAll(async () => {
    stage = await setStage({ environment: { DATA_KEY } });
    const elsewhere = await buildUnit(stage.app.database.db, { parent: stage.county });
    neighbour = await hire(stage.app, 'neighbour', 'clerk', elsewhere);
  });
  afterAll(() => stage.close());

  async function appointment(): Promise<Body> {
    const { vacancies } = await stage.buildScene();
    return { cadre: (await stage.cadre(YOUNG)).code, appointTo: vacancies[0]!.code, kind: 'promote' };
  }

  /** Of one case, newest first, once everything has been delivered. */
  async function noticesOf(person: Person, id: number): Promise<Row[]> {
    await settle(stage);
    const { status, body } = await person.get('notices?limit=100');
    expect({ status, body: status === 200 ? undefined : body }).toEqual({ status: 200 });
    const items = await Promise.all((body as { items: Row[] }).items.map((row) => told(person, row)));
    return items.flat().filter(({ caseId, plural }) => caseId === id && plural === 'proposals');
  }
  /** Reminders of several cases on one day are told together. */
  async function told(person: Person, row: Row): Promise<Row[]> {
    if (row.count === 1) return [row];
    return ((await person.get(`notices?limit=100&behind=${row.id}`)).body as { items: Row[] }).items;
  }
  const takeAgain = (notice: Notice): Promise<number> =>
    asWorker('relay', () => stage.app.database.db.transaction((tx) => stage.app.get(NoticeTaker).take(tx, [notice])));
  /** The notice of a proposal's submission, as the engine hands it over. */
  async function submissionOf(id: number): Promise<Notice> {
    const { rows } = await stage.app.database.db.queryDynamic<{ unitId: number; at: Date }>(
      `SELECT unit_id AS "unitId", created_at AS at FROM outbox
       WHERE effect = '$notice' AND case_id = $1 AND workflow = 'proposal' AND version = 2`,
      [id],
    );
    const { unitId, at } = rows[0]!;
    const of = { workflow: 'proposal', caseId: id, version: 2, unitId };
    return { key: `proposal-${id}-v2`, kind: 'step', ...of, roles: [], late: false, at: at.toISOString() };
  }
  const unread = async (person: Person): Promise<number> =>
    ((await person.get('inbox/counts')).body as { unread: number }).unread;

  it('tell those for whom the case now waits, and not who sent it there', async () => {
    const { clerk, leader, reviewer, chief, head } = stage.cast;
    const id = await submit(stage, [await appointment()]);
    const [notice] = await noticesOf(reviewer, id);
    expect(notice).toMatchObject({
      kind: 'step',
      plural: 'proposals',
      title: '关于调整班子成员的动议',
      text: '已到“已呈报”环节，请办理。',
      readAt: null,
      late: false,
    });
    expect(await noticesOf(chief, id)).toHaveLength(1);
    for (const person of [clerk, head, neighbour]) expect(await noticesOf(person, id)).toEqual([]);
    // The draft waited for both sides of the unit's desk; sent on, it waits for neither.
    expect(await noticesOf(leader, id)).toMatchObject([
      { text: '已到“起草”环节，请办理。', readAt: expect.any(String) },
    ]);
  });

  it('of a case that goes to and fro are one for each person: the latest; what somebody has read stays', async () => {
    const { clerk, reviewer, chief } = stage.cast;
    const id = await submit(stage, [await appointment()]);
    const [first] = await noticesOf(chief, id);
    await chief.post('notices/read', { ids: [first!.id] });
    for (let turn = 0; turn < 2; turn += 1) {
      await settle(stage);
      await step(clerk, 'proposals', id, 'RECALL');
      await settle(stage);
      await step(clerk, 'proposals', id, 'SUBMIT');
    }
    const texts = async (person: Person): Promise<[string, boolean][]> =>
      (await noticesOf(person, id)).map(({ text, readAt }) => [text, readAt !== null]);
    const submitted = '已到“已呈报”环节，请办理。';
    expect(await texts(reviewer)).toEqual([[submitted, false]]);
    expect(await texts(chief)).toEqual([
      [submitted, false],
      [submitted, true],
    ]);
    const done = (await clerk.get('inbox?tab=done')).body as { items: { id: number; workflow: string }[] };
    expect(done.items.filter((item) => item.workflow === 'proposal' && item.id === id).length).toBeGreaterThan(0);
    const kept = 'SELECT FROM notice WHERE case_id = $1 AND user_id = $2 AND folded';
    expect((await stage.app.database.db.queryDynamic(kept, [id, reviewer.id])).rowCount).toBe(2);
  });

  it('are read one by one or all at once, by their owner alone', async () => {
    const { reviewer, chief } = stage.cast;
    const id = await submit(stage, [await appointment()]);
    const [own] = await noticesOf(reviewer, id);
    const [others] = await noticesOf(chief, id);
    const before = await unread(reviewer);
    expect((await reviewer.post('notices/read', { ids: [own!.id, others!.id] })).body).toEqual({ read: 1 });
    expect((await reviewer.post('notices/read', { ids: [own!.id] })).body).toEqual({ read: 0 });
    expect(await unread(reviewer)).toBe(before - 1);
    expect((await noticesOf(chief, id))[0]!.readAt).toBeNull();
    await reviewer.post('notices/read', { all: true });
    expect(await unread(reviewer)).toBe(0);
    expect((await reviewer.get('notices?unread=true')).body).toEqual({ items: [], next: null });
    expect((await reviewer.post('notices/read', {})).status).toBe(400);
  });

  it('of a reminder and an escalation reach whoever holds the role, stand-ins included, ended grants not', async () => {
    const { reviewer, deputy, chief } = stage.cast;
    const { db } = stage.app.database;
    const standIn = await hire(stage.app, 'stand-in', 'clerk', null);
    await db.queryDynamic(
      `INSERT INTO delegation (from_user_id, to_user_id, starts_on, ends_on, reason) VALUES ($1, $2, '2026-09-01', '2026-12-31', '休假')`,
      [chief.id, standIn.id],
    );
    const gone = await hire(stage.app, 'gone', 'reviewer', null);
    await db.queryDynamic('UPDATE role_grant SET ends_on = $2 WHERE user_id = $1', [gone.id, START]);
    const id = await submit(stage, [await appointment()]);
    stage.app.clock.set(new Date('2026-09-21T02:00:00Z'));
    await stage.app.get(ReminderSweep).sweep();
    const texts = (await noticesOf(reviewer, id)).filter(({ kind }) => kind === 'reminder').map(({ text }) => text);
    expect(texts).toContain('“受理期限”今日到期（2026-09-09），请及时办理。');
    expect((await noticesOf(deputy, id)).map(({ kind, late }) => [kind, late])).toEqual([['escalation', true]]);
    expect(await noticesOf(standIn, id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'escalation' }),
        expect.objectContaining({ kind: 'step' }),
      ]),
    );
    const toldNow = await db.queryDynamic('SELECT FROM notice WHERE user_id = $1', [gone.id]);
    expect(toldNow.rowCount).toBe(0);
    stage.app.clock.set(START);
  });

  it('delivered by two processes at once, or again, are one', async () => {
    const id = await submit(stage, [await appointment()]);
    await settle(stage);
    const notice = await submissionOf(id);
    await stage.app.database.db.queryDynamic(`DELETE FROM notice WHERE case_id = $1 AND workflow = 'proposal'`, [id]);
    const told = await Promise.all(Array.from({ length: 6 }, () => takeAgain(notice)));
    expect(told.filter((count) => count > 0)).toHaveLength(1);
    expect(await noticesOf(stage.cast.reviewer, id)).toHaveLength(1);
  });

  it('of what no longer holds are not delivered', async () => {
    const { reviewer, clerk } = stage.cast;
    const id = await submit(stage, [await appointment()]);
    await settle(stage);
    const notice = await submissionOf(id);
    await step(clerk, 'proposals', id, 'RECALL');
    await settle(stage);
    await stage.app.database.db.queryDynamic(`DELETE FROM notice WHERE case_id = $1`, [id]);
    expect(await takeAgain(notice)).toBe(0);
    expect(await noticesOf(reviewer, id)).toEqual([]);
  });

  it('of a step that one process is slow to deliver count as read once another has delivered the next', async () => {
    const { chief, leader } = stage.cast;
    const { db } = stage.app.database;
    const id = await submit(stage, [await appointment()]);
    await settle(stage);
    const notice = await submissionOf(id);
    await db.queryDynamic(`DELETE FROM notice WHERE case_id = $1 AND workflow = 'proposal'`, [id]);
    const isNextDeliveredOrWaiting = async (): Promise<boolean> => {
      const { rows } = await db.queryDynamic(
        `SELECT FROM outbox WHERE workflow = 'proposal' AND case_id = $1 AND version = 3 AND done_at IS NOT NULL
         UNION ALL SELECT FROM pg_locks JOIN pg_database d ON d.oid = database
         WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`,
        [id],
      );
      return rows.length > 0;
    };
    const slow = (tx: Tx): Tx => ({
      async query<T>(name: string, text: string, values?: readonly unknown[]) {
        const result = await tx.query<T>(name, text, values);
        if (name !== 'notice-recipients') return result;
        await step(leader, 'proposals', id, 'WITHDRAW', { opinion: '情况有变。' });
        while (!(await isNextDeliveredOrWaiting())) await new Promise(setImmediate);
        return result;
      },
      queryDynamic: (text, values) => tx.queryDynamic(text, values),
    });
    await asWorker('relay', () => db.transaction((tx) => stage.app.get(NoticeTaker).take(slow(tx), [notice])));
    expect(await noticesOf(chief, id)).toMatchObject([{ readAt: expect.any(String) }]);
  });

  it('of a calendar that ends reach the administrators who see to it, and nobody else', async () => {
    const { app, cast } = stage;
    const [system, security, audit] = await Promise.all(
      (['sysadmin', 'secadmin', 'auditadmin'] as const).map((role) => hire(app, `of-${role}`, role, null)),
    );
    const told = async (person: Person): Promise<Row[]> => {
      const { status, body } = await person.get('installation-notices');
      expect(status).toBe(200);
      return (body as { items: Row[] }).items;
    };
    const before = await unread(cast.head);
    app.clock.set(new Date('2026-11-02T10:00:00+08:00'));
    await app.get(CalendarAlert).check();
    await settle(stage);
    for (const person of [system!, security!])
      expect(await told(person)).toMatchObject([
        {
          kind: 'calendar',
          plural: null,
          title: '工作日历',
          text: '工作日历只到2026-12-31，请载入2027年节假日安排。',
          readAt: null,
        },
      ]);
    expect(await told(audit!)).toEqual([]);
    expect(await unread(cast.head)).toBe(before);
    expect((await system!.get('notices')).status).toBe(403);
    expect((await cast.head.get('installation-notices')).status).toBe(403);
    expect((await system!.post('installation-notices/read', { all: true })).body).toEqual({ read: 1 });
    expect(await told(system!)).toMatchObject([{ readAt: expect.any(String) }]);
    expect(await told(security!)).toMatchObject([{ readAt: null }]);
    app.clock.set(START);
  });

  it('tell who began a case that others have ended it', async () => {
    const { clerk, chief } = stage.cast;
    const id = await draft(stage, [await appointment()]);
    await step(clerk, 'proposals', id, 'SUBMIT');
    await step(stage.cast.leader, 'proposals', id, 'WITHDRAW', { opinion: '情况有变。' });
    expect((await noticesOf(clerk, id))[0]).toMatchObject({ kind: 'ended', text: '已办结：已撤回。' });
    expect((await noticesOf(chief, id)).every(({ readAt }) => readAt !== null)).toBe(true);
  });

  describe('of a team', () => {
    // 35岁左右 is 不满37岁: born 1989-12, no longer counted from 2026-12 on.
    const SOON = '1989-12';

    /** Both processes look at the same moment; then a third that knows nothing of it. */
    async function look(day: string): Promise<number> {
      const { database, clock } = stage.app;
      clock.set(day);
      const upkeep = stage.app.get(TeamNoticeUpkeep);
      const told = await Promise.all([upkeep.run(), upkeep.run()]);
      await database.db.queryDynamic(`DELETE FROM app_setting WHERE key = 'team-notices'`);
      return [...told, await upkeep.run()].reduce((sum, each) => sum + each, 0);
    }
    async function toldOf(person: Person, team: { code: string }): Promise<Row[]> {
      await settle(stage);
      const { body } = await person.get('notices?limit=100');
      return (body as { items: Row[] }).items.filter((row) => row.team === team.code);
    }
    afterAll(() => stage.app.clock.set(START));

    it('reach the unit’s clerk and the section months before a member passes the age line, once for each of the months set', async () => {
      const { clerk, leader, reviewer, chief, head } = stage.cast;
      const { team } = await stage.buildScene({ members: [SOON], vacancies: 0 });
      expect(await look('2026-09-12')).toBe(0);
      expect(await look('2026-09-14')).toBeGreaterThan(0);
      expect(await look('2026-10-12')).toBe(0);
      for (const person of [clerk, reviewer]) {
        expect(await toldOf(person, team)).toMatchObject([
          { kind: 'ageing-out', plural: null, title: expect.stringContaining('班子'), readAt: null, late: false },
        ]);
      }
      const [{ text }] = (await toldOf(clerk, team)) as [Row];
      expect(text).toMatch(/^“.+”现任人员自2026年12月起不再计入“.+”，届时差额1名，请提前谋划接续人选。$/u);
      for (const person of [leader, chief, head, neighbour]) expect(await toldOf(person, team)).toEqual([]);
      expect(await look('2026-11-02')).toBe(1);
      expect(await toldOf(clerk, team)).toHaveLength(2);
      expect(await look('2026-12-01')).toBe(0);
    });

    it('come when a post of a team below its target falls vacant, and not while nobody may be reminded', async () => {
      const { clerk, reviewer } = stage.cast;
      const { team, members } = await stage.buildScene({ members: [OLD], vacancies: 0 });
      const leaves = `UPDATE appointment SET to_day = '2026-12-02' WHERE cadre_id = $1`;
      await stage.app.database.db.queryDynamic(leaves, [members[0]!.cadre.id]);
      expect(await look('2026-12-01')).toBe(0);
      expect(await look('2026-12-06')).toBe(0);
      expect(await look('2026-12-07')).toBe(1);
      expect(await look('2026-12-08')).toBe(0);
      for (const person of [clerk, reviewer]) {
        expect(await toldOf(person, team)).toMatchObject([{ kind: 'vacancy', team: team.code }]);
      }
      expect((await toldOf(clerk, team))[0]!.text).toContain('自2026年12月2日起空缺，班子在');
    });

    it('say nothing of names, units or posts in what is stored to be handed on', async () => {
      const text = `SELECT params FROM outbox WHERE workflow = 'directory'`;
      const { rows } = await stage.app.database.db.queryDynamic<{ params: object }>(text);
      expect(rows.length).toBeGreaterThan(2);
      expect(JSON.stringify(rows)).not.toMatch(/[\u4e00-\u9fff]/u);
    });
  });

  it('抄送 reaches those who may see the case, once, and gives nobody more', async () => {
    const { clerk, head, reviewer, admin } = stage.cast;
    const id = await draft(stage, [await appointment()]);
    const copies = `proposals/${id}/copies`;
    for (const user of [neighbour.id, admin.id, 999_999]) {
      expect(refusalOf(await clerk.post(copies, { users: [user] }))).toBe('422 COPY_OUT_OF_REACH');
    }
    expect(refusalOf(await neighbour.post(copies, { users: [head.id] }))).toBe('404 CASE_NOT_FOUND');
    expect(refusalOf(await clerk.post(`nothings/${id}/copies`, { users: [head.id] }))).toBe('404 CASE_NOT_FOUND');
    await clerk.post(copies, { users: [head.id, head.id] });
    const { body } = await clerk.post(copies, { users: [head.id, reviewer.id] });
    expect((body as { items: { user: { id: number } }[] }).items.map(({ user }) => user.id)).toEqual([
      head.id,
      reviewer.id,
    ]);
    expect(await noticesOf(head, id)).toMatchObject([{ kind: 'copy', text: '抄送给您，请阅知。' }]);
    const inbox = (await head.get('inbox?tab=copied')).body as { items: object[]; counts: { copied: number } };
    expect(inbox).toMatchObject({ items: [{ id, unread: true, steps: [] }], counts: { copied: 1 } });
  });

  describe('live', () => {
    let other: NestExpressApplication;
    let origins: [string, string];
    let folder: { path: string; remove(): Promise<void> };

    beforeAll(async () => {
      const { database, clock } = stage.app;
      folder = await makeScratchFolder();
      const config = readConfig({ SAMPLE_CITY: 'off', DATA_DIR: folder.path, DATA_KEY });
      const settings = { config, databaseUrl: database.url, workerUrl: database.workerUrl, clock };
      other = await createApp(settings, false);
      await other.listen(0, '127.0.0.1');
      const { port } = other.getHttpServer().address() as { port: number };
      origins = [new URL(stage.app.client().get('/').url).origin, `http://127.0.0.1:${port}`];
    });
    afterAll(async () => {
      await other.close();
      await folder.remove();
    });

    const listen = async (person: Person, server: 0 | 1): Promise<LiveReader> =>
      LiveReader.open(origins[server], await openSession(stage.app.database.db, person.id));

    it('counts and moves are told on every server, within reach alone', async () => {
      const { reviewer } = stage.cast;
      const readers = [await listen(reviewer, 0), await listen(reviewer, 1)];
      const stranger = await listen(neighbour, 1);
      const first = await readers[1]!.until(({ event }) => event === 'inbox');
      const { todo } = (first.data as { counts: { todo: number } }).counts;
      const id = await submit(stage, [await appointment()]);
      await settle(stage);
      for (const reader of readers) {
        const more = await reader.until(
          ({ event, data }) => event === 'inbox' && (data['counts'] as { todo: number }).todo === todo + 1,
        );
        expect(more.data).toMatchObject({ counts: { unread: expect.any(Number) } });
        expect(await reader.until(({ event, data }) => event === 'case' && data['version'] === 2)).toEqual({
          event: 'case',
          data: { plural: 'proposals', id, version: 2 },
        });
      }
      expect(stranger.events.filter(({ event }) => event === 'case')).toEqual([]);
      for (const reader of [...readers, stranger]) reader.close();
    });

    it('nobody opens streams without end, without a session, or as an administrator', async () => {
      const { chief, admin } = stage.cast;
      const readers: LiveReader[] = [];
      for (let n = 0; n < 8; n += 1) readers.push(await listen(chief, 0));
      expect((await listen(chief, 0)).status).toBe(429);
      expect((await LiveReader.open(origins[0], 'x'.repeat(43))).status).toBe(401);
      expect((await listen(admin, 0)).status).toBe(403);
      for (const reader of readers) reader.close();
    });

    it('a server that stops ends its streams', async () => {
      const reader = await listen(stage.cast.head, 1);
      await reader.until(({ event }) => event === 'inbox');
      await other.close();
      await reader.untilOver();
      expect(reader.isOver).toBe(true);
    });
  });
});
