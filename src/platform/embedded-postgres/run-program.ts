import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { ServerAccount } from './server-account.js';

export interface ProgramResult {
  code: number | null;
  output: string;
}

const PIPE_GRACE_MS = 1_000;

export interface RunOptions {
  account?: ServerAccount | undefined;
}

/**
 * Runs a program to its end in a process group of its own, so that the terminal's Ctrl-C reaches only us and we decide
 * when the database stops.
 */
export function runProgram(program: string, args: string[], { account }: RunOptions): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      // The current folder may be closed to the server's account.
      cwd: tmpdir(),
      detached: true,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('exit', (code) => {
      child.once('close', () => resolve({ code, output: output.trim() }));
      // A server left behind may keep the pipes open for as long as it lives.
      setTimeout(() => [child.stdout, child.stderr].forEach((pipe) => pipe.destroy()), PIPE_GRACE_MS).unref();
    });
  });
}

// PGDATA, PGPORT, PGOPTIONS and the like of the operator's shell belong to another server.
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(own), LC_ALL: 'C', TZ: 'UTC' };
}
