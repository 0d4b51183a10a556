import { Inject, Injectable } from '@nestjs/common';
import { type Dossier, loadPeople, readDossiers, writeDossiers } from '../../directory/index.js';
import { describeAct, recordAct } from '../../platform/audit/index.js';
import { Clock, Config, Db, refuse, type Tx } from '../../platform/index.js';
import { openXlsx, UnreadableFile } from '../../platform/xlsx/index.js';
import { FIELD_RULES, type FieldName } from '../importing/cadre-fields.js';
import { type Candidate, findCandidates } from '../importing/find-candidates.js';
import { type NationalCodes, nationalCodesOf } from '../national-codes/national-codes.js';
import { FormStore } from '../storing/form-store.js';
import {
  differencesOf,
  particularsWith,
  type RosterDifference,
  type RosterField,
  tenureRemarks,
} from './compare-roster.js';
import { readRoster, type RosterReading, type RosterRow } from './read-roster.js';
import { type RosterCode, rosterProblem, type RosterProblem } from './roster-sentences.js';

export interface RosterChoice {
  row: number;
  sheet?: string;
  /** Who it is; null leaves the row out. */
  cadre: string | null;
}

export interface RosterOptions {
  dryRun: boolean;
  /** Fields of the directory that shall become what the roster says. */
  update: readonly RosterField[];
  choices: readonly RosterChoice[];
}

export interface RosterOutcome {
  sheet: string;
  row: number;
  name: string;
  cadre: { code: string; name: string; unit: string | null } | null;
  matchedBy: 'id-number' | 'name-and-birth' | 'chosen' | null;
  candidates: { code: string; name: string; birth: string; unit: string | null }[];
  differences: RosterDifference[];
}

export interface RosterResult {
  dryRun: boolean;
  rows: RosterOutcome[];
  /** People of whom something was changed. */
  changed: number;
  problems: RosterProblem[];
  notices: RosterProblem[];
}

class NotStored extends Error {
  constructor(readonly result: RosterResult) {
    super('roster not stored');
  }
}

/** Takes rosters of the districts into the directory: compared person by person, all or nothing. */
@Injectable()
export class RosterImporter {
  private readonly codes: NationalCodes;

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(FormStore) private readonly store: FormStore,
    @Inject(Config) { nationalCodes }: Config,
  ) {
    this.codes = nationalCodesOf(nationalCodes);
  }

  /**
   * Compares a roster with the directory and takes over the fields that the caller names. Nobody is added: who is not in
   * the directory has no number there.
   *
   * @refuses FILE_BROKEN, FILE_ENCRYPTED_OR_OLD, FILE_HAS_MACROS, FILE_HAS_DOCTYPE, FILE_INFLATES_TOO_MUCH - the file
   */
  async import(path: string, scope: readonly string[], options: RosterOptions): Promise<RosterResult> {
    const reading = await this.read(path);
    try {
      return await this.db.transaction(async (tx) => {
        const result = await this.run(tx, reading, scope, options);
        if (options.dryRun || result.problems.length > 0) throw new NotStored(result);
        if (result.changed === 0) describeAct({ result: 'repeated' });
        return result;
      });
    } catch (error) {
      if (error instanceof NotStored) return error.result;
      throw error;
    }
  }

  private async read(path: string): Promise<RosterReading> {
    try {
      const file = await openXlsx(path);
      try {
        return await readRoster(file, this.codes);
      } finally {
        file.close();
      }
    } catch (error) {
      if (error instanceof UnreadableFile) refuse(error.code, error.params);
      throw error;
    }
  }

  private async run(
    tx: Tx,
    { rows, problems: faults, notices: read }: RosterReading,
    scope: readonly string[],
    { dryRun, update, choices }: RosterOptions,
  ): Promise<RosterResult> {
    const everybody = await findCandidates(tx, scope, {
      idHashes: rows.flatMap(({ idNumber }) => (idNumber === null ? [] : this.store.hashOf(idNumber))),
      names: rows.map(({ name }) => name),
      codes: choices.flatMap(({ cadre }) => cadre ?? []),
    });
    const problems: RosterProblem[] = [...faults];
    const outcomes: RosterOutcome[] = [];
    let changed = 0;
    const seen = new Set<number>();
    problems.push(...choicesWithoutRow(rows, choices));
    const known = await this.known(tx, everybody);
    const notices: RosterProblem[] = [...read];
    for (const row of rows) {
      const choice = choices.find((given) => isAbout(given, row));
      if (choice?.cadre === null) continue;
      const match = this.match(row, everybody, choice);
      problems.push(...faultsOf(row, match, seen));
      const { cadre } = match;
      const dossier = known.dossiers.get(cadre?.code ?? '');
      const differences = cadre === null ? [] : differencesOf(row, cadre, dossier);
      outcomes.push(outcomeOf(row, match, differences));
      const person = known.people.get(cadre?.code ?? '');
      if (person) notices.push(...tenureRemarks(row, person, this.clock.today()));
      const wanted = differences.filter(({ field }) => update.includes(field));
      const change = { dossier, at: this.clock.now() };
      if (problems.length === 0 && cadre && (await takeOver(tx, cadre, wanted, change))) changed += 1;
    }
    return { dryRun, rows: outcomes, changed: problems.length > 0 ? 0 : changed, problems, notices };
  }

  /** Terms and dossiers of everybody who may be meant. */
  private async known(tx: Tx, everybody: readonly Candidate[]) {
    const cadres = everybody.map(({ code }) => code);
    const { people } = await loadPeople(tx, { cadres });
    return { people, dossiers: new Map((await readDossiers(tx, cadres)).map((one) => [one.cadre, one])) };
  }

  /** By ID number, then by name and birth month where one person alone bears the name; else the caller is asked (§7-51). */
  private match(row: RosterRow, everybody: readonly Candidate[], choice: RosterChoice | undefined): Match {
    if (choice !== undefined) {
      const cadre = everybody.find(({ code }) => code === choice.cadre) ?? null;
      return { cadre, by: cadre && 'chosen', candidates: [], chosen: true };
    }
    const hash = row.idNumber === null ? null : this.store.hashOf(row.idNumber);
    const bearer = hash && everybody.find(({ idHash }) => idHash?.equals(hash));
    if (bearer) return { cadre: bearer, by: 'id-number', candidates: [], chosen: false };
    const namesakes = everybody.filter(({ name }) => name === row.name);
    const [only] = namesakes;
    const isSure = namesakes.length === 1 && only?.birth === row.birth && (hash === null || only.idHash === null);
    return isSure
      ? { cadre: only, by: 'name-and-birth', candidates: [], chosen: false }
      : { cadre: null, by: null, candidates: namesakes, chosen: false };
  }
}

