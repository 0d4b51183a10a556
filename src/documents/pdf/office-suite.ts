import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

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
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), NO_MACROS);
    await writeFile(join(folder, 'form.docx'), docx, { mode: 0o600 });
    await runToEnd(folder, conversion);
    return await readFile(join(folder, 'form.pdf')).catch((cause: unknown) => {
      throw new OfficeSuiteFailed('failed', { cause });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Its own process group: the launcher starts the suite proper, and both must end together. */
function runToEnd(folder: string, { suite, limitMs, onStarted }: Conversion): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const args = ['--headless', '--nologo', '--nodefault', '--norestore', '--convert-to', 'pdf', '--outdir', folder];
  return new Promise((resolve, reject) => {
    const child = spawn(suite, [`-env:UserInstallation=${profile}`, ...args, join(folder, 'form.docx')], {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'zh_CN.UTF-8' },
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

const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
const SCRIPTING = '/org.openoffice.Office.Common/Security/Scripting';

/** Our documents hold none; whatever should get into one is not run, and no link is followed. */
const NO_MACROS = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry">',
  setting(SCRIPTING, 'MacroSecurityLevel', '3'),
  setting(SCRIPTING, 'DisableMacrosExecution', 'true'),
  setting(SCRIPTING, 'BlockUntrustedRefererLinks', 'true'),
  '</oor:items>',
].join('\n');
