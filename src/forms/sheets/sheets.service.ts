import { Inject, Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import {
  EXPORT_ROLES,
  loadPeople,
  findUnit,
  readDossiers,
  scopeOf,
  StaffingService,
  TemporaryFiles,
  type WorkbookCaller,
} from '../../directory/index.js';
import type { Download } from '../../documents/index.js';
import { describeAct } from '../../platform/audit/index.js';
import { Clock, Db, refuse, type ScopeHolder } from '../../platform/index.js';
import { type SheetSpec, writeXlsx } from '../../platform/xlsx/index.js';
import { readDocument } from '../approval-form/index.js';
import { knownParts } from '../known/form-texts.js';
import { FormStore } from '../storing/form-store.js';
import { readAdjusted } from './adjusted-teams.js';
import { ledgerSheet } from './ledger-sheet.js';
import { rosterSheet } from './roster-sheet.js';
import { readReminded } from './reminded-rows.js';
import { readRoster, readTasks, readTeams } from './sheet-queries.js';
import type { LedgerSheetQuery, RosterSheetQuery } from './sheets.dto.js';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More rows than a city has teams times tasks. */
const MOST_ROWS = 200_000;
/** A roster is for one unit and those below it; the whole city is the workbook's business. */
const MOST_PEOPLE = 2_000;

/** Ledger and roster as sheets for the printer. */
@Injectable()
export class SheetsService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(StaffingService) private readonly staffing: StaffingService,
    @Inject(FormStore) private readonly store: FormStore,
    @Inject(TemporaryFiles) private readonly files: TemporaryFiles,
  ) {}

  async ledger(caller: ScopeHolder, query: LedgerSheetQuery): Promise<Download> {
    const view = await this.staffing.ledger(caller, { ...query, limit: MOST_ROWS, offset: 0 });
    const codes = [...new Set(view.items.map(({ team }) => team))];
    const sheet = ledgerSheet(view, await readTeams(this.db, codes, view.asOf), await readTasks(this.db), {
      reminded: await readReminded(this.db, codes, view.asOf),
      adjusted: await readAdjusted(this.db, codes, view.asOf),
    });
    return this.fileOf(sheet, `优秀年轻干部配备台账${view.asOf.replaceAll('-', '')}.xlsx`);
  }

  /**
   * Everybody of a unit and those below it. Who took it and what for is on record before it leaves.
   *
   * @refuses NOT_FOUND - no such unit within the caller's reach
   * @refuses ROSTER_TOO_LARGE
   */
  async roster(caller: WorkbookCaller & ScopeHolder, unitCode: string, query: RosterSheetQuery): Promise<Download> {
    const asOf = query.asOf ?? this.clock.today();
    const scope = scopeOf(caller, EXPORT_ROLES);
    const unit = await findUnit(this.db, unitCode, scope);
    const codes = await readRoster(this.db, scope, unitCode, asOf, MOST_PEOPLE + 1);
    if (codes.length > MOST_PEOPLE) return refuse('ROSTER_TOO_LARGE', { max: MOST_PEOPLE });
    describeAct({ action: 'export roster' });
    const { people } = await loadPeople(this.db, { cadres: codes });
    const dossiers = new Map((await readDossiers(this.db, codes)).map((dossier) => [dossier.cadre, dossier]));
    const rows = [];
    for (const code of codes) {
      const person = people.get(code);
      if (person === undefined) continue;
      const stored = await this.store.latest(this.db, person.id);
      const form = stored === null ? null : (readDocument(stored.document, this.clock.today()).read?.form ?? null);
      rows.push({ person, form, known: knownParts(person, dossiers.get(code) ?? null, asOf) });
    }
    return this.fileOf(rosterSheet(unit.name, rows, asOf), `${unit.name}干部名册${asOf.replaceAll('-', '')}.xlsx`);
  }

  private fileOf(sheet: SheetSpec, name: string): Promise<Download> {
    return this.files.during(async (path) => {
      await writeXlsx(path, [sheet]);
      return { name, mediaType: XLSX_TYPE, content: await readFile(path) };
    });
  }
}
