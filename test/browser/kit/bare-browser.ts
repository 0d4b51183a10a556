import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { FLAGS, SMALL } from './browser.js';

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: { name?: string; payload?: string };
}

/** What a page calls to tell something of itself: to be asked again and again would keep it from its work. */
const TELLS = 'told';

/**
 * Chromium with one page and nobody looking on. What drives a browser for a test also watches every request and every script,
 * and a page so watched takes half as long again: whoever asks how long people wait uses this one.
 */
export class BareBrowser {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly words = new Map<string, number>();
  private readonly awaited = new Map<string, (value: number) => void>();
  private rest = '';
  private lastId = 0;
  private page = '';

  private constructor(private readonly process: ChildProcess) {
    this.from.setEncoding('utf8').on('data', (text: string) => this.hear(text));
  }

  /** @param profile an empty folder, where the browser keeps what it has fetched and compiled */
  static async start(profile: string): Promise<BareBrowser> {
    const size = `--window-size=${SMALL.width},${SMALL.height}`;
    const flags = [...FLAGS, '--headless=new', '--no-first-run', '--remote-debugging-pipe', size, '--lang=zh-CN'];
    const process = spawn(globalThis.process.env['CHROMIUM'] ?? '', [...flags, `--user-data-dir=${profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const browser = new BareBrowser(process);
    const { targetId } = await browser.ask<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.ask<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    browser.page = sessionId;
    await browser.ofPage('Page.enable');
    await browser.ofPage('Runtime.enable');
    await browser.ofPage('Runtime.addBinding', { name: TELLS });
    return browser;
  }

  /** Sends a command of the browser's own protocol to the page. */
  ofPage<T>(method: string, params: object = {}): Promise<T> {
    return this.ask<T>(method, params, this.page);
  }

  /** Leaves the page for another; what it told is forgotten. */
  async goTo(url: string): Promise<void> {
    await this.ofPage('Page.navigate', { url });
    this.words.clear();
  }

  /** Waits until the page calls `told('<name> <number>')`. */
  told(name: string): Promise<number> {
    const known = this.words.get(name);
    return known === undefined ? new Promise((resolve) => this.awaited.set(name, resolve)) : Promise.resolve(known);
  }

  /** What an expression is worth on the page; undefined also while the page is being left. */
  async worth<T>(expression: string): Promise<T | undefined> {
    const found = await this.ofPage<{ result: { value?: T } }>('Runtime.evaluate', { expression }).catch(() => null);
    return found?.result.value;
  }

  /** Sends a command to the browser, or to one of its pages. */
  ask<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    this.lastId += 1;
    const id = this.lastId;
    const answered = new Promise<T>((resolve, reject) => {
      this.waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result as T);
        else reject(new Error(`${method}: ${error.message}`));
      });
    });
    (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answered;
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill();
    await gone;
  }

  private get from(): Readable {
    return this.process.stdio[4] as Readable;
  }

  /** Answers come one after another, each ended by a zero. */
  private hear(text: string): void {
    const parts = (this.rest + text).split('\0');
    this.rest = parts.pop() ?? '';
    for (const part of parts) {
      const answer = JSON.parse(part) as Answer;
      if (answer.method === 'Runtime.bindingCalled') this.note(answer.params?.payload ?? '');
      if (answer.id === undefined) continue;
      this.waiting.get(answer.id)?.(answer);
      this.waiting.delete(answer.id);
    }
  }

  private note(payload: string): void {
    const [name = '', value] = payload.split(' ');
    this.words.set(name, Number(value));
    this.awaited.get(name)?.(Number(value));
    this.awaited.delete(name);
  }
}
