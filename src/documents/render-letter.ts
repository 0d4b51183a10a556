import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { imprintLines } from './imprint.js';
import { inWholeNumbers } from './whole-numbers.js';
import { HASHED_SOURCES, type LetterBlock, type LetterContent } from '../../machines/rules/index.js';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Twentieths of a point, as the format counts. @source GB/T 9704-2012 by handbook §3.5 */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const LINE = { line: 580, lineRule: LineRuleType.EXACT };
/** Half points: 2号, 3号, 4号, 5号. */
const SIZE = { title: 44, body: 32, small: 28, note: 21 };
const TWO_CHARACTERS = 640;
const RED = 'C00000';

const FACES = { title: '方正小标宋简体', body: '仿宋_GB2312', heading: '黑体', subheading: '楷体_GB2312' };
type Face = keyof typeof FACES;

function runs(text: string, face: Face, size: number, more: IRunOptions = {}): TextRun[] {
  return inWholeNumbers(text).map(
    (part) =>
      new TextRun({
        ...part,
        size,
        font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: FACES[face] },
        ...more,
      }),
  );
}

/**
 * A letter as an official document: issuer in red, number, title, addressee, text, signature and date in Arabic digits.
 *
 * @param content composed elsewhere; control characters are left out, for the format does not know them
 * @returns a DOCX file
 */
export async function renderLetter(content: LetterContent): Promise<Buffer> {
  const clean = JSON.parse(JSON.stringify(content), (_key, value: unknown) =>
    typeof value === 'string' ? withoutControls(value) : value,
  ) as LetterContent;
  const document = new Document({
    title: clean.title,
    creator: clean.signer,
    styles: { default: { document: { run: { size: SIZE.body, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: { ...MARGIN, footer: 1400 } } },
        footers: { default: pageNumbers(clean) },
        children: [...head(clean), ...bodyOf(clean.blocks), ...signature(clean), ...imprintOf(clean)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function head({ signer, documentNo, title, addressee, kind }: LetterContent): Paragraph[] {
  const number = documentNo ?? '（未编号）';
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 6, color: RED } },
      children: runs(signer, 'title', 52, { color: RED }),
    }),
    new Paragraph({
      alignment: kind === 'bulletin' ? AlignmentType.CENTER : AlignmentType.RIGHT,
      spacing: { ...LINE, before: 120, after: 580 },
      children: runs(number, 'body', SIZE.body),
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 580 },
      children: titleLines(title).flatMap((line, at) => runs(line, 'title', SIZE.title, at > 0 ? { break: 1 } : {})),
    }),
    new Paragraph({ spacing: LINE, children: runs(`${addressee}：`, 'body', SIZE.body) }),
  ];
}

/** In characters of its size: the width of a line. */
const TITLE_CHARACTERS = 20;

/** Where a title of more than a line is divided: its words stay whole. @source GB/T 9704-2012 by handbook §3.5 */
function titleLines(title: string): string[] {
  const cut = title.search(/(全市)?(优秀)?年轻干部/u);
  return title.length > TITLE_CHARACTERS && cut > 0 ? [title.slice(0, cut), title.slice(cut)] : [title];
}

/** The last paragraphs: the very last of older letters is the line of who gets a copy. */
const STAYING = 2;

/** The text, the end of which stays with the signature: none stands alone on a page. */
function bodyOf(blocks: readonly LetterBlock[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    return blockOf(block, at >= blocks.length - STAYING || (next !== undefined && 'table' in next));
  });
}

function blockOf(block: LetterBlock, keepNext: boolean): (Paragraph | Table)[] {
  if ('table' in block)
    return [tableOf(block.table), new Paragraph({ keepNext, spacing: { line: 200, lineRule: LineRuleType.EXACT } })];
  const face: Face = block.heading === 1 ? 'heading' : block.heading === 2 ? 'subheading' : 'body';
  return [
    new Paragraph({
      spacing: LINE,
      indent: { firstLine: TWO_CHARACTERS },
      keepNext: keepNext || block.heading !== undefined,
      children: runs(block.text, face, SIZE.body),
    }),
  ];
}

function tableOf({ head: titles, rows }: { head: string[]; rows: string[][] }): Table {
  const widths = columnWidths([titles, ...rows]);
  const cell = (text: string, column: number, face: Face): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [
        new Paragraph({
          alignment: column === 0 ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: runs(text, face, SIZE.note),
        }),
      ],
    });
  const line = (cells: string[], face: Face, tableHeader = false): TableRow =>
    new TableRow({ tableHeader, cantSplit: true, children: cells.map((text, column) => cell(text, column, face)) });
  return new Table({
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    rows: [line(titles, 'heading', true), ...rows.map((cells) => line(cells, 'body'))],
  });
}

/** A character of the table and the two margins of a cell, in twentieths of a point. */
const CHARACTER = SIZE.note * 10;
const CELL_MARGINS = 140;
/** In characters: up to here a text stands on one line, and a head of more goes over two. */
const NARROW = 5;
const WIDEST = 16;

/** Numbers and short heads get the width they need; columns of longer texts share the rest as their longest text asks for. */
function columnWidths([head = [], ...rows]: readonly string[][]): number[] {
  const wanted = head.map((title, column) => {
    const heading = title.length <= NARROW ? title.length : Math.ceil(title.length / 2);
    return Math.min(WIDEST, Math.max(2, heading, ...rows.map((row) => row[column]?.length ?? 0)));
  });
  const isWide = (characters: number): boolean => characters > NARROW;
  const needed = wanted.map((characters) => characters * CHARACTER + CELL_MARGINS);
  const sumOf = (which: (characters: number) => boolean): number =>
    needed.reduce((sum, each, column) => (which(wanted[column] ?? 0) ? sum + each : sum), 0);
  const [wide, narrow] = [sumOf(isWide), sumOf((characters) => !isWide(characters))];
  // Without a longer text, or with too many short ones, all share alike.
  const fits = wide > 0 && narrow < TEXT_WIDTH * 0.75;
  return needed.map((each, column) => {
    if (!fits) return Math.floor((TEXT_WIDTH * each) / (wide + narrow));
    return isWide(wanted[column] ?? 0) ? Math.floor(((TEXT_WIDTH - narrow) * each) / wide) : each;
  });
}

function inWords(day: LetterContent['day']): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function signature({ signer, day, copies }: LetterContent): Paragraph[] {
  const line = (text: string, right: number, before: number): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right },
      spacing: { ...LINE, before },
      keepLines: true,
      keepNext: before > 0 || copies !== undefined,
      children: runs(text, 'body', SIZE.body),
    });
  return [line(signer, TWO_CHARACTERS * 2, 1160), line(inWords(day), TWO_CHARACTERS * 2, 0)];
}

const imprintOf = ({ copies, signer, day }: LetterContent): Paragraph[] =>
  copies === undefined ? [] : imprintLines({ copies, printedBy: signer, printedOn: inWords(day) }, TEXT_WIDTH);

function pageNumbers({ snapshotHash: hash, hashOf = 'ledger' }: LetterContent): Footer {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: SIZE.small, font: '宋体', children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
  const source =
    hash === undefined
      ? []
      : [new Paragraph({ children: runs(`${HASHED_SOURCES[hashOf]}校验值 ${hash}`, 'body', 13) })];
  return new Footer({ children: [number, ...source] });
}

function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');
}
