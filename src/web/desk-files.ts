import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The desk as `npm run build` leaves it: a page and its files. */
export interface DeskFiles {
  folder: string;
  page: string;
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
  return { folder: FOLDER, page };
}

/** Writes into the page's head what the page has to know before it asks the API anything. */
export function withNote(page: string, name: string, value: string): string {
  return page.replace(new RegExp(`(<meta name="${name}" content=")[^"]*`), (_, before: string) => `${before}${value}`);
}
