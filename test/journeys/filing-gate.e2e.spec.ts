import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PassedDeadlines } from '../../src/engine/index.js';
import type { Built } from '../support/factories.js';
import type { Body } from './stage/people.js';
import { setStage, type Stage, YOUNG } from './stage/stage.js';
import {
  cleared,
  refusalOf,
  replayDifferences,
  openFilingOf,
  readFiling,
  settle,
  stateOf,
  step,
  toFiling,
} from './stage/walk.js';

interface Opened {
  team: Built;
  proposal: number;
  filing: number;
  items: Body[];
  report: Body;
}

describe('the filing and the second gate', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  async function open(): Promise<Opened> {
    const { team, vacancies } = await stage.buildScene({ approvedDeputies: 3, vacancies: 2 });
    const newcomer = await stage.cadre(YOUNG);
    const items = [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }];
    const proposal = await cleared(stage, items);
    const decidedDay = stage.app.clock.today();
    return { team, proposal, filing: await toFiling(stage, proposal), items, report: { decidedDay, items } };
  }

  it('is opened by the product, never by a person', async () => {
    const response = await stage.cast.clerk.post('filings', { unit: stage.unit.code });
    expect(refusalOf(response)).toBe('405 METHOD_NOT_ALLOWED');
  });

  it('refuses, field by field, what departs from what was cleared', async () => {
    const { clerk } = stage.cast;
    const { filing, items, report } = await open();
    const [item] = items;
    const other = await stage.cadre(YOUNG);
    const file = (change: Body) => clerk.send('filings', filing, 'SUBMIT_FILING', { ...report, ...change });
    const person = await file({ items: [{ ...item, cadre: other.code }] });
    expect(refusalOf(person)).toBe('409 FILING_DEPARTS');
    expect(person.body).toMatchObject({
      params: { differences: [{ item: 1, field: 'cadre', cleared: item!.cadre, filed: other.code }] },
    });
    const { body } = await file({ decidedDay: '2026-01-01', items: [{ ...item, mode: 'probation' }] });
    const { differences } = (body as { params: { differences: { field: string }[] } }).params;
    expect(differences.map(({ field }) => field)).toEqual(['decidedDay', 'mode']);
    expect((body as { detail: string }).detail).toContain('第1项任职方式由“任职”变为“试用期”');
    expect(await stateOf(clerk, 'filings', filing)).toBe('pending');
    await step(clerk, 'filings', filing, 'SUBMIT_FILING', report);
  });

  it('is due seven days after the notice, rolled to a working day; later it is filed late, and never refused for it', async () => {
    const { clerk } = stage.cast;
    const onTime = await open();
    const { body } = await clerk.get(`filings/${onTime.filing}`);
    const { dueDay } = (body as { context: { dueDay: string } }).context;
    expect(body).toMatchObject({ deadlines: [{ name: 'filingDue', dueDay }] });
    stage.app.clock.set(dueDay);
    await step(clerk, 'filings', onTime.filing, 'SUBMIT_FILING', onTime.report);
    expect((await clerk.get(`filings/${onTime.filing}`)).body).toMatchObject({ state: { timeliness: 'onTime' } });

    const late = await open();
    stage.app.clock.set('2026-11-30');
    // Noticed by three processes at once, and again: one event.
    const passed = stage.app.get(PassedDeadlines);
    await Promise.all([passed.run(), passed.run(), passed.run()]);
    expect(await passed.run()).toBe(0);
    const events = (await clerk.get(`filings/${late.filing}/history`)).body as { type: string }[];
    expect(events.filter(({ type }) => type === 'DEADLINE_PASSED')).toHaveLength(1);
    expect((await clerk.get(`filings/${late.filing}`)).body).toMatchObject({ state: { timeliness: 'overdue' } });
    await step(clerk, 'filings', late.filing, 'SUBMIT_FILING', late.report);
    expect((await clerk.get(`filings/${late.filing}`)).body).toMatchObject({ state: { timeliness: 'filedLate' } });
    stage.app.clock.set('2026-09-07');
  });

  it('judges again: worse than before needs remarks, and the difference is on record', async () => {
    const { cast } = stage;
    const { team, proposal, filing, report } = await open();
    await step(cast.clerk, 'filings', filing, 'SUBMIT_FILING', report);
    await readFiling(stage, filing);
    // Since the decision, the city asks more of this team.
    await stage.askOf(team, 2);
    expect(refusalOf(await cast.chief.send('filings', filing, 'ACCEPT'))).toBe('409 GATE_WORSENED');
    await step(cast.chief, 'filings', filing, 'ACCEPT_WITH_REMARKS', { opinion: '请年内再配备一名。' });
    const { body } = await cast.chief.get(`filings/${filing}/history`);
    const last = (body as { facts: { gate: Body; gateDifference: Body[] } }[]).at(-1)!;
    expect(last.facts.gate).toMatchObject({ verdict: 'flag' });
    expect(last.facts.gateDifference[0]).toMatchObject({ scope: 'overall', sentence: expect.stringContaining('变为') });
    await settle(stage);
    expect(await stateOf(cast.clerk, 'proposals', proposal)).toBe('filed');
  });

  it('goes back for supplement and correction, and needs both sections and a third person', async () => {
    const { cast } = stage;
    const { filing, report } = await open();
    await step(cast.clerk, 'filings', filing, 'SUBMIT_FILING', report);
    const lacking = { missing: ['任前公示材料'], opinion: '请补正。' };
    await step(cast.reviewer, 'filings', filing, 'REQUEST_SUPPLEMENT', lacking);
    await step(cast.clerk, 'filings', filing, 'SUPPLEMENT');
    await step(cast.reviewer, 'filings', filing, 'ACCEPT_MATERIALS');
    expect(refusalOf(await cast.deputy.send('filings', filing, 'ACCEPT'))).toBe('409 REVIEWS_MISSING');
    await step(cast.chief, 'filings', filing, 'RECORD_REVIEW', { section: 'youngCadre', result: 'agree' });
    await step(cast.chief, 'filings', filing, 'RECORD_REVIEW', { section: 'supervision', result: 'agree' });
    expect(refusalOf(await cast.chief.send('filings', filing, 'ACCEPT'))).toBe('409 NO_SELF_APPROVAL');
    await step(cast.deputy, 'filings', filing, 'ORDER_CORRECTION', { opinion: '文号有误。' });
    await step(cast.clerk, 'filings', filing, 'CORRECT', report);
    await readFiling(stage, filing);
    await step(cast.deputy, 'filings', filing, 'ACCEPT');
    expect(await stateOf(cast.clerk, 'filings', filing)).toBe('accepted');
  });

  it('rejected, the proposal can be filed anew; terminated, its filing is cancelled and the posts are free', async () => {
    const { cast, app } = stage;
    const { proposal, filing, items, report } = await open();
    await step(cast.clerk, 'filings', filing, 'SUBMIT_FILING', report);
    await readFiling(stage, filing);
    await step(cast.chief, 'filings', filing, 'REJECT', { opinion: '程序不合规。' });
    await settle(stage);
    expect(await stateOf(cast.clerk, 'proposals', proposal)).toBe('filingRefused');
    await step(cast.leader, 'proposals', proposal, 'REFILE');
    const second = await openFilingOf(stage, proposal);
    expect(second).not.toBe(filing);
    await step(cast.chief, 'proposals', proposal, 'TERMINATE', { opinion: '不再任用。' });
    await settle(stage);
    expect(await stateOf(cast.clerk, 'filings', second)).toBe('cancelled');
    const text = 'SELECT holds, cleared FROM proposal_item WHERE proposal_id = $1';
    const { rows } = await app.database.db.queryDynamic(text, [proposal]);
    expect(rows).toEqual(items.map(() => ({ holds: false, cleared: false })));
  });

  it('hears a message once, though it be delivered twice', async () => {
    const { cast, app } = stage;
    const { proposal, filing, report } = await open();
    await step(cast.clerk, 'filings', filing, 'SUBMIT_FILING', report);
    await readFiling(stage, filing);
    await step(cast.chief, 'filings', filing, 'ACCEPT');
    await settle(stage);
    const shown = async (): Promise<unknown[]> => [
      (await cast.clerk.get(`proposals/${proposal}/history`)).body,
      (await cast.clerk.get('filings')).body,
    ];
    const before = await shown();
    await app.database.db.queryDynamic('UPDATE outbox SET done_at = NULL, next_attempt_at = now()');
    await settle(stage);
    expect(await shown()).toEqual(before);
  });

  it('appoints nobody when the directory has changed meanwhile', async () => {
    const { cast, app } = stage;
    const { proposal, filing, items, report } = await open();
    await step(cast.clerk, 'filings', filing, 'SUBMIT_FILING', report);
    await readFiling(stage, filing);
    await step(cast.chief, 'filings', filing, 'ACCEPT');
    await settle(stage);
    await app.database.db.queryDynamic(
      `INSERT INTO appointment (cadre_id, post_id, from_day)
       SELECT cadre.id, post.id, '2026-01-01' FROM cadre, post WHERE cadre.code = $1 AND post.code = $2`,
      [(await stage.cadre(YOUNG)).code, items[0]!.appointTo],
    );
    const document = { documentNo: '某组干〔2026〕2号', documentDay: app.clock.today() };
    expect(refusalOf(await cast.leader.send('proposals', proposal, 'APPOINT', document))).toBe('409 DIRECTORY_CHANGED');
    expect(await stateOf(cast.leader, 'proposals', proposal)).toBe('filed');
  });

  it('leaves histories that replay to what is stored', async () => {
    expect(await replayDifferences(stage)).toEqual([]);
  });
});
