import { Inject, Injectable } from '@nestjs/common';
import { describeAct, recordAct } from '../../platform/audit/index.js';
import { Clock, Db, type Tx } from '../../platform/index.js';
import { type Dossier, loadPeople, readDossiers, writeDossiers } from '../../directory/index.js';
import { knownParts } from '../known/form-texts.js';
import { type DirectoryMarks, marksOf } from '../known/newer-facts.js';
import { FormStore } from '../storing/form-store.js';
import { differencesOf, FIELD_RULES, type FieldDifference, type FieldName } from './cadre-fields.js';
import { collectFiles, type UploadedForm } from './collect-files.js';
import { type Candidate, findCandidates } from './find-candidates.js';
import { changesBy, isPart, partDifferences, type PartDifference, partLabel, partOf } from './dossier-parts.js';
import { importRemark, type ImportRemark } from './import-remark.js';
import { type FormChoice, type MatchedBy, type MatchedForm, matchForms, type UpdateName } from './match-forms.js';
import { type NamedForm, readFiles } from './read-files.js';

export interface ImportingCaller {
  userId: number;
  /** Paths of the units in which the caller may import. */
  scope: readonly string[];
}

export interface FormOutcome {
  file: string;
  name: string;
  birth: string;
  matchedBy: MatchedBy | null;
  cadre: { code: string; name: string; unit: string | null } | null;
  /** People the caller has to choose from. */
  candidates: { code: string; name: string; birth: string; unit: string | null }[];
  differences: (FieldDifference | PartDifference)[];
  updated: UpdateName[];
  photo: boolean;
  /** `repeated`: the person's latest form is the same one. */
  outcome: 'stored' | 'repeated' | 'skipped' | 'refused';
}

export interface FormImportResult {
  dryRun: boolean;
  forms: FormOutcome[];
  stored: number;
  problems: ImportRemark[];
  notices: ImportRemark[];
}

export interface FormImportOptions {
  dryRun: boolean;
  choices: readonly FormChoice[];
}

/** Takes the result out of a transaction that must not be stored. */
class NotStored extends Error {
  constructor(readonly result: FormImportResult) {
    super('import not stored');
  }
}

/** Brings approval forms in: all of them, or none and what is wrong with each. */
@Injectable()
export class FormImporter {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FormStore) private readonly store: FormStore,
  ) {}

  async import(
    uploads: readonly UploadedForm[],
    caller: ImportingCaller,
    options: FormImportOptions,
  ): Promise<FormImportResult> {
    const { forms, problems, notices } = readFiles(await collectFiles(uploads), this.clock.today());
    try {
      return await this.db.transaction(async (tx) => {
        const result = await this.run(tx, forms, caller, options, problems);
        const whole = { ...result, notices };
        if (options.dryRun || whole.problems.length > 0) throw new NotStored(whole);
        if (whole.stored === 0) describeAct({ result: 'repeated' });
        return whole;
      });
    } catch (error) {
      if (error instanceof NotStored) return error.result;
      throw error;
    }
  }

  /** A dry run does everything and is rolled back: what it tells is what the import would do. */
  private async run(
    tx: Tx,
    forms: readonly NamedForm[],
    caller: ImportingCaller,
    { dryRun, choices }: FormImportOptions,
    unreadable: readonly ImportRemark[],
  ): Promise<Omit<FormImportResult, 'notices'>> {
    const sought = forms.map((named) => ({
      named,
      idHash: named.form.idNumber === null ? null : this.store.hashOf(named.form.idNumber),
    }));
    const everybody = await findCandidates(tx, caller.scope, {
      idHashes: sought.flatMap(({ idHash }) => idHash ?? []),
      names: forms.map(({ form }) => form.name),
      codes: choices.flatMap(({ cadre }) => cadre ?? []),
    });
    const { matches, problems } = matchForms(sought, everybody, choices);
    const codes = matches.flatMap(({ cadre }) => cadre?.code ?? []);
    const dossiers: Dossiers = new Map((await readDossiers(tx, codes)).map((dossier) => [dossier.cadre, dossier]));
    problems.push(...matches.flatMap((match) => emptyUpdates(match, updatesOf(match, choices), dossiers)));
    problems.unshift(...unreadable);
    const isSound = problems.length === 0;
    const outcomes = matches.map((match) => outcomeOf(match, dossiers));
    const kept = isSound ? await this.keepAll(tx, { matches, dossiers }, choices, caller) : new Set<MatchedForm>();
    for (const [index, match] of matches.entries()) {
      Object.assign(outcomes[index]!, resultOf(match, updatesOf(match, choices), kept.has(match), isSound));
    }
    const count = outcomes.filter(({ outcome }) => outcome === 'stored').length;
    return { dryRun, forms: outcomes, stored: count, problems };
  }

  /** The directory first: the marks beside a form say what it said once the form was in. @returns what was changed by */
  private async keepAll(
    tx: Tx,
    { matches, dossiers }: { matches: readonly MatchedForm[]; dossiers: Dossiers },
    choices: readonly FormChoice[],
    { userId }: ImportingCaller,
  ): Promise<Set<MatchedForm>> {
    const kept = new Set<MatchedForm>();
    for (const match of matches) {
      const updates = updatesOf(match, choices);
      if (
        await updateDirectory(
          tx,
          match,
          updates.filter((name): name is FieldName => !isPart(name)),
        )
      )
        kept.add(match);
      const changes = match.cadre ? partsChanged(match, updates, dossiers) : {};
      if (match.cadre === null || Object.keys(changes).length === 0) continue;
      await writeDossiers(tx, [{ ...changes, cadre: match.cadre.code }], this.clock.now());
      kept.add(match);
    }
    const marks = await this.marksOf(tx, matches);
    const by = { userId, at: this.clock.now() };
    for (const match of matches) {
      const { named, cadre } = match;
      if (cadre === null) continue;
      if (await this.store.add(tx, cadre.id, named, { ...by, marks: marks(cadre.code) })) kept.add(match);
      if (!kept.has(match)) continue;
      await recordAct(tx, {
        event: 'personal-data-import',
        objectType: 'cadres',
        objectId: cadre.code,
        unitPath: cadre.unitPath,
        action: ['import approval form', ...updatesOf(match, choices)].join(' '),
      });
    }
    return kept;
  }

  private async marksOf(tx: Tx, matches: readonly MatchedForm[]): Promise<(cadre: string) => DirectoryMarks> {
    const cadres = matches.flatMap(({ cadre }) => cadre?.code ?? []);
    const { people } = await loadPeople(tx, { cadres });
    const dossiers = new Map((await readDossiers(tx, cadres)).map((dossier) => [dossier.cadre, dossier]));
    const today = this.clock.today();
    return (cadre) =>
      marksOf(knownParts(people.get(cadre)!, dossiers.get(cadre) ?? null, today), (text) => this.store.hashOf(text));
  }
}

