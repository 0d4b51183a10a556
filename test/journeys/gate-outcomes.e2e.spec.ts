import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hire, type Body, type Person } from './stage/people.js';
import { OLD, setStage, type Stage, START, YOUNG } from './stage/stage.js';
import { draft, refusalOf, replayDifferences, review, stateOf, step, submit } from './stage/walk.js';

const REASON = '班子急需熟悉业务的同志，已报分管领导同意，拟先行配备并承诺年内补齐。';

describe('where the gate leaves a proposal', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  /** A proposal that fills the vacancy of a team at the worst level with somebody who does not count. */
  async function blocked(): Promise<{ id: number; items: Body[] }> {
    const { vacancies } = await stage.buildScene();
    const newcomer = await stage.cadre(OLD);
    const items = [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }];
    const id = await submit(stage, items);
    expect(await review(stage, id)).toBe('gateDecision.blocked');
    return { id, items };
  }

  it('blocked: the suggestion letter names what would pass; applied, it does pass', async () => {
    const { cast } = stage;
    await stage.cadre(YOUNG);
    const { id } = await blocked();
    const { body: view } = await cast.clerk.get(`proposals/${id}`);
    expect(view).toMatchObject({ gate: { verdict: 'block' }, context: { gate: { verdict: 'block' } } });
    await step(cast.reviewer, 'proposals', id, 'ISSUE_SUGGESTION');
    const { body } = await cast.clerk.get(`proposals/${id}/suggestions`);
    const [suggestion] = body as { kind: string; verdict: string; sentence: string; items: Body[] }[];
    expect(suggestion).toMatchObject({ kind: 'replace-appointee', verdict: 'clear' });
    const { body: history } = await cast.clerk.get(`proposals/${id}/history`);
    const letter = (history as { type: string; facts: { suggestions: Body[] } }[]).at(-1)!;
    expect(letter).toMatchObject({ type: 'ISSUE_SUGGESTION', facts: { suggestions: body } });

    await step(cast.leader, 'proposals', id, 'REVISE');
    await step(cast.leader, 'proposals', id, 'EDIT', { items: suggestion!.items });
    await step(cast.leader, 'proposals', id, 'SUBMIT');
    expect(await review(stage, id)).toBe('gateDecision.cleared');
  });

  it('flagged: explained with a promise, and accepted by somebody else (§7-19)', async () => {
    const { cast } = stage;
    const { team, vacancies } = await stage.buildScene();
    await stage.askOf(team, 3);
    const newcomer = await stage.cadre(YOUNG);
    const id = await submit(stage, [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
    expect(await review(stage, id)).toBe('gateDecision.flagged');
    const { leader, chief } = cast;
    expect(refusalOf(await leader.send('proposals', id, 'JUSTIFY', { explanation: '太短' }))).toBe(
      '409 REASON_TOO_SHORT',
    );
    expect(refusalOf(await leader.send('proposals', id, 'JUSTIFY', { explanation: REASON }))).toBe(
      '409 COMMITMENT_REQUIRED',
    );
    const commitment = { count: 2, byDay: '2026-12-05' };
    await step(leader, 'proposals', id, 'JUSTIFY', { explanation: REASON, commitment });
    await step(chief, 'proposals', id, 'ACCEPT_JUSTIFICATION');
    const { body } = await leader.get(`proposals/${id}`);
    expect(body).toMatchObject({ statePath: 'gateDecision.cleared', context: { justification: { commitment } } });

    const promised = async (proposal: number): Promise<unknown> => {
      const { body } = await leader.get(`proposals/${proposal}`);
      return (body as { promises: unknown }).promises;
    };
    const next = await draft(stage, []);
    expect(await promised(next)).toEqual([{ proposal: id, ...commitment }]);
    stage.app.clock.set('2026-12-07');
    expect(await promised(next)).toEqual([]);
    stage.app.clock.set(START);
  });

  it('one in, one out changes nothing, and says whose coming and going it is (§7-16)', async () => {
    const { team, members } = await stage.buildScene({ members: [YOUNG] });
    await stage.askOf(team, 2);
    const { cadre: leaver, post } = members[0]!;
    const newcomer = await stage.cadre(YOUNG);
    const id = await submit(stage, [
      { cadre: leaver.code, removeFrom: post.code, kind: 'remove' },
      { cadre: newcomer.code, appointTo: post.code, kind: 'promote' },
    ]);
    expect(await review(stage, id)).toBe('gateDecision.flagged');
    const { body } = await stage.cast.clerk.get(`proposals/${id}`);
    const { gate } = body as { gate: { teams: { after: { due: number }; delta: number; sentence: string }[] } };
    const row = gate.teams.find(({ after }) => after.due === 2)!;
    expect(row).toMatchObject({ delta: 0, after: { actual: 1 } });
    for (const { code } of [leaver, newcomer]) expect(row.sentence).toContain(`干部${code}`);
  });

  it('the only young member may leave for an exempt reason: flagged, never blocked (§7-18)', async () => {
    for (const [kind, state] of Object.entries({ resign: 'flagged', sanction: 'flagged', remove: 'blocked' })) {
      const { team, members } = await stage.buildScene({ members: [YOUNG] });
      await stage.askOf(team, 2);
      const { cadre, post } = members[0]!;
      const id = await submit(stage, [{ cadre: cadre.code, removeFrom: post.code, kind }]);
      expect([kind, await review(stage, id)]).toEqual([kind, `gateDecision.${state}`]);
    }
  });

  describe('a block lifted by two heads (§7-20)', () => {
    async function requested(): Promise<number> {
      const { id } = await blocked();
      const { cast } = stage;
      await step(cast.reviewer, 'proposals', id, 'ISSUE_SUGGESTION');
      const { status, body } = await cast.leader.attach('proposals', id, '情况说明.txt', '党组会议纪要');
      expect(status).toBe(201);
      const attachments = [(body as { id: number }).id];
      const ask = (payload: Body) => cast.leader.send('proposals', id, 'REQUEST_OVERRIDE', payload);
      expect(refusalOf(await ask({ reason: '急需', attachments }))).toBe('409 REASON_TOO_SHORT');
      expect(refusalOf(await ask({ reason: REASON, attachments: [] }))).toBe('409 ATTACHMENT_REQUIRED');
      expect(refusalOf(await ask({ reason: REASON, attachments: [999_999] }))).toBe('409 ATTACHMENT_REQUIRED');
      await step(cast.leader, 'proposals', id, 'REQUEST_OVERRIDE', { reason: REASON, attachments });
      return id;
    }

    it('takes the deputy head and then the head; one of them alone lifts nothing', async () => {
      const { deputy, head } = stage.cast;
      const id = await requested();
      expect(refusalOf(await head.send('proposals', id, 'APPROVE_OVERRIDE'))).toBe('403 ROLE_NOT_ALLOWED');
      await step(deputy, 'proposals', id, 'APPROVE_OVERRIDE');
      expect(await stateOf(deputy, 'proposals', id)).toBe('gateDecision.overrideRequested.awaitingHead');
      await step(head, 'proposals', id, 'APPROVE_OVERRIDE');
      expect(await stateOf(head, 'proposals', id)).toBe('gateDecision.cleared');
    });

    it('does not let one account be both, with two roles of its own or by standing in', async () => {
      const { app, cast } = stage;
      const both = await hire(app, 'both', 'deputy', null);
      await app.database.db.queryDynamic(`INSERT INTO role_grant (user_id, role) VALUES ($1, 'head')`, [both.id]);
      const own = await requested();
      await step(both, 'proposals', own, 'APPROVE_OVERRIDE');
      expect(refusalOf(await both.send('proposals', own, 'APPROVE_OVERRIDE'))).toBe('409 NO_SELF_APPROVAL');

      const id = await requested();
      await standIn(cast.head, 'deputy');
      await step(cast.deputy, 'proposals', id, 'APPROVE_OVERRIDE');
      expect(refusalOf(await cast.deputy.send('proposals', id, 'APPROVE_OVERRIDE'))).toBe('409 NO_SELF_APPROVAL');
      expect(await stateOf(cast.head, 'proposals', id)).toBe('gateDecision.overrideRequested.awaitingHead');
    });

    it('may be approved by a colleague standing in, and the history says "A 代 B"', async () => {
      const { app, cast } = stage;
      const absent = await hire(app, 'absent', 'head', null);
      await standIn(absent, 'chief');
      const id = await requested();
      await step(cast.deputy, 'proposals', id, 'APPROVE_OVERRIDE');
      await step(cast.chief, 'proposals', id, 'APPROVE_OVERRIDE');
      const { body } = await cast.chief.get(`proposals/${id}/history`);
      const last = (body as { actor: Body }[]).at(-1)!;
      expect(last.actor).toMatchObject({
        id: cast.chief.id,
        role: 'head',
        onBehalfOf: { id: absent.id },
        display: 'chief某 代 absent某',
      });
    });

    it('goes back to the suggestion when a head says no, with a reason', async () => {
      const { deputy } = stage.cast;
      const id = await requested();
      expect(refusalOf(await deputy.send('proposals', id, 'REFUSE_OVERRIDE'))).toBe('409 OPINION_REQUIRED');
      await step(deputy, 'proposals', id, 'REFUSE_OVERRIDE', { opinion: '请先补齐年轻干部。' });
      expect(await stateOf(deputy, 'proposals', id)).toBe('gateDecision.suggestionIssued');
    });
  });

  describe('headcount (§7-21)', () => {
    const readGate = async (person: Person, id: number) => {
      const { body } = await person.get(`proposals/${id}`);
      return (body as { gate: { headcount: { tier: string }[]; findings: { code: string; sentence: string }[] } }).gate;
    };

    it('+1/−0 over the approved number fails, and no override helps; +1/−1 passes', async () => {
      const { cast } = stage;
      const { vacancies, members } = await stage.buildScene({ approvedDeputies: 1 });
      const newcomer = await stage.cadre(YOUNG);
      const appointment = { cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' };
      const id = await submit(stage, [appointment]);
      expect(await review(stage, id)).toBe('gateDecision.blocked');
      expect((await readGate(cast.clerk, id)).headcount).toContainEqual(
        expect.objectContaining({ tier: 'deputy', approved: 1, current: 1, added: 1, after: 2, passes: false }),
      );
      await step(cast.reviewer, 'proposals', id, 'ISSUE_SUGGESTION');
      const request = { reason: REASON, attachments: [1] };
      expect(refusalOf(await cast.leader.send('proposals', id, 'REQUEST_OVERRIDE', request))).toBe(
        '409 HEADCOUNT_NOT_OVERRIDABLE',
      );

      await step(cast.leader, 'proposals', id, 'REVISE');
      const removal = { cadre: members[0]!.cadre.code, removeFrom: members[0]!.post.code, kind: 'remove' };
      await step(cast.leader, 'proposals', id, 'EDIT', { items: [appointment, removal] });
      await step(cast.leader, 'proposals', id, 'SUBMIT');
      expect(await review(stage, id)).toBe('gateDecision.cleared');
    });

    it('+1/−1 in a team that is over already is not absorbed', async () => {
      const { cast } = stage;
      const { vacancies, members } = await stage.buildScene({ approvedDeputies: 1, members: [OLD, OLD, OLD] });
      const newcomer = await stage.cadre(YOUNG);
      const id = await submit(stage, [
        { cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' },
        { cadre: members[0]!.cadre.code, removeFrom: members[0]!.post.code, kind: 'remove' },
      ]);
      expect(await review(stage, id)).toBe('gateDecision.blocked');
      const { findings } = await readGate(cast.clerk, id);
      const finding = findings.find(({ code }) => code === 'OVER_ESTABLISHMENT_NOT_ABSORBED');
      expect(finding?.sentence).toContain('超职数未消化');
    });
  });

  async function standIn(absent: Person, to: string): Promise<void> {
    const day = stage.app.clock.today();
    const { status } = await absent.post('delegations', { to, startsOn: day, endsOn: day, reason: '外出学习' });
    expect(status).toBe(201);
  }

  it('leaves histories that replay to what is stored', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
