/** One line of a table copied from a spreadsheet: who, to which post, from which post. */
export interface PastedRow {
  line: number;
  who: string;
  appointTo: string;
  removeFrom: string;
}

const HEADERS = {
  who: ['姓名', '人选', '干部编号', '编号', '姓名/编号'],
  appointTo: ['拟任', '拟任职务', '拟任职位', '任'],
  removeFrom: ['拟免', '拟免职务', '拟免职位', '免'],
} as const;

type Column = keyof typeof HEADERS;

/**
 * Reads what somebody has pasted, or a list saved as text: tabs between the cells (commas where there is no tab), with a line of
 * headers or in the order 姓名/编号, 拟任, 拟免. Blanks inside a name and full-width letters are put right.
 *
 * @returns lines that name somebody; empty when there are none
 */
export function readRows(text: string): PastedRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const cells = lines.map((line) => line.split(line.includes('\t') ? '\t' : /[,，]/).map(tidy));
  const [first = []] = cells;
  const header = columnsOf(first);
  const at = header ?? { who: 0, appointTo: 1, removeFrom: 2 };
  return cells.flatMap((row, index) => {
    const cell = (column: Column): string => row[at[column] ?? -1] ?? '';
    const who = cell('who').replace(/\s+/g, '');
    if ((index === 0 && header !== null) || who === '') return [];
    return [{ line: index + 1, who, appointTo: cell('appointTo'), removeFrom: cell('removeFrom') }];
  });
}

/** Where each column stands, if the first line says so. */
function columnsOf(row: readonly string[]): Partial<Record<Column, number>> | null {
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(HEADERS) as Column[]) {
    const at = row.findIndex((cell) => (HEADERS[column] as readonly string[]).includes(cell));
    if (at !== -1) found[column] = at;
  }
  return found.who === undefined ? null : found;
}

/** A cell as it was meant: no quotes of a CSV file, full-width letters and digits as ordinary ones, '—' for nothing. */
function tidy(cell: string): string {
  const text = cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .normalize('NFKC')
    .trim();
  return /^[-—–无]*$/.test(text) ? '' : text;
}
