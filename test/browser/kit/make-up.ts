import type { Page } from 'playwright-core';

const KINDS = `(() => {
  const kinds = new Set();
  for (const el of document.querySelectorAll('body *')) {
    if (el.closest('svg') !== null && el.tagName !== 'svg') continue;
    const says = el.getAttributeNames().filter((name) => name === 'role' || name === 'disabled' || name.startsWith('aria-'));
    const kind = el.tagName + '.' + (el.getAttribute('class') ?? '') + '[' + says.join() + ']';
    const above = el.parentElement.tagName + '.' + (el.parentElement.getAttribute('class') ?? '');
    kinds.add(above + '>' + kind);
  }
  return [...kinds].sort().join('\\n');
})()`;

/** @returns what kinds of elements a page is made of: the same for two people who see it with other words in it */
export function makeUp(page: Page): Promise<string> {
  return page.evaluate<string>(KINDS);
}
