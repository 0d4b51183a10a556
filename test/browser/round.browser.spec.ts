import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { OpenDueRounds } from '../../src/workflows/stocktake/index.js';
import { upkeep, warningOf } from '../journeys/stage/round.js';
import { setStage, type Stage, type TeamScene } from '../journeys/stage/stage.js';
import { settle, stateOf, step } from '../journeys/stage/walk.js';
import { buildUnit } from '../support/factories.js';
import { openBrowser, visit, type Visitor } from './kit/browser.js';
import { addressOf, openAccount, seesState, signIn, takeStep } from './kit/desk.js';

// Whole days at the desk: minutes on a machine that does other things besides.
jest.setTimeout(600_000);

/** One round, from the quarter's end to the circular that names who has not moved: each step by whoever takes it. */
describe('a round from its opening to the circular', () => {
  let stage: Stage;
  let browser: Browser;
  let slow: TeamScene;
  let round: number;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    stage = await setStage();
    await buildUnit(stage.app.database.db, { code: 'ZZB', kind: 'organization-department' });
    slow = await stage.buildScene();
    await openAccount(stage, 'round-area', 'clerk', stage.county);
    for (const role of ['reviewer', 'chief', 'deputy', 'head'] as const) {
      await openAccount(stage, `round-${role}`, role, null);
    }
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  /** The same person stays signed in from step to step. */
  async function at(role: string, address: string): Promise<Page> {
    const known = visitors.get(role);
    const visitor = known ?? (await visit(browser, addressOf(stage)));
    visitors.set(role, visitor);
    await visitor.page.goto(address);
    if (known === undefined) await signIn(visitor.page, `round-${role}`);
    return visitor.page;
  }

  it('the ledger is frozen, reported and read by the heads', async () => {
    stage.app.clock.set('2026-09-30');
    round = (await stage.app.get(OpenDueRounds).openDueRounds('2026-09-30'))!;
    await settle(stage);
    const reviewer = await at('reviewer', `/stocktakes/${round}`);
    await seesState(reviewer, '摸底核对');
    await takeStep(reviewer, '固化台账', async (form) => {
      await form.getByRole('radio', { name: '是' }).check();
      await form.getByLabel('意见').fill('均已电话核对。');
    });
    await settle(stage);
    await seesState(reviewer, '台账已固化');
    await takeStep(reviewer, '报部领导');
    const deputy = await at('deputy', `/stocktakes/${round}`);
    await takeStep(deputy, '审阅同意');
    await seesState(deputy, '部领导已审阅');
    await settle(stage);
    expect(await stateOf(stage.cast.reviewer, 'stocktakes', round)).toBe('endorsed');
  });

  it('the letters go out, one to one, and the area confirms its own in its inbox', async () => {
    const deputy = await at('deputy', `/stocktakes/${round}`);
    await takeStep(deputy, '签发反馈函');
    await settle(stage);
    await seesState(deputy, '已书面反馈');
    const area = await at('area', '/desk');
    await area.getByRole('region', { name: '事项列表' }).getByRole('button', { name: /摸底/ }).first().click();
    await takeStep(area, '签收');
    await seesState(area, '已签收，待回复');
    await settle(stage);
    expect((await warningOf(stage.cast.reviewer, slow.team)).statePath).toBe('open.firstReminder.delivered');
  });

  it('a second reminder changes nothing, and the circular is signed by both heads', async () => {
    stage.app.clock.set('2026-10-30');
    await upkeep(stage);
    const { id } = await warningOf(stage.cast.reviewer, slow.team);
    const chief = await at('chief', `/warnings/${id}`);
    await takeStep(chief, '签发提示函');
    await settle(stage);
    await step(stage.cast.leader, 'warnings', id, 'RECEIVE');
    await step(stage.cast.reviewer, 'warnings', id, 'TAKE_NOTE');
    const { body } = await stage.cast.reviewer.post('circulars', { unit: 'ZZB', round });
    const circular = (body as { id: number }).id;
    const reviewer = await at('reviewer', `/circulars/${circular}`);
    await takeStep(reviewer, '报签');
    await seesState(reviewer, '待分管部长签署');
    const deputy = await at('deputy', `/circulars/${circular}`);
    await takeStep(deputy, '分管部长签署');
    const head = await at('head', `/circulars/${circular}`);
    await takeStep(head, '部长签发');
    await settle(stage);
    await seesState(head, '已印发，待签收');
    expect(await stateOf(stage.cast.reviewer, 'circulars', circular)).toBe('issued');
  });

  it('and no browser has complained', () => {
    expect([...visitors.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
