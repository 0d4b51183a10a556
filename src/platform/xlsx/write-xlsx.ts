import { createWriteStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { noteBoxesXml, notesOf, notesXml } from './notes-xml.js';
import {
  contentTypesXml,
  packageRelationsXml,
  sheetRelationsXml,
  workbookRelationsXml,
  workbookXml,
} from './package-xml.js';
import { definedNamesXml, type PrintedSheet } from './page-xml.js';
import type { SheetSpec } from './sheet-spec.js';
import { headerRowOf, sheetXml } from './sheet-xml.js';
import { STYLES_XML } from './style-sheet.js';

/** Writes a workbook to a file, row by row; the rows of a sheet are asked for only when its turn comes. */
export async function writeXlsx(path: string, sheets: readonly SheetSpec[]): Promise<void> {
  const zip = new ZipFile();
  const output = new PassThrough();
  // The zip does not end its output when a source fails: without this the writing would never end.
  const fail = (error: Error): void => void output.destroy(error);
  zip.on('error', fail);
  zip.outputStream.pipe(output);
  addParts(zip, sheets, fail);
  zip.end();
  await pipeline(output, createWriteStream(path, { mode: 0o600 }));
}

function addParts(zip: ZipFile, sheets: readonly SheetSpec[], fail: (error: Error) => void): void {
  const notes = sheets.map((sheet) => notesOf(sheet));
  const withNotes = notes.flatMap((list, index) => (list.length > 0 ? [index + 1] : []));
  const add = (name: string, xml: string): void => zip.addBuffer(Buffer.from(xml), name);
  add('[Content_Types].xml', contentTypesXml(sheets.length, withNotes));
  add('_rels/.rels', packageRelationsXml());
  add('xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets.length));
  add('xl/styles.xml', STYLES_XML);
  const printed: PrintedSheet[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const number = index + 1;
    const list = notes[index] ?? [];
    zip.addReadStreamLazy(`xl/worksheets/sheet${number}.xml`, (callback) => {
      const written = noting(sheetXml(sheet, list.length > 0), (lastRow) => {
        if (sheet.page) printed.push({ index, sheet, headerRow: headerRowOf(sheet), lastRow });
      });
      callback(null, Readable.from(written).on('error', fail));
    });
    if (list.length === 0) continue;
    add(`xl/worksheets/_rels/sheet${number}.xml.rels`, sheetRelationsXml(number));
    add(`xl/comments${number}.xml`, notesXml(list));
    add(`xl/drawings/vmlDrawing${number}.vml`, noteBoxesXml(list));
  } // Last, for what is printed ends with the last row, and rows are counted while they are written.
  zip.addReadStreamLazy('xl/workbook.xml', (callback) => {
    const names = sheets.map((sheet) => sheet.name);
    callback(null, Readable.from([workbookXml(names, definedNamesXml(printed))]));
  });
}

/** Hands the pieces on, and at the end what they came to. */
async function* noting(pieces: AsyncGenerator<string, number>, end: (lastRow: number) => void): AsyncGenerator<string> {
  end(yield* pieces);
}
