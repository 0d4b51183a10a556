import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The desk as `npm run build` leaves it: a page and its files. */
export interface DeskFiles {
  folder: string;
  page: string;
  /** The same for who has a session: what comes first is fetched at once, and not only when it is known who that is. */
  pageToWork: {
    /** The desk as it is opened each morning: the list of what waits for somebody is asked for by the page itself. */
    inbox: string;
    /** The desk in another view, and what most people are led to it from. */
    desk: string;
    /** Every other page is made of the component library. */
    other: string;
  };
}

const ABOVE = fileURLToPath(new URL('../..', import.meta.url));

/** Compiled code lives in `dist` itself; sources, as the tests run them, stand beside it. */
const FOLDER = /[\\/]dist[\\/]?$/.test(ABOVE) ? join(ABOVE, 'desk') : join(ABOVE, 'dist', 'desk');

/**
 * @param notes what the page has to know of this installation, by name
 * @returns null when only the server was built: the product then answers its API alone
 */
export function readDesk(notes: Readonly<Record<string, string>>): DeskFiles | null {
  const path = join(FOLDER, 'index.html');
  if (!existsSync(path)) return null;
  const page = Object.entries(notes).reduce(
    (written, [name, value]) => withNote(written, `qingpei-${name}`, value),
    readFileSync(path, 'utf8'),
  );
  const desk = withLinks(withFrame(page), [linkToAnswer('session')]);
  const inbox = withLinks(desk, INBOX.map(linkToAnswer));
  const other = withLinks(desk, filesOf(LIBRARY).map(linkToFile));
  return { folder: FOLDER, page, pageToWork: { inbox, desk, other } };
}

/** As the build's manifest names the component library, which is fetched once it is needed. */
const LIBRARY = 'src/ui/themed.tsx';

/** What the page's script asks for first on the desk, word for word: it takes these answers. */
const INBOX = ['inbox/counts', 'inbox?tab=todo&amp;limit=50'];

interface Part {
  file: string;
  imports?: string[];
  css?: string[];
}

/** None where the manifest was not brought along: the page then finds them by itself, a little later. */
function filesOf(name: string): string[] {
  const path = join(FOLDER, '.vite', 'manifest.json');
  if (!existsSync(path)) return [];
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Part>;
  const part = manifest[name];
  if (part === undefined) return [];
  const parts = [part, ...(part.imports ?? []).flatMap((other) => manifest[other] ?? [])];
  return parts.flatMap(({ file, css }) => [...(css ?? []), file]);
}

const linkToAnswer = (call: string): string => `<link rel="preload" as="fetch" crossorigin href="/api/v1/${call}">`;

const linkToFile = (file: string): string =>
  `<link rel="${file.endsWith('.css') ? 'stylesheet' : 'modulepreload'}" crossorigin href="/${file}">`;

/** Shows the frame that the page brings along: whoever has a session will most likely see it drawn in a moment. */
const withFrame = (page: string): string =>
  page.replace('<div class="boot shell" aria-hidden="true" hidden>', (div) => div.replace(' hidden', ''));

/** Those that the page does not have yet. */
const withLinks = (page: string, links: readonly string[]): string =>
  links
    .filter((link) => !page.includes(link))
    .reduce((written, link) => written.replace('</head>', () => `  ${link}\n  </head>`), page);

/** Writes into the page's head what the page has to know before it asks the API anything. */
export function withNote(page: string, name: string, value: string): string {
  return page.replace(new RegExp(`(<meta name="${name}" content=")[^"]*`), (_, before: string) => `${before}${value}`);
}
