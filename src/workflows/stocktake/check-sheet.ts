import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { JsonObject } from '../../../machines/kernel/index.js';
import {
  type AnsweredRow,
  CHECK_ANSWERS,
  readCheckSheet,
  type UnitContext,
  type WrongRow,
} from '../../../machines/stocktake/index.js';
import { cellText, headerText, type LedgerView, StaffingService, TemporaryFiles } from '../../directory/index.js';
import type { Download } from '../../documents/index.js';
import type { CaseView } from '../../engine/index.js';
import { refuse, type ScopeHolder } from '../../platform/index.js';
import { openXlsx, type SheetSpec, UnreadableFile, writeXlsx } from '../../platform/xlsx/index.js';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More than a unit has teams times tasks. */
const MOST_ROWS = 5_000;
/** So many faults are named in the answer; the others come once these are put right. */
const MOST_FAULTS = 20;

/** The step that a sheet comes to. */
export interface Said {
  type: 'CONFIRM' | 'REQUEST_CORRECTION';
  payload: JsonObject;
  commandId: string;
  /** Rows found wrong. */
  wrong: number;
}

type Row = LedgerView['items'][number];

const WIDTHS = {
  班子编码: 14,
  班子名称: 30,
  任务编码: 22,
  任务: 30,
  任务量: 8,
  现配: 8,
  差额数: 8,
  年轻干部: 30,
  核对结果: 12,
  说明: 40,
} as const;
type Column = keyof typeof WIDTHS;
const HEADERS = Object.keys(WIDTHS) as Column[];

/** A unit's rows to be checked away from the desk, and read again: 核对表. */
@Injectable()
export class CheckSheet {
  constructor(
    private readonly staffing: StaffingService,
    private readonly files: TemporaryFiles,
  ) {}

  /** The unit's rows by the directory as it stands, on the round's reference day; the answer is left for the unit. */
  async write(side: CaseView, caller: ScopeHolder): Promise<Download> {
    const rows = await this.rowsOf(side, caller);
    const { quarter } = side.context as UnitContext;
    return this.files.during(async (path) => {
      await writeXlsx(path, [sheetOf(rows)]);
      return { name: `核对表-${quarter}.xlsx`, mediaType: XLSX_TYPE, content: await readFile(path) };
    });
  }

  /**
   * @returns what the unit says by it: that all is right, or what is to be corrected; the same file is the same command
   * @refuses CHECK_SHEET_FAULTY - with every fault, up to so many; nothing is taken from a faulty sheet
   */
  async read(side: CaseView, file: Buffer, caller: ScopeHolder): Promise<Said> {
    const answers = await this.files.during(async (path) => {
      await writeFile(path, file);
      return answersIn(path);
    });
    const read = readCheckSheet(await this.rowsOf(side, caller), answers);
    if ('wrong' in read) return said(read.wrong, file);
    const faults = read.faults.slice(0, MOST_FAULTS);
    return refuse('CHECK_SHEET_FAULTY', { faults: faults.map((fault) => ({ ...fault })), total: read.faults.length });
  }

  private async rowsOf({ unit, context }: CaseView, caller: ScopeHolder): Promise<Row[]> {
    const { referenceDay: asOf } = context as UnitContext;
    const { items } = await this.staffing.ledger(caller, { unit: unit.code, asOf, limit: MOST_ROWS, offset: 0 });
    return items;
  }
}

function said(rows: WrongRow[], file: Buffer): Said {
  const commandId = `sheet-${createHash('sha256').update(file).digest('hex').slice(0, 32)}`;
  const wrong = rows.length;
  if (wrong === 0) return { type: 'CONFIRM', payload: {}, commandId, wrong };
  return { type: 'REQUEST_CORRECTION', payload: { rows, opinion: `按核对表，${wrong}行有出入` }, commandId, wrong };
}

function sheetOf(rows: readonly Row[]): SheetSpec {
  return {
    name: '核对表',
    page: { landscape: true, titles: [] },
    columns: HEADERS.map((header) => ({
      header,
      width: WIDTHS[header],
      ...(header === '核对结果' && {
        required: true,
        note: '每行都要填；填“有出入”的，在说明栏写明。',
        choices: { values: Object.values(CHECK_ANSWERS), only: true },
      }),
    })),
    rows: rows.map((row) => [
      row.team,
      row.teamName,
      row.task,
      row.taskName,
      ...[row.due, row.actual, row.shortfall].map(String),
      row.members.map(({ name }) => name).join('、'),
      '',
      '',
    ]),
  };
}

async function answersIn(path: string): Promise<AnsweredRow[]> {
  try {
    return await readRows(path);
  } catch (error) {
    if (error instanceof UnreadableFile) refuse(error.code, error.params);
    throw error;
  }
}

/** The first sheet; columns are found by their headers, wherever they stand. */
async function readRows(path: string): Promise<AnsweredRow[]> {
  const file = await openXlsx(path);
  try {
    let places: Map<string, number> | undefined;
    const rows: AnsweredRow[] = [];
    for await (const { number: row, cells } of file.sheets[0]?.rows() ?? []) {
      const texts = Array.from(cells, (cell) => (cell === undefined ? '' : cellText(cell).trim()));
      if (texts.every((text) => text === '')) continue;
      if (places === undefined) {
        places = new Map(texts.map((text, index) => [headerText(text), index]));
        const missing = (['班子编码', '任务编码', '核对结果', '说明'] as const).filter((name) => !places?.has(name));
        if (missing.length > 0) refuse('CHECK_SHEET_HEADERS', { missing });
        continue;
      }
      const of = (name: Column): string => texts[places!.get(name) ?? -1] ?? '';
      rows.push({ row, team: of('班子编码'), task: of('任务编码'), answer: of('核对结果'), note: of('说明') });
    }
    return rows;
  } finally {
    file.close();
  }
}
