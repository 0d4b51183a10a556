import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/index.js';

// Without letters and digits that are easily taken for one another.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 14;

/** The password of the sample sign-ins: SAMPLE_PASSWORD, else one made on the first start and kept in the data folder. */
export async function samplePassword(config: Config): Promise<string> {
  if (config.samplePassword !== undefined) return config.samplePassword;
  const file = join(config.dataDir, 'sample-password');
  await mkdir(config.dataDir, { recursive: true });
  await writeFile(file, `${randomPassword()}\n`, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}

function randomPassword(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
