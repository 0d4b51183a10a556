import { Injectable } from '@nestjs/common';
import { asSystem, Clock, Db, refuse, type Tx } from '../../platform/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { openXlsx, UnreadableFile } from '../../platform/xlsx/index.js';
import { applyStaged, type Changes, lockDirectory } from './apply.js';
import { DOSSIER_KEYS, type DossierKey, isDossierKey } from './dossier-sheets.js';
import { countSoundRows, findSetProblems, type ScopePaths, WHOLE_TREE } from './find-set-problems.js';
import type { Problem } from './problem.js';
import { sheetsOfRows, type WorkbookRows } from './row-source.js';
import { eachSheet, SHEET_KEYS, type SheetKey, SHEETS } from './sheets.js';
import { type SourceSheet, stageWorkbook } from './stage-workbook.js';

type CitySheet = Exclude<SheetKey, DossierKey>;
type PerSheet<T> = Record<CitySheet, T> & Partial<Record<DossierKey, T>>;

export interface ImportResult {
  dryRun: boolean;
  /** Rows without a fault, by sheet. Sheets of dossiers are there when the workbook has them. */
  accepted: PerSheet<number>;
  /** Rows that added or changed something; all zero when there are problems. */
  changed: PerSheet<Changes>;
  /** The first of them, by sheet and row; with any of them nothing is stored. */
  problems: Problem[];
  problemsTotal: number;
  /** What is worth a look but keeps nothing from being stored. */
  notices: Problem[];
  noticesTotal: number;
}

export interface ImportOptions {
  dryRun?: boolean;
  /** Units the rows may touch. */
  scope?: ScopePaths;
}

/** One import at a time in one database. */
const IMPORT_LOCK = 7_146_101;

/** Takes the result out of a transaction that must not be stored. */
class NotStored extends Error {
  constructor(readonly result: ImportResult) {
    super('import not stored');
  }
}

/** Brings a city workbook, or any part of it, into the directory: all of it or nothing. */
@Injectable()
export class WorkbookImporter {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
  ) {}

  /**
   * Imports a workbook file.
   *
   * @refuses FILE_BROKEN, FILE_ENCRYPTED_OR_OLD, FILE_HAS_MACROS, FILE_HAS_DOCTYPE, FILE_INFLATES_TOO_MUCH - the file
   * @refuses IMPORT_RUNNING - another import has not ended
   */
  async importFile(path: string, options: ImportOptions = {}): Promise<ImportResult> {
    try {
      const file = await openXlsx(path);
      try {
        return await this.importSheets(file.sheets, options);
      } finally {
        file.close();
      }
    } catch (error) {
      if (error instanceof UnreadableFile) refuse(error.code, error.params);
      throw error;
    }
  }

  /** Imports rows made in the program, under the same rules as a file. */
  importRows(rows: WorkbookRows, options: ImportOptions = {}): Promise<ImportResult> {
    return this.importSheets(sheetsOfRows(rows), options);
  }

  /** Codes and ID numbers are unique in the whole city; whether a row lies within the caller's units is checked by itself. */
  private importSheets(sheets: Iterable<SourceSheet>, options: ImportOptions): Promise<ImportResult> {
    return asSystem('directory.import', () => this.storeSheets(sheets, options));
  }

  private async storeSheets(sheets: Iterable<SourceSheet>, options: ImportOptions): Promise<ImportResult> {
    try {
      return await this.db.transaction(async (tx) => {
        const result = await this.run(tx, sheets, options);
        if (result.dryRun || result.problemsTotal > 0) throw new NotStored(result);
        return result;
      });
    } catch (error) {
      if (error instanceof NotStored) return error.result;
      throw error;
    }
  }

  /** A dry run does everything and is rolled back: what it counts is what the import would do. */
  private async run(tx: Tx, sheets: Iterable<SourceSheet>, options: ImportOptions): Promise<ImportResult> {
    await takeTurn(tx);
    const { problems, notices, rowCounts } = await stageWorkbook(tx, sheets, {
      today: this.clock.today(),
      cipher: this.cipher,
    });
    const dossiers = DOSSIER_KEYS.filter((key) => rowCounts[key] > 0);
    await lockDirectory(tx, dossiers);
    await findSetProblems(tx, options.scope ?? WHOLE_TREE, problems);
    const accepted = await countSoundRows(tx);
    return {
      dryRun: options.dryRun ?? false,
      accepted: ofSheets(accepted, dossiers),
      changed: ofSheets(problems.total === 0 ? await applyStaged(tx, dossiers) : noChanges(), dossiers),
      problems: inReadingOrder(problems.items),
      problemsTotal: problems.total,
      notices: inReadingOrder(notices.items),
      noticesTotal: notices.total,
    };
  }
}

async function takeTurn(tx: Tx): Promise<void> {
  const { rows } = await tx.query<{ taken: boolean }>(
    'workbook-import-turn',
    'SELECT pg_try_advisory_xact_lock($1) AS taken',
    [IMPORT_LOCK],
  );
  if (!rows[0]?.taken) refuse('IMPORT_RUNNING');
}

const noChanges = (): Record<SheetKey, Changes> => eachSheet(() => ({ inserted: 0, updated: 0 }));

/** Without the sheets of dossiers that the workbook does not have. */
const ofSheets = <T>(all: Record<SheetKey, T>, dossiers: readonly DossierKey[]): PerSheet<T> =>
  Object.fromEntries(
    SHEET_KEYS.filter((key) => !isDossierKey(key) || dossiers.includes(key)).map((key) => [key, all[key]]),
  ) as PerSheet<T>;

function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const order = new Map<string, number>(SHEET_KEYS.map((key, index) => [SHEETS[key].name, index]));
  const position = (item: Problem): number => order.get(item.sheet) ?? -1;
  return problems.toSorted((a, b) => position(a) - position(b) || a.row - b.row);
}
