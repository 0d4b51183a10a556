import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type City, CITY_PASSWORD, fillSampleCity, setCity } from './city/set-city.js';
import { openBrowser, visit } from './kit/browser.js';
import { signIn } from './kit/desk.js';

jest.setTimeout(300_000);

const THROTTLE = 4;
const RUNS = 7;

/** How long until the inbox can be used, by a processor slowed fourfold. Printed, not asserted: machines differ. */
describe('the inbox', () => {
  let city: City;
  let browser: Browser;
  beforeAll(async () => {
    city = await setCity();
    await fillSampleCity(city);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
  });

  it('is opened again and again, with nothing kept and with everything kept', async () => {
    const { page } = await visit(browser, city.address);
    await page.goto('/desk');
    await signIn(page, 'reviewer', CITY_PASSWORD);
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const open = async (kept: boolean): Promise<number> => {
      await page.goto('about:blank');
      if (!kept) await client.send('Network.clearBrowserCache');
      const start = performance.now();
      await page.goto('/desk');
      await page.locator('.row-item').first().waitFor();
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
      return performance.now() - start;
    };
    for (const kept of [false, true]) {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1) times.push(await open(kept));
      const sorted = times.toSorted((a, b) => a - b).map(Math.round);
      const words = kept ? 'files kept by the browser' : 'nothing kept';
      process.stdout.write(`inbox usable, CPU slowed ${THROTTLE} times, ${words}: ${sorted.join(', ')} ms\n`);
    }
    expect(await page.locator('.row-item').count()).toBeGreaterThan(0);
  });
});
