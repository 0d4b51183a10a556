import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { FilledCity } from './city/fill-city.js';
import { type City, CITY_PASSWORD, fillSampleCity, setCity } from './city/set-city.js';
import { openBrowser, PHONE, type Screen, SMALL, visit, type Visitor } from './kit/browser.js';
import { signIn } from './kit/desk.js';
import { smallPng } from './kit/small-png.js';

const FOLDER = join('docs', 'screenshots');
const MOST_BYTES = 200_000;

interface Shot {
  name: string;
  address: string;
  /** What is done on the page before its picture is taken. */
  first?: (page: Page) => Promise<void>;
  screen?: Screen;
}

const openTab =
  (name: string) =>
  (page: Page): Promise<void> =>
    page.getByRole('tab', { name }).click();

/** The main pages by who works on them. */
function shotsOf({ round, circular, proposals }: FilledCity): Readonly<Record<string, Shot[]>> {
  return {
    reviewer: [
      { name: 'inbox', address: `/desk?open=proposals/${proposals.inReview}` },
      { name: 'case', address: `/proposals/${proposals.flagged}` },
      { name: 'flow', address: `/proposals/${proposals.noticed}`, first: openTab('流程') },
      { name: 'ledger', address: '/ledger' },
      { name: 'round', address: `/stocktakes/${round}` },
      { name: 'circular', address: `/circulars/${circular}` },
    ],
    clerk: [{ name: 'editor', address: `/proposals/${proposals.draft}/edit` }],
    chief: [
      // Charts are drawn after everything has been fetched.
      { name: 'situation', address: '/situation', first: (page) => page.locator('svg text').first().waitFor() },
      { name: 'policies', address: '/admin/policies' },
    ],
    deputy: [{ name: 'phone', address: `/proposals/${proposals.flagged}`, screen: PHONE }],
  };
}

describe('pictures of the main pages for the README', () => {
  let city: City;
  let filled: FilledCity;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    city = await setCity();
    filled = await fillSampleCity(city);
    browser = await openBrowser();
  }, 1_200_000);
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  async function take(visitor: Visitor, { name, address, first, screen = SMALL }: Shot): Promise<number> {
    const { page } = visitor;
    await page.setViewportSize(screen);
    await page.goto(address);
    await visitor.settled();
    await first?.(page);
    await visitor.settled();
    const png = smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }), MOST_BYTES);
    writeFileSync(join(FOLDER, `${name}.png`), png);
    return png.length;
  }

  it('are taken from the sample city, and small enough to be kept', async () => {
    const sizes: number[] = [];
    for (const [username, shots] of Object.entries(shotsOf(filled))) {
      const visitor = await visit(browser, city.address);
      await visitor.page.goto('/');
      await signIn(visitor.page, username, CITY_PASSWORD);
      for (const shot of shots) sizes.push(await take(visitor, shot));
      await visitor.leave();
    }
    expect(Math.max(...sizes)).toBeLessThan(MOST_BYTES);
  }, 1_200_000);
});
