import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { setStage, type Stage, YOUNG } from '../journeys/stage/stage.js';
import { step, submit } from '../journeys/stage/walk.js';
import { axeFaults } from './kit/axe.js';
import { openBrowser, visit, type Visitor } from './kit/browser.js';
import { addressOf, openAccount, signIn, takeStep } from './kit/desk.js';

describe('the establishment office at its desk', () => {
  let stage: Stage;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let proposal: number;

  beforeAll(async () => {
    stage = await setStage();
    await openAccount(stage, 'desk-office', 'establishment', stage.county);
    await openAccount(stage, 'desk-chief', 'chief', stage.county);
    const { vacancies } = await stage.buildScene({ approvedDeputies: 3, vacancies: 2 });
    const { code } = await stage.cadre(YOUNG);
    proposal = await submit(stage, [{ cadre: code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
    await step(stage.cast.reviewer, 'proposals', proposal, 'ACCEPT_FOR_REVIEW');
    browser = await openBrowser();
    visitor = await visit(browser, addressOf(stage));
    page = visitor.page;
  }, 300_000);
  afterAll(async () => {
    await visitor.leave();
    await browser.close();
    await stage.close();
  });

  /** For looking at: SHOTS names a folder. */
  const picture = async (name: string): Promise<void> => {
    if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
  };

  it('finds what waits for it, reads the numbers, disagrees with words, and keeps what it signed', async () => {
    await page.goto('/desk');
    await signIn(page, 'desk-office');
    await page.getByRole('button', { name: /干部职数配备预审/ }).click();
    const sheet = page.getByRole('table').filter({ hasText: '职数层级' });
    await sheet.getByRole('row').filter({ hasText: '副职' }).getByText('未超').waitFor();
    await visitor.settled();
    expect(await axeFaults(page)).toEqual([]);
    await picture('headcount-desk');

    await page.goto(`/headcount_reviews/${proposal}`);
    await sheet.waitFor();
    await visitor.settled();
    await picture('headcount-page');
    await takeStep(page, '签署职数预审', async (form) => {
      await form.getByText('不同意', { exact: true }).click();
      await form.getByLabel('意见').fill('该局副职核定职数应为2名，请核对。');
      await picture('headcount-signing');
    });
    await page.locator('.case-head .state', { hasText: '已签署：不同意' }).waitFor();
    await page.getByText('该局副职核定职数应为2名，请核对。').first().waitFor();
    await visitor.settled();
    await picture('headcount-signed');
    expect(await page.getByText('意见', { exact: true }).count()).toBe(0);

    await page.goto('/desk?tab=all&kind=headcount_reviews');
    await page.getByRole('button', { name: /已签署：不同意/ }).waitFor();
    expect(visitor.complaints).toEqual([]);
  }, 300_000);

  it('is heard where the proposal is decided: on its page, with the words', async () => {
    const other = await visit(browser, addressOf(stage));
    await other.page.goto(`/proposals/${proposal}`);
    await signIn(other.page, 'desk-chief');
    await other.page.getByRole('tab', { name: /办理经过/ }).click();
    const steps = other.page.locator('.timeline > li').filter({ hasText: '（编办）' });
    await steps.first().waitFor();
    expect(await steps.allTextContents()).toEqual([expect.stringContaining('该局副职核定职数应为2名，请核对。')]);
    if (process.env['SHOTS'] !== undefined)
      await other.page.screenshot({ path: `${process.env['SHOTS']}/headcount-heard.png` });
    await other.leave();
  }, 300_000);
});
