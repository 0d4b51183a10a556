import { type Cell, columnOf, dayOfSerial, type Row } from './cell.js';
import type { CellStyles } from './cell-styles.js';
import { unescapeText } from './escaped-text.js';
import type { SharedStrings } from './shared-strings.js';
import { UnreadableFile } from './unreadable-file.js';
import { parseXml } from './xml-stream.js';

export interface CellReading {
  strings: SharedStrings;
  styles: CellStyles;
  date1904: boolean;
}

const LAST_ROW = 1_048_576;

/** The rows of one sheet in their order; the file is inflated no faster than they are taken. */
export async function* sheetRows(pieces: AsyncIterable<Buffer>, reading: CellReading): AsyncGenerator<Row> {
  const collector = new RowCollector(reading);
  for await (const _ of parseXml(pieces, collector)) yield* collector.take();
}

/** Collects the rows of the pieces parsed so far. */
class RowCollector {
  private rows: Row[] = [];
  private row: Row = { number: 0, cells: [] };
  private inSheetData = false;
  private column = -1;
  private type = 'n';
  private style = 0;
  private raw = '';
  private reading = false;
  private inPhonetic = false;

  constructor(private readonly book: CellReading) {}

  take(): Row[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'sheetData') this.inSheetData = true;
    if (!this.inSheetData) return;
    if (name === 'row') this.startRow(attributes);
    else if (name === 'c') this.startCell(attributes);
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'v' || name === 't') this.reading = !this.inPhonetic;
  };

  readonly close = (name: string): void => {
    if (!this.inSheetData) return;
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'c') this.row.cells[this.column] = this.cell();
    else if (name === 'row') this.rows.push(this.row);
    else if (name === 'sheetData') this.inSheetData = false;
  };

  readonly text = (piece: string): void => {
    if (this.reading) this.raw += piece;
  };

  private startRow(attributes: Readonly<Record<string, string>>): void {
    const number = attributes.r === undefined ? this.row.number + 1 : Number(attributes.r);
    if (!(Number.isInteger(number) && number > this.row.number && number <= LAST_ROW))
      throw new UnreadableFile('FILE_BROKEN');
    this.row = { number, cells: [] };
    this.column = -1;
  }

  private startCell(attributes: Readonly<Record<string, string>>): void {
    this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
    if (Number.isNaN(this.column)) throw new UnreadableFile('FILE_BROKEN');
    this.type = attributes.t ?? 'n';
    this.style = Number(attributes.s ?? 0);
    this.raw = '';
  }

  private cell(): Cell | undefined {
    const { raw, type } = this;
    if (raw === '') return undefined;
    if (type === 's') return { kind: 'text', text: this.book.strings.get(Number(raw)) };
    if (type === 'inlineStr' || type === 'str') return { kind: 'text', text: unescapeText(raw) };
    if (type === 'b') return { kind: 'boolean', value: raw.trim() === '1' };
    if (type === 'e') return { kind: 'error', text: raw };
    if (type === 'd') return { kind: 'date', day: raw.slice(0, 10) };
    return this.number(raw.trim());
  }

  private number(text: string): Cell {
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw new UnreadableFile('FILE_BROKEN');
    const meaning = this.book.styles[this.style] ?? 'number';
    const day = meaning === 'date' ? dayOfSerial(value, this.book.date1904) : null;
    return day === null ? { kind: 'number', text, percent: meaning === 'percent' } : { kind: 'date', day };
  }
}
