import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareSuiteFolder, type SuiteFolder } from './suite-folder.js';

export class OfficeSuiteFailed extends Error {
  constructor(
    readonly why: 'slow' | 'failed',
    options?: ErrorOptions,
  ) {
    super(`office suite: ${why}`, options);
    this.name = 'OfficeSuiteFailed';
  }
}

/** How a folder of one conversion begins; what a killed process leaves behind is found by it. */
export const WORK_PREFIX = 'pdf';

export interface Conversion {
  /** Path of `soffice`. */
  suite: string;
  /** Where a folder for this conversion is made, readable by nobody else. */
  parent: string;
  limitMs: number;
  /** Told of the process, so that it can be ended when ours ends. */
  onStarted?: (child: ChildProcess) => void;
}

/**
 * Lets an office suite on this machine lay a DOCX of ours out as PDF: in a process of its own with a time limit, in a
 * profile of its own that is gone afterwards, without macros.
 *
 * @throws OfficeSuiteFailed when it takes too long or makes no file
 */
export async function convertToPdf(docx: Buffer, conversion: Conversion): Promise<Buffer> {
  await mkdir(conversion.parent, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(conversion.parent, `${WORK_PREFIX}-${process.pid}-`));
  try {
    const prepared = await prepareSuiteFolder(folder);
    await writeFile(join(folder, 'form.docx'), docx, { mode: 0o600 });
    await runToEnd(folder, prepared, conversion);
    return await readFile(join(folder, 'form.pdf')).catch((cause: unknown) => {
      throw new OfficeSuiteFailed('failed', { cause });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Its own process group: the launcher starts the suite proper, and both must end together. */
function runToEnd(folder: string, prepared: SuiteFolder, { suite, limitMs, onStarted }: Conversion): Promise<void> {
  const args = ['--headless', '--nologo', '--nodefault', '--norestore', '--convert-to', 'pdf', '--outdir', folder];
  return new Promise((resolve, reject) => {
    const child = spawn(suite, [prepared.profile, ...args, join(folder, 'form.docx')], {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
      env: prepared.environment,
    });
    onStarted?.(child);
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      endGroup(child);
    }, limitMs);
    child.once('error', (cause) => {
      clearTimeout(timer);
      reject(new OfficeSuiteFailed('failed', { cause }));
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      if (isSlow) reject(new OfficeSuiteFailed('slow'));
      else if (code === 0) resolve();
      else reject(new OfficeSuiteFailed('failed', { cause: new Error(`exit ${String(code)}`) }));
    });
  });
}

/** Ends a process and whatever it started. */
export function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
