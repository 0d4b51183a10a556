import { readFile, stat } from 'node:fs/promises';
import { readZip, UnsafeZip, type ZipLimits } from '../../platform/zip/index.js';
import { FORM_LIMITS } from '../approval-form/index.js';
import { importRemark, type ImportRemark } from './import-remark.js';

/** A file as the upload hands it over. */
export interface UploadedForm {
  originalname: string;
  /** Where on disk it was put. */
  path: string;
}

export interface SourceFile {
  name: string;
  /** Null: larger than a form may be. */
  content: Buffer | null;
}

export interface Collected {
  files: SourceFile[];
  problems: ImportRemark[];
  notices: ImportRemark[];
}

const MIB = 1024 * 1024;
const ZIP_LIMITS: ZipLimits = { entries: 5_000, entryBytes: FORM_LIMITS.fileBytes, totalBytes: 160 * MIB };
const WANTED = /\.(lrmx|lrm|pic)$/iu;
/** What systems leave in folders by themselves. */
const LITTER = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/iu;

/** Every form among the uploads, zips opened: one file, several, a folder as it is, or one in a zip. */
export async function collectFiles(uploads: readonly UploadedForm[]): Promise<Collected> {
  const collected: Collected = { files: [], problems: [], notices: [] };
  for (const upload of uploads) {
    const name = upload.originalname.replaceAll('\\', '/');
    if (/\.zip$/iu.test(name)) await addZip(collected, name, upload.path);
    else if (WANTED.test(name) && !LITTER.test(name))
      collected.files.push({ name, content: await readSmall(upload.path) });
    else if (LITTER.test(name)) continue;
    // Of a folder everything comes along; a file chosen by hand was meant.
    else if (name.includes('/')) collected.notices.push(importRemark(name, 'FILE_IGNORED'));
    else collected.problems.push(importRemark(name, 'FILE_NOT_A_FORM'));
  }
  refuseTwins(collected);
  return collected;
}

async function readSmall(path: string): Promise<Buffer | null> {
  const { size } = await stat(path);
  return size > FORM_LIMITS.fileBytes ? null : readFile(path);
}

async function addZip({ files, problems, notices }: Collected, name: string, path: string): Promise<void> {
  try {
    for (const file of await readZip(path, ZIP_LIMITS, (inner) => WANTED.test(inner) && !LITTER.test(inner))) {
      if (WANTED.test(file.name) && !LITTER.test(file.name)) files.push(file);
      else if (!LITTER.test(file.name)) notices.push(importRemark(file.name, 'FILE_IGNORED'));
    }
  } catch (error) {
    if (!(error instanceof UnsafeZip)) throw error;
    problems.push(importRemark(name, error.code));
  }
}

/** Two files of one name: whoever chose for one of them could not say for which. */
function refuseTwins({ files, problems }: Collected): void {
  const seen = new Set<string>();
  for (const { name } of files) {
    if (seen.has(name)) problems.push(importRemark(name, 'FILE_TWICE'));
    seen.add(name);
  }
}
