import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const MAX_BYTES = 10 * 1024 * 1024;

/** Prepares the server's log file; an overgrown one is set aside once, so that two files bound what is kept. */
export async function openServerLog(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await chmod(dirname(file), 0o711);
  if (existsSync(file) && statSync(file).size > MAX_BYTES) await rename(file, `${file}.1`);
  await writeFile(file, '', { flag: 'a', mode: 0o600 });
}

/** The last lines, for a message that says why the server did not start. */
export function tailOf(file: string): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8) : [];
  return lines.length === 0 ? '' : `日志 ${file} 末尾：\n${lines.join('\n')}`;
}
