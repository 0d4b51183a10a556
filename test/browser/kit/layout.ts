import type { Page } from 'playwright-core';

/*
 * What can be said of a page's look without a picture, whatever the fonts: nothing needs scrolling sideways, nothing that can be
 * pressed is covered, no words are cut off without saying so, nothing jumps while it loads.
 */

/** WCAG counts nothing here; more than this is what people notice as a jump (Core Web Vitals: "good"). */
const SHIFT_LIMIT = 0.1;

const LAYOUT = `(() => {
  const faults = [];
  const name = (el) => el.tagName.toLowerCase() + (el.className && typeof el.className === 'string' ? '.' + el.className.trim().split(/\\s+/).join('.') : '') +
    ' "' + (el.getAttribute('aria-label') || el.textContent || '').trim().slice(0, 30) + '"';
  const shown = (el) => el.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && el.getBoundingClientRect().width > 1;
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth + 1) faults.push('scrolls sideways: ' + root.scrollWidth + ' > ' + root.clientWidth);
  const hidden = (el) => el.closest('.visually-hidden, [inert], [aria-hidden="true"], .skip') !== null;
  const scrolledAway = (el, x, y) => {
    for (let up = el.parentElement; up !== null; up = up.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(up);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const box = up.getBoundingClientRect();
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) return true;
    }
    return false;
  };
  for (const el of document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, [role=tab], [role=combobox]')) {
    if (!shown(el) || hidden(el) || el.disabled) continue;
    const box = el.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    if (scrolledAway(el, x, y)) continue;
    const top = document.elementFromPoint(x, y);
    if (top === null || el.contains(top) || top.contains(el)) continue;
    if (el.closest('label') !== null && el.closest('label').contains(top)) continue;
    const own = el.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-radio-button-wrapper, .ant-segmented-item, .ant-checkbox-wrapper, .ant-switch, .ant-upload');
    if (own !== null && own.contains(top)) continue;
    faults.push('covered: ' + name(el) + ' by ' + name(top));
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const looked = new Set();
  while (walker.nextNode()) {
    const el = walker.currentNode.parentElement;
    if (el === null || looked.has(el) || walker.currentNode.textContent.trim() === '') continue;
    looked.add(el);
    if (!shown(el) || hidden(el) || el.closest('svg, canvas') !== null) continue;
    const style = getComputedStyle(el);
    const clips = style.overflowX === 'hidden' || style.overflowX === 'clip';
    const cut = el.scrollWidth > el.clientWidth + 1 && style.display !== 'inline';
    if (clips && cut && style.textOverflow !== 'ellipsis') faults.push('cut off: ' + name(el));
    if (style.overflowY === 'hidden' && style.display !== 'inline' && el.scrollHeight > el.clientHeight + 3 && style.webkitLineClamp === 'none')
      faults.push('cut off below: ' + name(el));
  }
  return faults;
})()`;

const WATCH_SHIFTS = `
  globalThis.shiftsSeen = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput)
      globalThis.shiftsSeen.push({ value: entry.value, who: entry.sources.map(({ node }) => node && (node.className || node.nodeName)) });
  }).observe({ type: 'layout-shift', buffered: true });`;

interface Shift {
  value: number;
  who: unknown[];
}

/** From the next page on, what jumps is noted. */
export function watchShifts(page: Page): Promise<unknown> {
  return page.addInitScript(WATCH_SHIFTS);
}

export async function shiftFaults(page: Page): Promise<string[]> {
  const shifts = await page.evaluate<Shift[]>('globalThis.shiftsSeen ?? []');
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  return sum > SHIFT_LIMIT ? [`jumps by ${sum.toFixed(2)}: ${JSON.stringify(shifts)}`] : [];
}

export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(LAYOUT);
}
