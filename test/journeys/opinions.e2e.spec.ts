import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Policy, Rung } from '../../machines/rules/index.js';
import { ReminderSweep } from '../../src/engine/index.js';
import type { Built } from '../support/factories.js';
import type { Body, Person } from './stage/people.js';
import { hire } from './stage/people.js';
import { setStage, type Stage, START, YOUNG } from './stage/stage.js';
import { draft, refusalOf, replayDifferences, review, settle, stateOf, step, toDeliberation } from './stage/walk.js';

const SIGNED = { partySecretary: '甲某某', disciplineSecretary: '乙某某', signedOn: START };
const WORDS = '有一件信访件正在核查，涉及其任上一项采购';

describe('廉洁意见: the discipline commission answers about one cadre of a proposal', () => {
  let stage: Stage;
  let commission: Person;
  let candidate: Built;
  let proposal: number;
  let posts: Built[];

  beforeAll(async () => {
    stage = await setStage();
    commission = await hire(stage.app, 'commission', 'discipline', stage.county);
    ({ vacancies: posts } = await stage.buildScene({ approvedDeputies: 5, vacancies: 4 }));
    candidate = await stage.cadre(YOUNG);
    proposal = await draft(stage, [{ cadre: candidate.code, appointTo: posts[0]!.code, kind: 'promote' }]);
  });
  afterAll(() => stage.close());

  const ask = (person: Person, of = proposal, cadre = candidate) =>
    person.post('integrity_opinions', { unit: stage.unit.code, proposal: of, cadre: cadre.code });
  const asked = async (of = proposal, cadre = candidate): Promise<number> => {
    const { status, body } = await ask(stage.cast.reviewer, of, cadre);
    expect({ status, refused: status === 201 ? undefined : body }).toEqual({ status: 201 });
    return (body as { id: number }).id;
  };
  const replied = async (id: number, reply: Body): Promise<void> => {
    await step(commission, 'integrity_opinions', id, 'TAKE_UP');
    await step(commission, 'integrity_opinions', id, 'REPLY', { ...SIGNED, ...reply });
    await settle(stage);
  };
  const checksOf = async (id: number, cadre: Built): Promise<unknown> => {
    const { body } = await stage.cast.clerk.get(`proposals/${id}`);
    return (body as { context: { checks?: Record<string, unknown> } }).context.checks?.[cadre.code];
  };
  const submitted = async (post: Built): Promise<{ id: number; cadre: Built }> => {
    const cadre = await stage.cadre(YOUNG);
    const id = await draft(stage, [{ cadre: cadre.code, appointTo: post.code, kind: 'promote' }]);
    await step(stage.cast.clerk, 'proposals', id, 'SUBMIT');
    return { id, cadre };
  };

  it('is asked by the section of somebody whom a submitted proposal appoints, once at a time', async () => {
    const { reviewer, reviewer2, clerk } = stage.cast;
    expect(refusalOf(await ask(reviewer))).toBe('409 PROPOSAL_NOT_UNDER_WAY');
    await step(clerk, 'proposals', proposal, 'SUBMIT');
    expect(await review(stage, proposal)).toBe('gateDecision.cleared');
    await toDeliberation(stage, proposal);
    expect(refusalOf(await ask(clerk))).toBe('403 FORBIDDEN');
    expect(refusalOf(await ask(commission))).toBe('403 ROLE_NOT_ALLOWED');
    const stranger = await stage.cadre(YOUNG);
    expect(refusalOf(await ask(reviewer, proposal, stranger))).toBe('409 NOT_APPOINTED');
    expect(refusalOf(await ask(reviewer, 999_999))).toBe('422 PROPOSAL_OF_OTHER_UNIT');
    const both = await Promise.all([reviewer, reviewer2].map((one) => ask(one)));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(both.map(refusalOf)).toContain('409 OPINION_EXISTS');
  });

  it('reaches the commission with the names it needs, and nobody of the unit', async () => {
    const { body } = await commission.get('inbox');
    const rows = (body as { items: { plural: string; id: number; deadline: { day: string } | null }[] }).items;
    expect(rows).toMatchObject([{ plural: 'integrity_opinions' }]);
    const { id } = rows[0]!;
    const view = (await commission.get(`integrity_opinions/${id}`)).body as { context: Body; deadlines: Body[] };
    expect(view.context).toMatchObject({ proposal, cadre: candidate.code, round: 1, reply: null });
    expect(view.context['proposedPosts']).toHaveLength(1);
    // Ten working days from Monday 2026-09-07; Sunday the 20th is worked in place of a holiday.
    expect(view.deadlines).toMatchObject([{ name: 'opinionReply', dueDay: '2026-09-20' }]);
    for (const one of [stage.cast.clerk, stage.cast.leader]) {
      expect((await one.get(`integrity_opinions/${id}`)).status).toBe(403);
    }
    expect((await commission.get(`proposals/${proposal}`)).status).toBe(403);
  });

  it('takes an opinion signed by both, whose words stay with it; the proposal learns what it comes to once weighed', async () => {
    const { chief, clerk, reviewer } = stage.cast;
    const list = (await reviewer.get('integrity_opinions')).body as { items: { id: number }[] };
    const { id } = list.items[0]!;
    await step(commission, 'integrity_opinions', id, 'TAKE_UP');
    const reply = { ...SIGNED, conclusion: 'concerns', opinion: WORDS };
    const alone = { ...reply, disciplineSecretary: SIGNED.partySecretary };
    expect(refusalOf(await commission.send('integrity_opinions', id, 'REPLY', alone))).toBe('409 SIGNATURES_OF_ONE');
    expect(refusalOf(await reviewer.send('integrity_opinions', id, 'REPLY', reply))).toBe('403 ROLE_NOT_ALLOWED');
    await step(commission, 'integrity_opinions', id, 'REPLY', reply);
    await settle(stage);
    expect(await checksOf(proposal, candidate)).toBeUndefined();
    await step(chief, 'integrity_opinions', id, 'WEIGH', { clear: true, opinion: '已核清，不影响任用' });
    await settle(stage);
    expect(await checksOf(proposal, candidate)).toEqual({ disciplineOpinion: true });
    const { text } = await clerk.get(`proposals/${proposal}/history`);
    expect(text).toContain('OPINION_REPLIED');
    expect(text).not.toContain(WORDS);
    expect((await reviewer.get(`integrity_opinions/${id}/history`)).text).toContain(WORDS);
    const byHand = { cadre: candidate.code, check: 'disciplineOpinion', clear: true, day: START, evidence: '书面意见' };
    expect(refusalOf(await stage.cast.leader.send('proposals', proposal, 'RECORD_CHECK', byHand))).toBe(
      '409 OPINION_ON_RECORD',
    );
  });

  it('asked again of new matters, stands no more until it is answered', async () => {
    const { reviewer } = stage.cast;
    const { id } = ((await reviewer.get('integrity_opinions')).body as { items: { id: number }[] }).items[0]!;
    await step(reviewer, 'integrity_opinions', id, 'ASK_AGAIN', { cause: 'newMatters', opinion: '收到新的信访件' });
    await settle(stage);
    expect(await checksOf(proposal, candidate)).toEqual({});
    await replied(id, { conclusion: 'doNotProceed', opinion: '问题属实' });
    expect(await checksOf(proposal, candidate)).toEqual({ disciplineOpinion: false });
    await step(reviewer, 'integrity_opinions', id, 'NOTE');
  });

  it('a proposal back in the draft needs it no more, and is asked about anew', async () => {
    const { id, cadre } = await submitted(posts[1]!);
    const first = await asked(id, cadre);
    await replied(first, { conclusion: 'none' });
    expect(await checksOf(id, cadre)).toEqual({ disciplineOpinion: true });
    const back = { to: 'draft', opinion: '请补充材料' };
    await step(stage.cast.reviewer, 'proposals', id, 'RETURN', back);
    await settle(stage);
    expect(await checksOf(id, cadre)).toBeUndefined();
    expect(await stateOf(stage.cast.reviewer, 'integrity_opinions', first)).toBe('closed');
    await step(stage.cast.clerk, 'proposals', id, 'SUBMIT');
    await replied(await asked(id, cadre), { conclusion: 'none' });
    expect(await checksOf(id, cadre)).toEqual({ disciplineOpinion: true });
  });

  it('withdrawn while the commission answers: one of the two is first, and neither is lost', async () => {
    const { id, cadre } = await submitted(posts[2]!);
    const opinion = await asked(id, cadre);
    await step(commission, 'integrity_opinions', opinion, 'TAKE_UP');
    const [reply, withdrawal] = await Promise.all([
      commission.send('integrity_opinions', opinion, 'REPLY', { ...SIGNED, conclusion: 'none' }),
      stage.cast.clerk.send('proposals', id, 'WITHDRAW', { opinion: '人选另行研究' }),
    ]);
    expect(withdrawal.status).toBe(200);
    expect(['200', '409 PROPOSAL_NOT_UNDER_WAY']).toContain(reply.status === 200 ? '200' : refusalOf(reply));
    await settle(stage);
    const end = await stateOf(stage.cast.reviewer, 'integrity_opinions', opinion);
    expect(end).toBe(reply.status === 200 ? 'closed' : 'withdrawn');
    const { rows } = await stage.app.database.db.queryDynamic<{ dead: number }>(
      'SELECT count(*)::int AS dead FROM outbox WHERE dead_at IS NOT NULL',
    );
    expect(rows[0]!.dead).toBe(0);
  });

  describe('and is reminded of its day', () => {
    let opinion: number;
    let dueDay: string;
    const at = async (day: string, time: string): Promise<void> => {
      stage.app.clock.set(new Date(`${day}T${time}+08:00`));
      await stage.app.get(ReminderSweep).sweep();
      await settle(stage);
    };
    const told = async (person: Person): Promise<string[]> => {
      const { body } = await person.get('notices?limit=100');
      const rows = (body as { items: { plural: string; caseId: number; kind: string; text: string }[] }).items;
      return rows
        .filter(({ plural, caseId, kind }) => plural === 'integrity_opinions' && caseId === opinion && kind !== 'step')
        .map(({ kind, text }) => `${kind} ${text}`);
    };
    afterAll(() => stage.app.clock.set(START));

    it('which is the commission’s alone, within the hours of a working day', async () => {
      const { id, cadre } = await submitted(posts[2]!);
      opinion = await asked(id, cadre);
      const { body } = await stage.cast.reviewer.get(`integrity_opinions/${opinion}/deadlines`);
      ({ dueDay } = (body as { name: string; dueDay: string }[]).find(({ name }) => name === 'opinionReply')!);
      await at(dueDay, '08:59:00');
      expect(await told(commission)).toEqual([]);
      await at(dueDay, '09:00:00');
      expect(await told(commission)).toContainEqual(
        expect.stringMatching(/^reminder “.+”今日到期（.+），请及时办理。$/u),
      );
      for (const person of [stage.cast.clerk, stage.cast.chief]) expect(await told(person)).toEqual([]);
    });

    it('once it has passed, the section chief hears of it, then the deputy head, then the head', async () => {
      const { chief, deputy, head } = stage.cast;
      const heard: string[] = [];
      for (let day = 1; day <= 14; day += 1) {
        await at(new Date(Date.parse(dueDay) + day * 86_400_000).toISOString().slice(0, 10), '10:00:00');
        for (const [name, person] of Object.entries({ chief, deputy, head }))
          if (!heard.includes(name) && (await told(person)).length > 0) heard.push(name);
      }
      expect(heard).toEqual(['chief', 'deputy', 'head']);
      for (const person of [chief, deputy, head])
        expect(await told(person)).toEqual([
          expect.stringMatching(/^escalation “.+”已逾期\d个工作日（.+），尚未办理，请督促。$/u),
        ]);
      expect((await told(commission)).filter((line) => line.startsWith('escalation'))).toEqual([]);
    });

    it('a rung may name the commission itself, and then reaches nobody else', async () => {
      const { chief, head, reviewer } = stage.cast;
      const [{ version }] = (await chief.get('policies')).body as [{ version: number }];
      const { policy } = (await chief.get(`policies/${version}`)).body as { policy: Policy };
      const named: Rung[] = [{ workingDays: 0, kind: 'escalation', roles: ['discipline'] }];
      const ladders = { ...policy.reminders.ladders, 'integrity_opinion.opinionReply': named };
      const changed = { ...policy, reminders: { ...policy.reminders, ladders } };
      const saved = await chief.post('policies', { policy: changed, note: '只提醒纪委监委', basedOn: version });
      expect(saved.status).toBe(201);
      stage.app.clock.set(START);
      const { id, cadre } = await submitted(posts[3]!);
      opinion = await asked(id, cadre);
      await at(dueDay, '09:00:00');
      expect(await told(commission)).toEqual([expect.stringMatching(/^escalation “.+”今日到期/u)]);
      for (const person of [stage.cast.clerk, reviewer, chief, head]) expect(await told(person)).toEqual([]);
    });
  });

  it('follows from what was recorded, step by step', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
