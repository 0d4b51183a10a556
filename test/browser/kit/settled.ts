import type { Page, Request } from 'playwright-core';

const QUIET_LOOKS = 3;
const LOOK_MS = 50;
const LOOKS = 1800;

/** What a page shows while it waits, or is about to move. */
const UNREST = `(() => {
  const busy = document.querySelector('[aria-busy="true"], .ant-spin-spinning, .ant-skeleton-active, .ant-btn-loading');
  const moving = document.getAnimations().some((animation) =>
    animation.playState === 'running' && Number.isFinite(animation.effect?.getComputedTiming().endTime));
  return busy !== null ? 'busy: ' + busy.className : moving ? 'moving' : document.querySelector('#root:empty') !== null ? 'not drawn' : document.body.innerText.trim() === '' ? 'empty' : null;
})()`;

/** Knows what a page is still fetching; the live stream never ends and does not count. */
export class Settling {
  private readonly open = new Set<Request>();

  constructor(private readonly page: Page) {
    page.on('request', (request) => {
      if (!request.url().endsWith('/api/v1/live')) this.open.add(request);
    });
    page.on('requestfinished', (request) => this.open.delete(request));
    page.on('requestfailed', (request) => this.open.delete(request));
  }

  /** Waits until nothing is fetched, nothing says that it is busy, and nothing moves, for some looks on end. */
  async settled(): Promise<void> {
    let quiet = 0;
    let unrest: unknown = null;
    for (let look = 0; look < LOOKS && quiet < QUIET_LOOKS; look += 1) {
      unrest = this.open.size > 0 ? `fetching ${[...this.open][0]!.url()}` : await this.page.evaluate(UNREST);
      quiet = unrest === null ? quiet + 1 : 0;
      if (quiet < QUIET_LOOKS) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    if (quiet < QUIET_LOOKS) throw new Error(`the page does not come to rest: ${String(unrest)}`);
  }
}
