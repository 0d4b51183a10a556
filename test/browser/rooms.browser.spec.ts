import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { setStage, type Stage, YOUNG } from '../journeys/stage/stage.js';
import { openBrowser, visit, type Visitor } from './kit/browser.js';
import { addressOf, openAccount, signIn } from './kit/desk.js';

describe('the rooms around the desk', () => {
  let stage: Stage;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage();
    await stage.buildScene();
    await stage.cadre(YOUNG);
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
});
