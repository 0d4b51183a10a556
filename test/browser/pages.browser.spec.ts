import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { caseAddresses, DIALOGS, placesOf } from './city/places.js';
import { setTown, type Town } from './city/set-town.js';
import { menuOf, routePatterns } from './kit/addresses.js';
import { axeFaults } from './kit/axe.js';
import { openBrowser, PHONE, visit, type Visitor } from './kit/browser.js';
import { addressOf, signIn } from './kit/desk.js';
import { Inspector } from './kit/inspector.js';
import { layoutFaults } from './kit/layout.js';

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

// A city, a browser and many pages: minutes on a machine that does other things besides.
jest.setTimeout(300_000);

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

  const comeIn = async (username: string, visitor: Visitor): Promise<void> => {
    await visitor.page.goto('/');
    await signIn(visitor.page, `town-${username}`);
    await visitor.settled();
  };

  it('the sign-in', async () => {
    const visitor = await visit(browser, home);
    expect(await inspector.inspect(visitor, '/')).toEqual([]);
    await visitor.leave();
  });

  it.each(ROLES)('what the menu offers to %s', async (username) => {
    const visitor = await visit(browser, home);
    await comeIn(username, visitor);
    const faults: string[] = [];
    for (const address of await menuOf(visitor.page)) faults.push(...(await inspector.inspect(visitor, address)));
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  it.each(['reviewer', 'clerk'])('cases of every kind and places in the directory, as %s', async (username) => {
    const visitor = await visit(browser, home);
    await comeIn(username, visitor);
    const faults: string[] = [];
    const addresses = [...(await caseAddresses(town, username)), ...(await placesOf(town, username))];
    for (const address of addresses) faults.push(...(await inspector.inspect(visitor, address)));
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  it('what opens over a page', async () => {
    const faults: string[] = [];
    for (const [username, dialogs] of Object.entries(DIALOGS)) {
      const visitor = await visit(browser, home);
      await comeIn(username, visitor);
      for (const { address, name, open } of dialogs(town)) {
        await visitor.page.goto(address);
        await visitor.settled();
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
    const visitor = await visit(browser, home, PHONE);
    await comeIn('reviewer', visitor);
    const faults: string[] = [];
    for (const address of [
      '/desk',
      `/desk?open=proposals/${town.proposals.inReview}`,
      `/proposals/${town.proposals.flagged}`,
    ]) {
      await visitor.page.goto(address);
      await visitor.settled();
      faults.push(...(await layoutFaults(visitor.page)).map((fault) => `${address}: ${fault}`));
    }
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  it('no page is left out', () => {
    const left = routePatterns().filter((pattern) => !inspector.addresses.some((address) => pattern.test(address)));
    expect(left).toEqual([]);
  });
});
