import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLURALS } from '../../../web/src/api/plurals.js';
import type { Page } from 'playwright-core';

/** What an element of the page has and a test does not know. */
interface WithAddress {
  getAttribute(name: string): string;
}

const ROUTES = join('web', 'src', 'app', 'routes');
const PATTERN = /pattern:\s*(?:\/(.+?)\/,|new RegExp\(`(.+?)`\))/g;

/** What the pages' addresses look like: read from the lists of routes, so that no page can be forgotten. */
export function routePatterns(): RegExp[] {
  const files = readdirSync(ROUTES).filter((name) => name.endsWith('-routes.tsx'));
  const found = files.flatMap((name) => {
    const text = readFileSync(join(ROUTES, name), 'utf8');
    const patterns = [...text.matchAll(PATTERN)].map(([, plain, built]) => new RegExp(plain ?? withPlurals(built!)));
    const pages = text.match(/\bpage: \(/g)?.length ?? 0;
    if (patterns.length !== pages)
      throw new Error(`${name} has ${pages} pages, of which ${patterns.length} can be read`);
    return patterns;
  });
  if (found.length < 20) throw new Error('the lists of routes were not found');
  return found;
}

const withPlurals = (text: string): string => text.replaceAll('${ANY_CASE}', String.raw`(${PLURALS.join('|')})/(\d+)`);

/** Addresses of the menu as this person sees it, in its order; what is folded away is unfolded. */
export async function menuOf(page: Page): Promise<string[]> {
  const menu = page.getByRole('navigation', { name: '主导航' });
  const folded = menu.getByRole('button', { expanded: false });
  while ((await folded.count()) > 0) await folded.first().click();
  const links = menu.getByRole('link');
  return links.evaluateAll((found) => found.map((link) => (link as unknown as WithAddress).getAttribute('href')));
}
