import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cell, openXlsx, writeXlsx } from '../../../src/platform/xlsx/index.js';
import { makeScratchFolder } from '../../support/index.js';

const textOf = (cell: Cell | undefined): string => (cell !== undefined && 'text' in cell ? cell.text : '');

/**
 * Fills in a sheet as somebody would by hand: what stands under other headers stays.
 *
 * @param workbook as it was downloaded
 * @param answer what is written into a row, by header, given what stands there
 */
export async function fillSheet(
  workbook: Buffer,
  answer: (row: Readonly<Record<string, string>>) => Record<string, string>,
): Promise<Buffer> {
  const folder = await makeScratchFolder();
  const path = join(folder.path, 'sheet.xlsx');
  try {
    await writeFile(path, workbook);
    const file = await openXlsx(path);
    const rows: string[][] = [];
    for await (const { cells } of file.sheets[0]!.rows()) rows.push(Array.from(cells, textOf));
    file.close();
    const headers = rows[0]!;
    const filled = rows.slice(1).map((texts) => {
      const row = Object.fromEntries(headers.map((header, index) => [header, texts[index] ?? '']));
      return Object.values({ ...row, ...answer(row) });
    });
    await writeXlsx(path, [
      { name: '核对表', columns: headers.map((header) => ({ header, width: 10 })), rows: filled },
    ]);
    return await readFile(path);
  } finally {
    await folder.remove();
  }
}
