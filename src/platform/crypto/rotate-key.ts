import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type Config,
  dataKeyFile,
  loadDataKeys,
  makeKeyFile,
  nextKeyFile,
  readKeyFile,
  retiredKeyFile,
} from '../config/index.js';
import type { Db } from '../db/index.js';
import { StartupError } from '../startup/index.js';
import { currentKeyId } from './data-key-rows.js';
import { FieldCipher } from './field-cipher.js';
import { type MovedFields, type ProtectedColumn, rotateDataKey } from './rotate-data-key.js';

/** What a run of the command did. */
export interface KeyRotation {
  /** Hexadecimal ids of the key replaced and of the new one. */
  from: string;
  to: string;
  /** Empty when an earlier run had moved the fields and only the key file was left to put in place. */
  columns: MovedFields[];
}

/**
 * Replaces the data key. Where keys are files, a new one is made beside the current one and takes its place once all
 * fields have been moved; where they are variables, `DATA_KEY_NEXT` is moved to and the operator then renames it.
 * May be broken off at any moment: run again, it goes on with the same new key, or finishes what was left.
 */
export async function rotateKey(db: Db, config: Config, columns: readonly ProtectedColumn[]): Promise<KeyRotation> {
  const { current, retired } = await loadDataKeys(config);
  const next = await nextKey(config);
  const [old, made] = [new FieldCipher(current), new FieldCipher(next, [current, ...retired])];
  const stored = await currentKeyId(db);
  const ids = { from: old.keyId.toString('hex'), to: made.keyId.toString('hex') };
  if (ids.from === ids.to) throw new StartupError('DATA_KEY_NOT_NEW', '新密钥与现用密钥相同，未作改动。');
  const isMoved = stored?.equals(made.keyId) === true;
  if (stored !== null && !isMoved && !stored.equals(old.keyId)) {
    throw new StartupError('DATA_KEY_DIFFERS', '现用的数据密钥不是本数据库的密钥，未作改动。');
  }
  const outcome = isMoved ? [] : await rotateDataKey(db, made, columns);
  if (config.dataKey === undefined) await putInPlace(config.dataDir, ids.from);
  return { ...ids, columns: outcome };
}

async function nextKey(config: Config): Promise<Buffer> {
  if (config.dataKey === undefined) {
    const file = nextKeyFile(config.dataDir);
    await makeKeyFile(file);
    return readKeyFile(file);
  }
  if (config.dataKeyNext === undefined) {
    throw new StartupError(
      'DATA_KEY_NEXT_MISSING',
      '密钥由变量 DATA_KEY 提供：请把新密钥（openssl rand -base64 32）放入 DATA_KEY_NEXT 后再执行。',
    );
  }
  return Buffer.from(config.dataKeyNext, 'base64');
}

// The old key first: at no moment is either of them nowhere.
async function putInPlace(dataDir: string, oldId: string): Promise<void> {
  const kept = retiredKeyFile(dataDir, oldId);
  await mkdir(dirname(kept), { recursive: true, mode: 0o700 });
  if (!existsSync(kept)) await copyFile(dataKeyFile(dataDir), kept);
  await rename(nextKeyFile(dataDir), dataKeyFile(dataDir));
}