interface Match {
  cadre: Candidate | null;
  by: RosterOutcome['matchedBy'];
  candidates: Candidate[];
  chosen: boolean;
}

function faultsOf(row: RosterRow, { cadre, candidates, chosen }: Match, seen: Set<number>): RosterProblem[] {
  const fault = (code: RosterCode): RosterProblem[] => [
    rosterProblem({ sheet: row.sheet, row: row.row, column: '姓名', value: row.name }, code),
  ];
  if (cadre === null) {
    if (chosen) return fault('CHOICE_UNKNOWN');
    return fault(candidates.length === 0 ? 'CADRE_UNKNOWN' : 'CHOICE_NEEDED');
  }
  if (seen.has(cadre.id)) return fault('CADRE_TWICE');
  seen.add(cadre.id);
  return [];
}

const isAbout = (choice: RosterChoice, { sheet, row }: RosterRow): boolean =>
  choice.row === row && (choice.sheet ?? sheet) === sheet;

const choicesWithoutRow = (rows: readonly RosterRow[], choices: readonly RosterChoice[]): RosterProblem[] =>
  choices
    .filter((choice) => !rows.some((row) => isAbout(choice, row)))
    .map(({ sheet = '', row }) => rosterProblem({ sheet, row, column: '', value: '' }, 'CHOICE_WITHOUT_ROW'));

function outcomeOf(row: RosterRow, { cadre, by, candidates }: Match, differences: RosterDifference[]): RosterOutcome {
  return {
    sheet: row.sheet,
    row: row.row,
    name: row.name,
    cadre: cadre && { code: cadre.code, name: cadre.name, unit: cadre.unit },
    matchedBy: by,
    candidates: candidates.map(({ code, name, birth, unit }) => ({ code, name, birth, unit })),
    differences,
  };
}

async function takeOver(
  tx: Tx,
  cadre: Candidate,
  wanted: readonly RosterDifference[],
  { dossier, at }: { dossier: Dossier | undefined; at: Date },
): Promise<boolean> {
  if (wanted.length === 0) return false;
  const fields = wanted.flatMap(({ field, roster }) =>
    field in FIELD_RULES ? [{ column: FIELD_RULES[field as FieldName].column, roster }] : [],
  );
  if (fields.length > 0) {
    const assignments = fields.map(({ column }, index) => `${column} = $${index + 2}`);
    const values = fields.map(({ roster }) => roster);
    await tx.queryDynamic(`UPDATE cadre SET ${assignments.join(', ')} WHERE id = $1`, [cadre.id, ...values]);
  }
  const particulars = particularsWith(wanted, dossier);
  if (particulars !== undefined) await writeDossiers(tx, [{ cadre: cadre.code, particulars }], at);
  await recordAct(tx, {
    event: 'personal-data-import',
    objectType: 'cadres',
    objectId: cadre.code,
    unitPath: cadre.unitPath,
    action: ['import roster', ...wanted.map(({ field }) => field)].join(' '),
  });
  return true;
}
