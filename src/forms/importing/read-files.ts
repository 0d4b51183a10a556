import type { Day } from '../../../machines/rules/index.js';
import { FORM_LIMITS, type FormReading, readLrm, readLrmx, type ReadForm, remark } from '../approval-form/index.js';
import type { Collected, SourceFile } from './collect-files.js';
import { importRemark, inFile, type ImportRemark } from './import-remark.js';

/** A form that can be read, with its file. */
export interface NamedForm extends ReadForm {
  file: string;
}

const MOST_FORMS = 500;

export interface ReadFiles {
  forms: NamedForm[];
  problems: ImportRemark[];
  notices: ImportRemark[];
}

/** Reads every form; a `.lrm` takes the `.pic` that lies beside it under the same name. */
export function readFiles({ files, problems, notices }: Collected, today: Day): ReadFiles {
  const result: ReadFiles = { forms: [], problems: [...problems], notices: [...notices] };
  const pictures = new Map(files.filter(({ name }) => isPicture(name)).map((file) => [stemOf(file.name), file]));
  const sources = files.filter(({ name }) => !isPicture(name));
  if (sources.length > MOST_FORMS) result.problems.push(importRemark('', 'TOO_MANY_FORMS', { max: MOST_FORMS }));
  if (sources.length === 0 && problems.length === 0) result.problems.push(importRemark('', 'NO_FORMS'));
  for (const source of sources.slice(0, MOST_FORMS)) {
    const picture = pictures.get(stemOf(source.name));
    const reading = readOne(source, picture, today);
    if (isLrm(source.name)) pictures.delete(stemOf(source.name));
    result.problems.push(...inFile(source.name, reading.faults));
    result.notices.push(...inFile(source.name, reading.notices));
    if (reading.read !== null) result.forms.push({ ...reading.read, file: source.name });
  }
  for (const { name } of pictures.values()) result.notices.push(importRemark(name, 'PICTURE_WITHOUT_FORM'));
  return result;
}

function readOne({ name, content }: SourceFile, picture: SourceFile | undefined, today: Day): FormReading {
  const max = FORM_LIMITS.fileBytes / (1024 * 1024);
  const tooLarge = content === null || (isLrm(name) && picture?.content === null);
  if (tooLarge) return { read: null, faults: [remark('FORM_TOO_LARGE', '', '', { max })], notices: [] };
  return isLrm(name) ? readLrm(content, picture?.content ?? null, today) : readLrmx(content, today);
}

const isPicture = (name: string): boolean => /\.pic$/iu.test(name);
const isLrm = (name: string): boolean => /\.lrm$/iu.test(name);
const stemOf = (name: string): string => name.replace(/\.[^.]+$/u, '').toLowerCase();
