import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Db } from '../../platform/index.js';

const anchorSchema = z.object({
  day: z.iso.date(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Where the chain stood at the first sealing of a day: kept outside the database, best copied off the machine. */
export type Anchor = z.infer<typeof anchorSchema>;

const FOLDER = 'anchors';

/** Writes today's anchor unless it is there. A file once written is never written again. */
export async function writeAnchor(db: Db, dataDir: string): Promise<void> {
  const { rows } = await db.query<Anchor>(
    'audit-anchor',
    `SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS day, seq, encode(hash, 'hex') AS hash
     FROM audit_seal ORDER BY seq DESC LIMIT 1`,
  );
  const anchor = rows[0];
  if (anchor === undefined) return;
  await mkdir(join(dataDir, FOLDER), { recursive: true, mode: 0o700 });
  const file = join(dataDir, FOLDER, `${anchor.day}.json`);
  await writeFile(file, `${JSON.stringify(anchor)}\n`, { mode: 0o440, flag: 'wx' }).catch(ignoreExisting);
}

/** A file that should hold an anchor: the anchor, or null when it holds none. */
export interface AnchorFile {
  name: string;
  anchor: Anchor | null;
}

/** Every anchor kept, by day; empty without a folder. */
export async function readAnchors(dataDir: string): Promise<AnchorFile[]> {
  const folder = join(dataDir, FOLDER);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => ({ name, anchor: parse(name, await readFile(join(folder, name), 'utf8')) })),
  );
}

function parse(name: string, text: string): Anchor | null {
  try {
    const anchor = anchorSchema.parse(JSON.parse(text));
    return `${anchor.day}.json` === name ? anchor : null;
  } catch {
    return null;
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
