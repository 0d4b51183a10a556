import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartupError } from '../startup/index.js';
import type { Config } from './config.js';
import { dataKeyFile } from './data-key-file.js';

const KEY_BYTES = 32;

/**
 * The key that encrypts sensitive fields at rest: 32 bytes from `DATA_KEY`, else from the key file. The sample profile
 * makes the file on first use; production never makes a key by itself, because a lost key is lost data.
 */
export async function loadDataKey(config: Config): Promise<Buffer> {
  if (config.dataKey !== undefined) return Buffer.from(config.dataKey, 'base64');
  const file = dataKeyFile(config.dataDir);
  if (config.isSample) await makeKeyFile(file);
  const key = Buffer.from(await readFile(file, 'utf8'), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new StartupError('DATA_KEY_INVALID', `密钥文件 ${file} 的内容不是 ${KEY_BYTES} 字节的 Base64。`);
}

// Written whole under another name and then linked into place: two that start at once never read half a key.
async function makeKeyFile(file: string): Promise<void> {
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
