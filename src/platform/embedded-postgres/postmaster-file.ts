import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What PostgreSQL's main process writes about itself in its data folder. */
export interface Postmaster {
  pid: number;
  port: number;
  /** `starting`, `ready`, `stopping` or `standby`; empty in the first moments. */
  status: string;
}

/** Reads `postmaster.pid`; nothing when the server was shut down in order. */
export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(fileIn(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
}

/**
 * Says whether the process that left the file still runs. After a crash its number may belong to a stranger, or to a
 * dead process that nobody has collected yet; where the system lets us look, neither counts.
 */
export async function isPostmasterAlive(pid: number): Promise<boolean> {
  if (!isRunning(pid)) return false;
  if (process.platform !== 'linux') return true;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, command, state] = /^\d+ \((.*)\) (\S)/.exec(stat) ?? [];
  return command === 'postgres' && state !== 'Z';
}

/** True when the server of that number is stopping, gone, or replaced by another. */
export async function isEnding(folder: string, pid: number): Promise<boolean> {
  const postmaster = await readPostmaster(folder);
  return postmaster?.pid !== pid || postmaster.status === 'stopping' || !(await isPostmasterAlive(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes the file of a server that is gone while its number is in use by another process, which PostgreSQL would take
 * for itself and refuse to start. With a free number the file stays: PostgreSQL reads it to find surviving children.
 */
export async function forgetDeadPostmaster(folder: string, pid: number): Promise<void> {
  if (isRunning(pid)) await rm(fileIn(folder), { force: true });
}

function fileIn(folder: string): string {
  return join(folder, 'postmaster.pid');
}
