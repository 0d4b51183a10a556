import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The desk as `npm run build` leaves it: a page and its files. */
export interface DeskFiles {
  folder: string;
  page: string;
  /** The same for who has a session: what comes first is fetched at once, and not only when it is known who that is. */
  pageToWork: {
    /** The list of what waits for somebody, which stands before the component library has come. */
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
  const desk = withFilesAhead(page.replace('</head>', `  ${WHO}\n  </head>`), filesOf(DESK));
  return { folder: FOLDER, page, pageToWork: { desk, other: withFilesAhead(desk, filesOf(LIBRARY)) } };
}

/** As the build's manifest names what is fetched once somebody has signed in. */
const DESK = 'src/app/desk-app.tsx';
const LIBRARY = 'src/ui/themed.tsx';

/** Who is signed in, the first thing that the page's script asks; it takes this answer. */
const WHO = '<link rel="preload" as="fetch" crossorigin href="/api/v1/session">';

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

const withFilesAhead = (page: string, files: readonly string[]): string =>
  files
    .filter((file) => !page.includes(file))
    .reduce((written, file) => written.replace('</head>', `  ${linkTo(file)}\n  </head>`), page);

const linkTo = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`;

/** Writes into the page's head what the page has to know before it asks the API anything. */
export function withNote(page: string, name: string, value: string): string {
  return page.replace(new RegExp(`(<meta name="${name}" content=")[^"]*`), (_, before: string) => `${before}${value}`);
}
