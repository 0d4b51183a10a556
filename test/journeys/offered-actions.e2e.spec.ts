import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person, Plural } from './stage/people.js';
import { OLD, setStage, type Stage, START, YOUNG } from './stage/stage.js';
import { cleared, draft, review, step, submit, toDecided, toFiling } from './stage/walk.js';

const REASON = '班子急需熟悉业务的同志，已报分管领导同意，拟先行配备并承诺年内补齐。';

describe('what people are offered', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  /** `possible`, or the code of the reason why not; null where the step does not exist here. */
  const offer = async (
    person: Person,
    id: number,
    event: string,
    plural: Plural = 'proposals',
  ): Promise<string | null> => {
    const { body } = await person.get(`${plural}/${id}/actions`);
    const action = (body as { event: string; refusal?: { code: string } }[]).find((row) => row.event === event);
    return action ? (action.refusal?.code ?? 'possible') : null;
  };

  const promotion = async (birth: string): Promise<Record<string, string>> => {
    const { vacancies } = await stage.buildScene();
    return { cadre: (await stage.cadre(birth)).code, appointTo: vacancies[0]!.code, kind: 'promote' };
  };

  it('a draft without items cannot be submitted', async () => {
    const { clerk } = stage.cast;
    expect(await offer(clerk, await draft(stage, []), 'SUBMIT')).toBe('EMPTY_PROPOSAL');
    expect(await offer(clerk, await draft(stage, [await promotion(YOUNG)]), 'SUBMIT')).toBe('possible');
  });

  it('a submission can be taken back until somebody is asked to sign it', async () => {
    const { clerk, chief, reviewer2 } = stage.cast;
    const id = await submit(stage, [await promotion(YOUNG)]);
    expect(await offer(clerk, id, 'RECALL')).toBe('possible');
    await step(chief, 'proposals', id, 'ADD_SIGNER', { userIds: [reviewer2.id], kind: 'added' });
    expect(await offer(clerk, id, 'RECALL')).toBe('ALREADY_TAKEN_UP');
  });

  it('only those asked are offered to sign, once, and only who asked to do without', async () => {
    const { clerk, chief, reviewer, reviewer2 } = stage.cast;
    const id = await submit(stage, [await promotion(YOUNG)]);
    expect(await offer(reviewer2, id, 'SIGN')).toBe('NOT_A_SIGNER');
    await step(chief, 'proposals', id, 'ADD_SIGNER', { userIds: [reviewer2.id], kind: 'countersign' });
    expect(await offer(reviewer2, id, 'SIGN')).toBe('possible');
    expect(await offer(clerk, id, 'SIGN')).toBe('NO_SELF_APPROVAL');
    expect(await offer(chief, id, 'CANCEL_SIGNER')).toBe('possible');
    expect(await offer(reviewer, id, 'CANCEL_SIGNER')).toBe('NOT_THE_REQUESTER');
    await step(reviewer2, 'proposals', id, 'SIGN', { agree: true });
    expect(await offer(reviewer2, id, 'SIGN')).toBe('ALREADY_SIGNED');
  });

  it('an override is offered to the deputy head first, then to the head', async () => {
    const { leader, reviewer, deputy, head } = stage.cast;
    const id = await submit(stage, [await promotion(OLD)]);
    expect(await review(stage, id)).toBe('gateDecision.blocked');
    await step(reviewer, 'proposals', id, 'ISSUE_SUGGESTION');
    const { body } = await leader.attach('proposals', id, '说明.txt', '情况说明');
    const attachments = [(body as { id: number }).id];
    await step(leader, 'proposals', id, 'REQUEST_OVERRIDE', { reason: REASON, attachments });
    const offers = async (): Promise<unknown> => [
      await offer(deputy, id, 'APPROVE_OVERRIDE'),
      await offer(head, id, 'APPROVE_OVERRIDE'),
    ];
    expect(await offers()).toEqual(['possible', 'ROLE_NOT_ALLOWED']);
    await step(deputy, 'proposals', id, 'APPROVE_OVERRIDE');
    expect(await offers()).toEqual(['NO_SELF_APPROVAL', 'possible']);
  });

  it('a notice can be ended on its last day, a filing accepted when both sections agree', async () => {
    const { leader, reviewer, reviewer2, chief } = stage.cast;
    const item = await promotion(YOUNG);
    const waiting = await cleared(stage, [item]);
    await toDecided(stage, waiting);
    await step(leader, 'proposals', waiting, 'POST_NOTICE', { startDay: START });
    expect(await offer(leader, waiting, 'END_NOTICE')).toBe('NOTICE_NOT_ENDED');

    const other = await promotion(YOUNG);
    const filing = await toFiling(stage, await cleared(stage, [other]));
    expect(await offer(leader, waiting, 'END_NOTICE')).toBe('possible');
    await step(leader, 'filings', filing, 'SUBMIT_FILING', { decidedDay: START, items: [other] });
    await step(reviewer, 'filings', filing, 'ACCEPT_MATERIALS');
    expect(await offer(chief, filing, 'ACCEPT', 'filings')).toBe('REVIEWS_MISSING');
    await step(reviewer, 'filings', filing, 'RECORD_REVIEW', { section: 'youngCadre', result: 'agree' });
    const disagreeing = { section: 'supervision', result: 'disagree', opinion: '材料与决定不符。' };
    await step(reviewer2, 'filings', filing, 'RECORD_REVIEW', disagreeing);
    expect(await offer(chief, filing, 'ACCEPT', 'filings')).toBe('SECTION_DISAGREES');
    expect(await offer(chief, filing, 'ACCEPT_WITH_REMARKS', 'filings')).toBe('possible');
  });

  it('a case can be drawn: its states and the steps to them stand in the catalogue under its own revision', async () => {
    const { clerk } = stage.cast;
    const id = await submit(stage, [await promotion(YOUNG)]);
    const { body: view } = await clerk.get(`proposals/${id}`);
    const { statePath, machineRevision } = view as { statePath: string; machineRevision: number };
    const { body: list } = await clerk.get('workflows');
    const charts = (list as { items: { name: string; plural: string; revision: number }[] }).items;
    expect(charts.map(({ plural }) => plural)).toEqual(
      expect.arrayContaining(['proposals', 'filings', 'stocktakes', 'stocktake_units']),
    );
    const { body: chart } = await clerk.get(`workflows/proposal/revisions/${machineRevision}`);
    expect(chart).toEqual(charts.find(({ name }) => name === 'proposal'));
    expect(chart).toMatchObject({
      states: expect.arrayContaining([expect.objectContaining({ path: statePath, label: '已呈报' })]),
      transitions: expect.arrayContaining([
        {
          from: 'submitted',
          to: 'preReview',
          event: 'ACCEPT_FOR_REVIEW',
          label: '受理',
          roles: expect.arrayContaining(['reviewer']),
        },
      ]),
    });
    expect((await clerk.get('workflows/proposal/revisions/999')).status).toBe(404);
    expect((await clerk.get('workflows/nothing/revisions/1')).body).toMatchObject({ code: 'WORKFLOW_NOT_FOUND' });
  });
});