type Dossiers = ReadonlyMap<string, Dossier>;

const updatesOf = ({ named }: MatchedForm, choices: readonly FormChoice[]): UpdateName[] =>
  choices.find(({ file }) => file === named.file)?.update ?? [];

function partsChanged({ cadre, named }: MatchedForm, updates: readonly UpdateName[], dossiers: Dossiers) {
  const dossier = dossiers.get(cadre?.code ?? '');
  return dossier === undefined ? {} : changesBy(updates.filter(isPart), named.form, dossier);
}

/** What the form leaves empty empties nothing. */
function emptyUpdates(
  { named, cadre, skipped }: MatchedForm,
  updates: readonly UpdateName[],
  dossiers: Dossiers,
): ImportRemark[] {
  const dossier = dossiers.get(cadre?.code ?? '');
  if (skipped || dossier === undefined) return [];
  return updates.flatMap((name) => {
    if (isPart(name)) {
      if (partOf(name, named.form, dossier) !== null) return [];
      return [importRemark(named.file, 'PART_NOT_SAID', {}, { element: partLabel(name) })];
    }
    const { label, of } = FIELD_RULES[name];
    return of(named.form) === null ? [importRemark(named.file, 'FIELD_EMPTY', {}, { element: label })] : [];
  });
}

async function updateDirectory(
  tx: Tx,
  { cadre, named: { form } }: MatchedForm,
  updates: readonly FieldName[],
): Promise<boolean> {
  if (cadre === null) return false;
  const wanted = updates.filter((field) => FIELD_RULES[field].of(form) !== cadre.fields[field]);
  if (wanted.length === 0) return false;
  const assignments = wanted.map((field, index) => `${FIELD_RULES[field].column} = $${index + 2}`);
  const values = wanted.map((field) => FIELD_RULES[field].of(form));
  await tx.queryDynamic(`UPDATE cadre SET ${assignments.join(', ')} WHERE id = $1`, [cadre.id, ...values]);
  return true;
}

/** What is known before anything is changed. */
function outcomeOf({ named, by, cadre, candidates }: MatchedForm, dossiers: Dossiers): FormOutcome {
  const seen = ({ code, name, birth, unit }: Candidate) => ({ code, name, birth, unit });
  const dossier = dossiers.get(cadre?.code ?? '');
  return {
    file: named.file,
    name: named.form.name,
    birth: named.form.birthMonth,
    matchedBy: by,
    cadre: cadre && { code: cadre.code, name: cadre.name, unit: cadre.unit },
    candidates: candidates.map(seen),
    differences: [
      ...(cadre === null ? [] : differencesOf(named.form, cadre.fields)),
      ...(dossier === undefined ? [] : partDifferences(named.form, dossier)),
    ],
    updated: [],
    photo: named.photo !== null,
    outcome: 'refused',
  };
}

function resultOf(
  { skipped }: MatchedForm,
  updated: UpdateName[],
  stored: boolean,
  isSound: boolean,
): Pick<FormOutcome, 'updated' | 'outcome'> {
  const outcome = skipped ? 'skipped' : !isSound ? 'refused' : stored ? 'stored' : 'repeated';
  return { updated: stored ? updated : [], outcome };
}
