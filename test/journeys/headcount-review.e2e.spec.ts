import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReminderSweep } from '../../src/engine/index.js';
import { type Built, buildUnit } from '../support/factories.js';
import { type Body, hire, type Person } from './stage/people.js';
import { OLD, setStage, type Stage, YOUNG } from './stage/stage.js';
import { draft, refusalOf, replayDifferences, review, settle, step } from './stage/walk.js';

interface Sheet extends Body {
  version: number;
  title: string;
  label: string;
  done: boolean;
  context: { headcount: Body[]; posts: string[]; answer: Body | null };
  deadlines: { name: string; dueDay: string }[];
  actions: { event: string; possible: boolean }[];
}

interface Row extends Body {
  plural: string;
  id: number;
  title: string;
  deadline: { name: string; dueDay: string } | null;
}

const TITLE = '关于张某某同志任职的动议';

describe('职数预审: the establishment office answers for headcount, and sees nothing else of a proposal', () => {
  let stage: Stage;
  let office: Person;
  let elsewhere: Person;
  let candidate: Built;
  let vacancies: Built[];
  let id: number;

  beforeAll(async () => {
    stage = await setStage();
    office = await hire(stage.app, 'office', 'establishment', stage.county);
    const beside = await buildUnit(stage.app.database.db, { kind: 'county-level-area' });
    elsewhere = await hire(stage.app, 'elsewhere', 'establishment', beside);
    ({ vacancies } = await stage.buildScene({ approvedDeputies: 3, members: [OLD], vacancies: 2 }));
    candidate = await stage.cadre(YOUNG);
    const item = { cadre: candidate.code, appointTo: vacancies[0]!.code, kind: 'promote' };
    id = await draft(stage, [item], { title: TITLE, reason: '张某某同志表现突出。' });
  });
  afterAll(() => stage.close());

  const sheet = async (of = id): Promise<Sheet> => {
    const { status, body } = await office.get(`headcount_reviews/${of}`);
    expect({ status, refused: status === 200 ? undefined : body }).toEqual({ status: 200 });
    return body as Sheet;
  };
  const inbox = async (tab: string, person = office): Promise<Row[]> =>
    ((await person.get(`inbox?tab=${tab}`)).body as { items: Row[] }).items;
  const sign = (payload: Body, extra: Body = {}) =>
    office.send('headcount_reviews', id, 'HEADCOUNT_REVIEW', payload, extra);

  it('knows nothing of a proposal until its headcount is put to it', async () => {
    await step(stage.cast.clerk, 'proposals', id, 'SUBMIT');
    expect(refusalOf(await office.get(`headcount_reviews/${id}`))).toBe('404 CASE_NOT_FOUND');
    expect(refusalOf(await sign({ agree: true }))).toBe('404 CASE_NOT_FOUND');
    expect(await inbox('todo')).toEqual([]);
    await step(stage.cast.reviewer, 'proposals', id, 'ACCEPT_FOR_REVIEW');
    expect(await inbox('todo')).toMatchObject([
      {
        plural: 'headcount_reviews',
        id,
        title: '干部职数配备预审',
        deadline: { name: 'preReview', dueDay: '2026-09-09' },
        flags: [],
        steps: [{ type: 'HEADCOUNT_REVIEW' }],
      },
    ]);
    expect(await inbox('todo', elsewhere)).toEqual([]);
    expect(refusalOf(await elsewhere.get(`headcount_reviews/${id}`))).toBe('404 CASE_NOT_FOUND');
  });

  it('reads the numbers per team and tier and the posts to be filled, and nobody’s name', async () => {
    const view = await sheet();
    const rows = view.context.headcount as { tier: string }[];
    expect(rows.find(({ tier }) => tier === 'deputy')).toMatchObject({
      approved: 3,
      current: 1,
      removed: 0,
      added: 1,
      after: 2,
      passes: true,
    });
    expect(view.context.posts).toHaveLength(1);
    expect(view).toMatchObject({ title: '干部职数配备预审', label: '待签署', done: false, createdBy: null });
    expect(view.actions).toMatchObject([{ event: 'HEADCOUNT_REVIEW', possible: true }]);
    const list = await office.get('headcount_reviews?done=false');
    const history = await office.get(`headcount_reviews/${id}/history`);
    const form = await office.get(`headcount_reviews/${id}/forms`);
    expect(form.body).toMatchObject([{ name: 'headcount-pre-review', available: true }]);
    const told = [JSON.stringify(view), list.text, history.text, form.text, JSON.stringify(await inbox('todo'))].join();
    expect(told).not.toContain(candidate.code);
    expect(told).not.toContain('张某某');
    expect(list.body as { items: Body[]; total: number }).toMatchObject({ items: [{ id }], total: 1 });
  });

  it.each(['proposals', 'filings', 'integrity_opinions', 'prior_reports', 'meetings'])(
    'does not read %s',
    async (plural) => {
      expect((await office.get(plural)).status).toBe(403);
      expect((await office.get(`${plural}/${id}`)).status).toBe(403);
      expect((await office.get(`${plural}/${id}/attachments`)).status).toBe(403);
    },
  );

  it('does not read people, their numbers or opinions, nor finds a case by its title', async () => {
    for (const path of [`cadres/${candidate.code}`, `cadres/${candidate.code}/dossier`, 'cadres']) {
      expect((await office.get(path)).status).toBe(403);
    }
    const found = await office.get(`inbox?tab=todo&q=${encodeURIComponent('张某某')}`);
    expect((found.body as { items: unknown[] }).items).toEqual([]);
    expect(refusalOf(await office.send('headcount_reviews', id, 'RETURN', { to: 'draft', opinion: '退回' }))).toBe(
      '403 ROLE_NOT_ALLOWED',
    );
  });

  it('is reminded by the ladder while it has not signed, in words that name the question', async () => {
    await settle(stage);
    const { body } = await stage.cast.chief.get(`proposals/${id}/deadlines`);
    const open = (body as { status: string; reminders: { at: string }[] }[]).find(({ status }) => status === 'open')!;
    stage.app.clock.set(new Date(Date.parse(open.reminders[0]!.at) + 60_000));
    expect((await stage.app.get(ReminderSweep).sweep()).fired).toBeGreaterThan(0);
    await settle(stage);
    const notices = (await office.get('notices')).body as { items: Body[] };
    expect(notices.items[0]).toMatchObject({
      kind: 'reminder',
      plural: 'headcount_reviews',
      title: '干部职数配备预审',
    });
    expect(notices.items.map(({ kind }) => kind)).toContain('step');
    expect(JSON.stringify(notices)).not.toContain('张某某');
  });

  it('disagrees with words; of two who sign at once one is first, and the same command again gets the same answer', async () => {
    const colleague = await hire(stage.app, 'colleague', 'establishment', null);
    expect(refusalOf(await sign({ agree: false }))).toBe('409 OPINION_REQUIRED');
    const { version } = await sheet();
    const words = { agree: false, opinion: '该局副职核定职数应为2名，请核对' };
    const at = { expectedVersion: version };
    const both = await Promise.all([
      sign(words, { commandId: 'the-office-signs', ...at }),
      colleague.send('headcount_reviews', id, 'HEADCOUNT_REVIEW', words, { commandId: 'a-colleague-signs', ...at }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.map(refusalOf)).toContain('409 STALE_VERSION');
    const late = both.find(({ status }) => status === 409)!.body as { params: { current: Sheet } };
    expect(late.params.current).toMatchObject({ title: '干部职数配备预审', done: true });
    const first = both.find(({ status }) => status === 200)!.body as Body;
    expect(first).toMatchObject({ statePath: 'disputed', label: '已签署：不同意' });
    const [faster, commandId] =
      both[0].status === 200 ? [office, 'the-office-signs'] : [colleague, 'a-colleague-signs'];
    const again = await faster.send('headcount_reviews', id, 'HEADCOUNT_REVIEW', words, { commandId, ...at });
    expect(again.body).toEqual(first);
  });

  it('is on record with its words for those who decide; the office keeps what it has signed', async () => {
    const { reviewer, chief } = stage.cast;
    const history = (await chief.get(`proposals/${id}/history`)).body as { type: string; actor: Body; payload: Body }[];
    const signed = history.find(({ type }) => type === 'HEADCOUNT_REVIEW')!;
    expect(signed.actor).toMatchObject({ role: 'establishment' });
    await step(reviewer, 'proposals', id, 'YOUNG_CADRE_REVIEW');
    await step(reviewer, 'proposals', id, 'ELIGIBILITY_REVIEW', { result: 'unknown' });
    const { statePath } = await step(reviewer, 'proposals', id, 'PRIOR_REPORT_REVIEW', { result: 'unknown' });
    expect(statePath).toBe('gateDecision.blocked');
    const view = await sheet();
    expect(view).toMatchObject({ done: true, deadlines: [], actions: [] });
    expect(view.context.answer).toMatchObject({ agree: false, opinion: signed.payload['opinion'] });
    expect(await inbox('todo')).toEqual([]);
    const form = await office.download(`headcount_reviews/${id}/forms/headcount-pre-review`);
    expect(form.status).toBe(200);
    expect(refusalOf(await sign({ agree: true }))).toBe('409 EVENT_NOT_ALLOWED');
  });

  it('keeps nothing of what the section has signed in its place', async () => {
    const other = await stage.cadre(YOUNG);
    const second = await draft(stage, [{ cadre: other.code, appointTo: vacancies[1]!.code, kind: 'promote' }]);
    await step(stage.cast.clerk, 'proposals', second, 'SUBMIT');
    await review(stage, second);
    expect(refusalOf(await office.get(`headcount_reviews/${second}`))).toBe('404 CASE_NOT_FOUND');
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
