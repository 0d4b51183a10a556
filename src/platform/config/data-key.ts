import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupError } from '../startup/index.js';
import type { Config } from './config.js';
import { dataKeyFile, nextKeyFile, retiredKeysFolder } from './data-key-file.js';

const KEY_BYTES = 32;

/** The key to write under, and others that are good for reading alone. */
export interface DataKeys {
  current: Buffer;
  retired: Buffer[];
}

/**
 * The keys that encrypt sensitive fields at rest, 32 bytes each: from `DATA_KEY` and `DATA_KEY_RETIRED`, else from the key
 * files. The sample profile makes the file on first use; production never makes a key by itself, because a lost key is
 * lost data.
 */
export async function loadDataKeys(config: Config): Promise<DataKeys> {
  const given = config.dataKeysRetired.map(bytesOf);
  if (config.dataKey !== undefined) return { current: bytesOf(config.dataKey), retired: given };
  const file = dataKeyFile(config.dataDir);
  if (config.isSample) await makeKeyFile(file);
  const next = nextKeyFile(config.dataDir);
  const kept = await filesIn(retiredKeysFolder(config.dataDir));
  const others = await Promise.all([...(existsSync(next) ? [next] : []), ...kept].map(readKeyFile));
  return { current: await readKeyFile(file), retired: [...others, ...given] };
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

/** @throws StartupError DATA_KEY_INVALID */
export async function readKeyFile(file: string): Promise<Buffer> {
  const key = bytesOf(await readFile(file, 'utf8'));
  if (key.length === KEY_BYTES) return key;
  throw new StartupError('DATA_KEY_INVALID', `密钥文件 ${file} 的内容不是 ${KEY_BYTES} 字节的 Base64。`);
}

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => name.endsWith('.key')).map((name) => join(folder, name));
}

/** Makes a key unless there is one: written whole under another name, then linked into place, so that nobody reads half. */
export async function makeKeyFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}
