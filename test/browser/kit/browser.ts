import { type Browser, chromium, type Page } from 'playwright-core';
import { Settling } from './settled.js';

/** As root and in small containers Chromium needs to be told; nothing it does by itself may reach the network. */
export const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'];

/** @returns a browser; the project's configuration has found it and passes its place on */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'];
  if (executablePath === undefined) throw new Error('CHROMIUM does not name a browser');
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface Visitor {
  page: Page;
  /** What the browser complained about so far: nothing, on a page that works. */
  complaints: string[];
  /** Waits until the page has come to rest. */
  settled(): Promise<void>;
  leave(): Promise<void>;
}

export interface Screen {
  width: number;
  height: number;
}

export const SMALL: Screen = { width: 1366, height: 768 };
export const LARGE: Screen = { width: 1920, height: 1080 };
export const PHONE: Screen = { width: 390, height: 844 };
/** What is left of an A4 sheet between its margins, at 96 pixels an inch. */
export const PAPER: Screen = { width: 703, height: 1017 };

/** Somebody in China, at a small office screen unless it is another one. */
export async function visit(browser: Browser, address: string, viewport: Screen = SMALL): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  // Waiting ends when what is waited for comes: patience costs nothing, and machines are busy at times.
  page.setDefaultTimeout(60_000);
  const settling = new Settling(page);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  page.on('requestfailed', (request) => {
    // Whoever leaves a page leaves what it was asking for.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') complaints.push(`${why} ${request.url()}`);
  });
  return { page, complaints, settled: () => settling.settled(), leave: () => context.close() };
}
