import { postsHeld, type NamedPerson } from '../../directory/index.js';
import { dotted, type FamilyTexts, type FormTexts } from '../approval-form/index.js';
import { type KnownParts, lineOfTerm } from './form-texts.js';

/** What the directory said of each part when a form came in: keyed hashes, so that nothing can be read from them. */
export type DirectoryMarks = Record<keyof KnownParts, string>;

/** Keeps what was said, not what it was: two marks are compared and nothing more. */
export const marksOf = (parts: KnownParts, hash: (text: string) => Buffer): DirectoryMarks =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, hash(JSON.stringify([name, part])).toString('base64')]),
  ) as DirectoryMarks;

export interface NewerFacts {
  texts: FormTexts;
  /** Null: the form's own family stands. */
  family: FamilyTexts[] | null;
}

/**
 * What the directory says otherwise than it did when the form came in: it is newer and goes before the form. A part that
 * says nothing now empties nothing, for what is not on record is not known.
 */
export function newerFacts(
  now: KnownParts,
  marks: { before: DirectoryMarks; now: DirectoryMarks },
  form: { person: NamedPerson; resume: string; importedOn: string; today: string },
): NewerFacts {
  const texts: FormTexts = {};
  for (const name of PARTS) {
    if (marks.before[name] === marks.now[name]) continue;
    Object.assign(texts, said(now[name]));
  }
  if (marks.before.posts !== marks.now.posts) {
    const { XianRenZhiWu = '' } = now.posts;
    if (XianRenZhiWu !== '') texts.XianRenZhiWu = XianRenZhiWu;
    texts.JianLi = continued(form);
  }
  const isFamilyNewer = marks.before.relatives !== marks.now.relatives && now.relatives.length > 0;
  return { texts, family: isFamilyNewer ? now.relatives : null };
}

const PARTS = ['party', 'workStart', 'particulars', 'education', 'honours', 'assessments'] as const;

const said = (texts: FormTexts): FormTexts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

const OPEN_LINE = /^(\s*\d{4}\.\d{2}--)(?: {7}|至今|今)(?=\s|$)/u;

/** The form's own résumé, ended where the post ended, and the posts that began after it came in. */
function continued({ person, resume, importedOn, today }: Parameters<typeof newerFacts>[2]): string {
  const begun = person.terms.filter(({ from }) => from > importedOn && from <= today);
  const ended = person.terms.filter(
    ({ from, to }) => from <= importedOn && to !== null && to > importedOn && to <= today,
  );
  const remains = postsHeld(person, today).some(({ from }) => from <= importedOn);
  const last = [...begun.map(({ from }) => from), ...ended.map(({ to }) => to ?? '')].toSorted()[0];
  const lines = resume.split(/\r?\n/u);
  const open = lines.findLastIndex((line) => OPEN_LINE.test(line));
  if (open >= 0 && !remains && last !== undefined) {
    lines[open] = lines[open]!.replace(OPEN_LINE, `$1${dotted(last.slice(0, 7))}`);
  }
  return [
    ...lines.filter((line, index) => line.trim() !== '' || index < lines.length - 1),
    ...begun.map(lineOfTerm),
  ].join('\n');
}
