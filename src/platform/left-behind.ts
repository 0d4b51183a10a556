import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what processes that were killed left in a folder: personal data must not stay on the disk.
 *
 * @param prefix of entries named `prefix-pid-…`
 */
export async function removeLeftBehind(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const owner = new RegExp(`^${prefix}-(\\d+)-`, 'u').exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
