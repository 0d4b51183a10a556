import { type Browser, chromium, type Page } from 'playwright-core';

/** As root and in small containers Chromium needs to be told; nothing it does by itself may reach the network. */
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'];

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
  leave(): Promise<void>;
}

/** Somebody at a small office screen, in China. */
export async function visit(browser: Browser, address: string): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  return { page, complaints, leave: () => context.close() };
}
