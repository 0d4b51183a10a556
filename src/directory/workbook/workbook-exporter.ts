import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../platform/index.js';
import { writeXlsx } from '../../platform/xlsx/index.js';
import { isDossierKey } from './dossier-sheets.js';
import { EXPORT_QUERIES } from './export-queries.js';
import type { ScopePaths } from './find-set-problems.js';
import { SHEET_KEYS, type SheetKey } from './sheets.js';
import { workbookSheets } from './template.js';

const PAGE_ROWS = 2_000;

type Cells = readonly (string | null)[];

/** Writes the directory, or the caller's part of it, as a workbook that can be imported again. */
@Injectable()
export class WorkbookExporter {
  constructor(private readonly db: Db) {}

  /**
   * Writes a workbook of one moment; what changes meanwhile does not show.
   *
   * @param asOf only appointments in force on that day; null for all that are known
   * @param dossiers the sheets of dossiers as well: families, measures, assessments
   */
  async exportTo(path: string, scope: ScopePaths, asOf: string | null, dossiers = false): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.queryDynamic('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const keys = SHEET_KEYS.filter((key) => dossiers || !isDossierKey(key));
      const rows = Object.fromEntries(keys.map((key) => [key, pages(tx, key, scope, asOf)]));
      await writeXlsx(path, workbookSheets(rows, keys));
    });
  }

  /** The workbook, empty, with drop-downs and notes. */
  async templateTo(path: string): Promise<void> {
    await writeXlsx(path, workbookSheets());
  }
}

/** Reads a sheet page by page, no faster than it is written. */
async function* pages(tx: Tx, key: SheetKey, scope: ScopePaths, asOf: string | null): AsyncGenerator<Cells> {
  let after = 0;
  for (;;) {
    const { rows } = await tx.query<{ id: number; cells: Cells }>(
      `workbook-export-${key}`,
      `SELECT id, cells FROM (${EXPORT_QUERIES[key]}) page WHERE id > $2 ORDER BY id LIMIT ${PAGE_ROWS}`,
      key === 'appointments' ? [scope, after, asOf] : [scope, after],
    );
    for (const row of rows) yield row.cells;
    if (rows.length < PAGE_ROWS) return;
    after = rows[rows.length - 1]?.id ?? after;
  }
}
