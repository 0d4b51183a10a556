import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { caseAddresses, DIALOGS, placesOf } from './city/places.js';
import { setTown, type Town } from './city/set-town.js';
import { menuOf, routePatterns } from './kit/addresses.js';
import { axeFaults } from './kit/axe.js';
import { openBrowser, PAPER, PHONE, type Screen, SMALL, visit, type Visitor } from './kit/browser.js';
import { addressOf, signIn } from './kit/desk.js';
import { Inspector } from './kit/inspector.js';
import { layoutFaults } from './kit/layout.js';
import { makeOld } from './kit/old-browser.js';
import { pagesOf } from './kit/pdf.js';

const ROLES = [
  'clerk',
  'leader',
  'reviewer',
  'chief',
  'deputy',
  'head',
  'discipline',
  'establishment',
  'admin',
  'sysadmin',
  'secadmin',
  'auditadmin',
] as const;

// A city, a browser and many pages: minutes, and more of them on a machine that does other things besides.
jest.setTimeout(900_000);

describe('every page of the desk, for everybody who has it', () => {
  let town: Town;
  let home: string;
  let browser: Browser;
  const inspector = new Inspector();

  beforeAll(async () => {
    town = await setTown(ROLES);
    home = addressOf(town.stage);
    browser = await openBrowser();
  });
  afterAll(async () => {
    inspector.close();
    await browser.close();
    await town.stage.close();
  });

  /** Somebody has signed in and the page has come to rest. */
  async function comes(username: string, screen?: Screen, first?: (page: Page) => Promise<unknown>): Promise<Visitor> {
    const visitor = await visit(browser, home, screen);
    await first?.(visitor.page);
    await visitor.page.goto('/');
    await signIn(visitor.page, `town-${username}`);
    await visitor.settled();
    return visitor;
  }

  async function goes(visitor: Visitor, address: string): Promise<void> {
    await visitor.page.goto(address);
    await visitor.settled();
  }

  it('the sign-in', async () => {
    const visitor = await visit(browser, home);
    expect(await inspector.inspect(visitor, '/')).toEqual([]);
    await visitor.leave();
  });

  it.each(ROLES)('what the menu offers to %s', async (username) => {
    const visitor = await comes(username);
    const faults: string[] = [];
    for (const address of await menuOf(visitor.page)) {
      // The same list with another filter is looked at once, by whoever has it first.
      if (address.includes('?') && inspector.knows(address)) continue;
      faults.push(...(await inspector.inspect(visitor, address)));
    }
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  it.each(['reviewer', 'clerk'])('cases of every kind and places in the directory, as %s', async (username) => {
    const visitor = await comes(username);
    const faults: string[] = [];
    const addresses = new Set([...(await caseAddresses(town, username)), ...(await placesOf(town, username))]);
    for (const address of addresses) faults.push(...(await inspector.inspect(visitor, address)));
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  it('what opens over a page', async () => {
    const faults: string[] = [];
    for (const [username, dialogs] of Object.entries(DIALOGS)) {
      const visitor = await comes(username);
      for (const { address, name, open } of dialogs(town)) {
        await goes(visitor, address);
        await open(visitor.page);
        await visitor.settled();
        const found = [...(await axeFaults(visitor.page)), ...visitor.complaints.splice(0)];
        faults.push(...found.map((fault) => `${address}, ${name}: ${fault}`));
      }
      await visitor.leave();
    }
    expect(faults).toEqual([]);
  });

  it('on a phone: the list, a case and its steps need no scrolling sideways', async () => {
    const visitor = await comes('reviewer', PHONE);
    const faults: string[] = [];
    for (const address of [
      '/desk',
      `/desk?open=proposals/${town.proposals.inReview}`,
      `/proposals/${town.proposals.flagged}`,
    ]) {
      await goes(visitor, address);
      faults.push(...(await layoutFaults(visitor.page)).map((fault) => `${address}: ${fault}`));
    }
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  it('without what Chrome 90 lacks: the main pages and the drawn flow work all the same', async () => {
    const visitor = await comes('chief', SMALL, makeOld);
    const { page } = visitor;
    expect(await page.evaluate('typeof Array.fromAsync')).toBe('undefined');
    for (const address of ['/desk', '/situation', '/ledger', '/admin/policies', '/admin/machines']) {
      await goes(visitor, address);
      await page.getByRole('main').getByRole('heading').first().waitFor();
    }
    await page.getByRole('region', { name: '流程图' }).locator('svg text').first().waitFor();
    await goes(visitor, `/proposals/${town.proposals.flagged}`);
    await page.getByRole('region', { name: '可办操作' }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('a case on paper: A4, all of it, without what is for pressing', async () => {
    const visitor = await comes('reviewer');
    const { page } = visitor;
    await goes(visitor, `/proposals/${town.proposals.flagged}`);
    const last = page.getByRole('main').getByRole('heading').last();
    const sheets = pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(sheets.length).toBeGreaterThanOrEqual(1);
    expect(sheets.length).toBeLessThanOrEqual(4);
    for (const { widthMm, heightMm } of sheets) expect([widthMm, heightMm]).toEqual([210, 297]);

    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    await visitor.settled();
    expect(await layoutFaults(page)).toEqual([]);
    for (const name of ['主导航', '可办操作'])
      expect(await page.getByLabel(name, { exact: true }).isVisible()).toBe(false);
    // Nothing scrolls on paper: what lies below the window's edge is part of the page's own height.
    const end = (await last.boundingBox())!;
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    expect(height).toBeGreaterThanOrEqual(Math.floor(end.y + end.height));
    await visitor.leave();
  });

  it('a page that has lost a card, or stays empty, does not pass for itself', async () => {
    const visitor = await comes('clerk');
    const { page } = visitor;
    // First seen, and so pictured, by this one: others have other numbers on it.
    const address = '/situation';
    const name = `${address} ${SMALL.width}×${SMALL.height}`;
    await goes(visitor, address);
    expect(await inspector.pictures.hasChanged(page, name)).toBe(false);
    await page.evaluate(`document.querySelector('main .card').remove()`);
    expect(await inspector.pictures.hasChanged(page, name)).toBe(true);
    await page.evaluate(`document.querySelector('main').replaceChildren()`);
    expect(await inspector.pictures.hasChanged(page, name)).toBe(true);
    await visitor.leave();
  });

  it('no page is left out', () => {
    const left = routePatterns().filter((pattern) => !inspector.addresses.some((address) => pattern.test(address)));
    expect(left).toEqual([]);
  });
});
