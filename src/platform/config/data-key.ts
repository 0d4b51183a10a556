import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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

async function makeKeyFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const key = randomBytes(KEY_BYTES).toString('base64');
  await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
