import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { setStage, type Stage, YOUNG } from '../journeys/stage/stage.js';
import { buildUnit } from '../support/factories.js';
import { openBrowser, PHONE, visit, type Visitor } from './kit/browser.js';
import { addressOf, openAccount, seesState, signIn } from './kit/desk.js';

describe('the rooms around the desk', () => {
  let stage: Stage;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage();
    await stage.buildScene();
    await stage.cadre(YOUNG);
    await buildUnit(stage.app.database.db, { code: 'ZZB', kind: 'organization-department' });
    await openAccount(stage, 'rooms-chief', 'chief', null);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });
  beforeEach(async () => {
    visitor = await visit(browser, addressOf(stage));
    page = visitor.page;
  });
  afterEach(() => visitor.leave());

  it('the situation room: a chart has its twin in numbers, and a number opens the list behind it', async () => {
    await page.goto('/situation');
    await signIn(page, 'rooms-chief');
    const levels = page.getByRole('region', { name: '各旗县区预警等级' });
    await levels.getByRole('img').first().waitFor();
    await levels.getByText('表', { exact: true }).click();
    const shortfall = levels.getByRole('row').nth(1).getByRole('link').last();
    const told = await shortfall.innerText();
    await shortfall.click();
    await page.getByRole('heading', { name: '配备台账' }).waitFor();
    expect(new URL(page.url()).searchParams.get('short')).toBe('true');
    await page.getByLabel('合计').getByText('差额', { exact: true }).waitFor();
    expect(await page.getByLabel('合计').locator('div', { hasText: '差额' }).first().innerText()).toContain(told);
    expect(visitor.complaints).toEqual([]);
  });

  it('speaks English when asked, also after a reload, and Chinese again', async () => {
    await page.goto('/situation');
    await signIn(page, 'rooms-chief');
    await page.getByRole('button', { name: /账户菜单/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Situation' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: /account menu/ }).click();
    await page.getByRole('menuitem', { name: '中文' }).click();
    await page.getByRole('heading', { name: '态势' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('a round that nobody opened at the end of its quarter is opened by hand', async () => {
    await page.goto('/desk?tab=all&kind=stocktakes');
    await signIn(page, 'rooms-chief');
    await page.getByRole('button', { name: '开展摸底调度' }).click();
    const dialog = page.getByRole('dialog', { name: '开展摸底调度' });
    await dialog.getByText('季度结束后会自动开展').waitFor();
    await dialog.getByRole('button', { name: /^开\s?展$/ }).click();
    await seesState(page, '摸底核对');
    expect(new URL(page.url()).pathname).toMatch(/^\/stocktakes\/\d+$/);
    expect(visitor.complaints).toEqual([]);
  });

  it('in English the open case stands beside its list, whether words or parts come first', async () => {
    await page.goto('/desk?tab=all&kind=stocktakes');
    await signIn(page, 'rooms-chief');
    await page.locator('.row').first().click();
    await page.locator('.desk-case h1').waitFor();
    await page.evaluate(`localStorage.setItem('qingpei:language', 'en')`);
    const opened = page.url();
    for (let time = 0; time < 5; time += 1) {
      await page.goto(opened);
      await page.getByRole('tab', { name: 'Flow' }).waitFor();
      expect(await page.locator('.desk-case h1').innerText()).toContain('摸底调度');
    }
    await visitor.settled();
    expect(visitor.complaints).toEqual([]);
  });

  it('on a phone the menu folds out of a button, and away when a page is chosen; a case takes the place of the list', async () => {
    await page.setViewportSize(PHONE);
    await page.goto('/desk?tab=all&kind=stocktakes');
    await signIn(page, 'rooms-chief');
    const menu = page.getByRole('navigation', { name: '主导航' });
    const list = page.getByRole('region', { name: '事项列表' });
    await list
      .getByRole('button', { name: /摸底调度/ })
      .first()
      .waitFor();
    expect(await menu.isVisible()).toBe(false);
    await list.locator('.row').first().click();
    await page.getByRole('heading', { level: 1, name: /摸底调度/ }).waitFor();
    expect(await list.isVisible()).toBe(false);
    await page.getByRole('button', { name: '返回列表' }).click();
    await list.waitFor();
    await page.getByRole('button', { name: '菜单', exact: true }).click();
    await menu.getByRole('link', { name: '名录' }).click();
    await page.getByRole('heading', { name: '名录' }).waitFor();
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole('table', { name: '干部' }).getByRole('link').first().waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});
