import type { Candidate } from './find-candidates.js';
import { importRemark, type ImportRemark } from './import-remark.js';
import type { FieldName } from './cadre-fields.js';
import type { PartName } from './dossier-parts.js';
import type { NamedForm } from './read-files.js';

/** A field of the directory, or a section of the dossier. */
export type UpdateName = FieldName | PartName;

/** What the caller decided about one file. */
export interface FormChoice {
  file: string;
  /** Whose form it is; null leaves the file out; absent lets the match stand. */
  cadre?: string | null;
  /** What of directory and dossier shall become what the form says. */
  update?: UpdateName[];
}

export type MatchedBy = 'id-number' | 'name-and-birth' | 'chosen';

export interface MatchedForm {
  named: NamedForm;
  by: MatchedBy | null;
  cadre: Candidate | null;
  candidates: Candidate[];
  /** Left out by choice. */
  skipped: boolean;
}

/**
 * Whose form is it: by ID number, then by name and birth month, then the caller is asked. Of people who share a name none
 * is ever taken without an ID number or a choice.
 *
 * @source handbook §3.1, §7-51
 */
export function matchForms(
  forms: readonly { named: NamedForm; idHash: Buffer | null }[],
  everybody: readonly Candidate[],
  choices: readonly FormChoice[],
): { matches: MatchedForm[]; problems: ImportRemark[] } {
  const problems: ImportRemark[] = [];
  const matches = forms.map(({ named, idHash }) => {
    const choice = choices.find(({ file }) => file === named.file);
    const match = matchOne(named, idHash, everybody, choice);
    problems.push(...faultsOf(match, idHash, choice));
    return match;
  });
  problems.push(...twiceMatched(matches));
  const files = new Set(forms.map(({ named }) => named.file));
  for (const { file } of choices) if (!files.has(file)) problems.push(importRemark(file, 'CHOICE_WITHOUT_FILE'));
  return { matches, problems };
}

function matchOne(
  named: NamedForm,
  idHash: Buffer | null,
  everybody: readonly Candidate[],
  choice: FormChoice | undefined,
): MatchedForm {
  const nothing = { named, by: null, cadre: null, candidates: [], skipped: choice?.cadre === null };
  if (nothing.skipped) return nothing;
  if (typeof choice?.cadre === 'string') {
    const cadre = everybody.find(({ code }) => code === choice.cadre) ?? null;
    return { ...nothing, cadre, by: cadre && 'chosen' };
  }
  const bearer = idHash && everybody.find((person) => person.idHash?.equals(idHash));
  if (bearer) return { ...nothing, cadre: bearer, by: 'id-number' };
  const namesakes = everybody.filter(({ name }) => name === named.form.name);
  const [only] = namesakes;
  const isSure = namesakes.length === 1 && only?.birth === named.form.birthMonth && !contradicts(only, idHash);
  return isSure ? { ...nothing, cadre: only, by: 'name-and-birth' } : { ...nothing, candidates: namesakes };
}

/** Both have a number and the numbers differ. */
const contradicts = ({ idHash: known }: Candidate, idHash: Buffer | null): boolean =>
  known !== null && idHash !== null && !known.equals(idHash);

function faultsOf(match: MatchedForm, idHash: Buffer | null, choice: FormChoice | undefined): ImportRemark[] {
  const { named, cadre, candidates, skipped } = match;
  const place = { element: 'XingMing', value: named.form.name };
  if (skipped) return [];
  if (cadre !== null) {
    return contradicts(cadre, idHash)
      ? [importRemark(named.file, 'ID_OF_ANOTHER', {}, { element: 'ShenFenZheng' })]
      : [];
  }
  if (choice?.cadre !== undefined) return [importRemark(named.file, 'CHOICE_UNKNOWN', {}, place)];
  return candidates.length === 0
    ? [importRemark(named.file, 'CADRE_UNKNOWN', {}, place)]
    : [importRemark(named.file, 'CHOICE_NEEDED', { candidates: candidates.length }, place)];
}

function twiceMatched(matches: readonly MatchedForm[]): ImportRemark[] {
  const first = new Map<number, string>();
  return matches.flatMap(({ named, cadre }) => {
    if (cadre === null) return [];
    const earlier = first.get(cadre.id);
    if (earlier === undefined) first.set(cadre.id, named.file);
    return earlier === undefined ? [] : [importRemark(named.file, 'CADRE_TWICE', { file: earlier })];
  });
}
