import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { setStage, type Stage, YOUNG } from '../journeys/stage/stage.js';
import { cleared, settle, stateOf, toDeliberation } from '../journeys/stage/walk.js';
import { openBrowser, visit, type Visitor } from './kit/browser.js';
import { addressOf, openAccount, signIn, takeStep } from './kit/desk.js';

describe('a meeting at the desk', () => {
  let stage: Stage;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let proposals: number[];

  beforeAll(async () => {
    stage = await setStage();
    await openAccount(stage, 'desk-clerk', 'clerk', stage.unit);
    await openAccount(stage, 'desk-leader', 'leader', stage.unit);
    proposals = [await awaiting(), await awaiting()];
    browser = await openBrowser();
    visitor = await visit(browser, addressOf(stage));
    page = visitor.page;
  }, 300_000);
  afterAll(async () => {
    await visitor.leave();
    await browser.close();
    await stage.close();
  });

  async function awaiting(): Promise<number> {
    const { vacancies } = await stage.buildScene();
    const newcomer = await stage.cadre(YOUNG);
    const id = await cleared(stage, [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
    await toDeliberation(stage, id);
    return id;
  }

  const seesState = (label: string) => page.locator('.case-head .state', { hasText: label }).waitFor();

  it('is arranged from proposals that wait, voted on by keys with the sentence told, and decides them', async () => {
    await page.goto(`/meetings/new?unit=${stage.unit.code}`);
    await signIn(page, 'desk-clerk');
    await page.getByLabel('地点').fill('三楼会议室');
    for (const proposal of proposals)
      await page.getByRole('checkbox', { name: new RegExp(`^第${proposal}号`) }).check();
    for (const [at, name] of ['赵一', '钱二', '孙三'].entries()) {
      await page.getByRole('button', { name: '添加成员' }).click();
      await page.getByLabel(`第${at + 1}名成员的姓名`).fill(name);
      await page.getByLabel(`第${at + 1}名成员的职务`).fill('党组成员');
    }
    await page.getByRole('button', { name: '保存会议安排' }).click();
    await seesState('拟定议程');
    await takeStep(page, '发出会议通知');
    await seesState('已通知，待开会');
    await takeStep(page, '登记到会情况', async (form) => {
      await form.getByText('应到会成员3人，实到3人').waitFor();
    });
    await takeStep(page, '开始表决');
    await seesState('表决中');

    await takeStep(page, '登记表决', async (form) => {
      const cell = (row: number, column: number) => form.locator(`[data-at="${row}-${column}"]`);
      const told = form.locator('.vote-sentence');
      // Members one after the other; the chair, in the first column, comes last.
      await cell(0, 1).focus();
      await page.keyboard.press('1');
      await page.keyboard.press('1');
      await told
        .first()
        .filter({ hasText: '同意1票、不同意0票、缓议0票，尚有2人未表决；应到会成员3人，须2票同意，还需1票。' })
        .waitFor();
      await page.keyboard.press('1');
      await page.keyboard.press('3');
      await told.first().filter({ hasText: '已获通过' }).waitFor();
      await cell(0, 0).focus();
      await page.keyboard.press('1');
      await page.keyboard.press('3');
      await told.last().filter({ hasText: '缓议。' }).waitFor();
    });
    await page.getByRole('region', { name: '表决情况' }).getByText('已获通过').waitFor();

    await takeStep(page, '结束表决', async (form) => {
      await form.getByText('是', { exact: true }).click();
    });
    await takeStep(page, '拟写会议纪要', async (form) => {
      await form.getByLabel('记录人').fill('冯记');
    });
    await seesState('纪要待签发');
    expect(visitor.complaints).toEqual([]);
  }, 300_000);

  it('is signed by another, closed, and named by the proposals it decided', async () => {
    const meeting = page.url();
    const leader = await visit(browser, addressOf(stage));
    page = leader.page;
    await page.goto(new URL(meeting).pathname);
    await signIn(page, 'desk-leader');
    await takeStep(page, '签发会议纪要');
    await takeStep(page, '办结会议');
    await settle(stage);
    await page.reload();
    await seesState('已办结');
    expect(await stateOf(stage.cast.clerk, 'proposals', proposals[0]!)).toBe('inSelection.publicNotice.pending');
    expect(await stateOf(stage.cast.clerk, 'proposals', proposals[1]!)).toBe('inSelection.deferred');
    await page.goto(`/proposals/${proposals[0]}`);
    await page.getByRole('region', { name: '会议', exact: true }).getByRole('link').waitFor();
    expect(leader.complaints).toEqual([]);
    await leader.leave();
  }, 300_000);
});
