import { readXml } from './xml-stream.js';

export type NumberMeaning = 'number' | 'percent' | 'date';

/** What the number formats of a workbook say about its numbers: by cell style. */
export type CellStyles = readonly NumberMeaning[];

const between = (id: number, low: number, high: number): boolean => id >= low && id <= high;

/** Reads which cell styles show a number as a date or as a percentage. */
export async function readCellStyles(pieces: AsyncIterable<Buffer>): Promise<CellStyles> {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inCellStyles = false;
  await readXml(pieces, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) styles.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles.map((id) => meaningOf(id, formats.get(id)));
}

/** Built-in formats by number (27–36 and 50–58 are the East Asian dates); others by their code. */
export function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    const isDate = between(id, 14, 22) || between(id, 27, 36) || between(id, 45, 47) || between(id, 50, 58);
    return isDate ? 'date' : 'number';
  }
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '');
  if (/[yd]/i.test(bare) || (/m/i.test(bare) && !/[#0]/.test(bare))) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}
