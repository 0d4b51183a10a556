import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IIndentAttributesProperties,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TableLayoutType,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { FormBlock, FormContent, FormTable } from './form-content.js';
import {
  ALIGNMENT,
  CHINESE,
  type FormFace,
  hangingIndent,
  RED,
  runs,
  TITLE_POINTS,
  withoutControls,
} from './form-text.js';
import { imprintLines } from '../imprint.js';
import { tableRow } from './form-cells.js';

/** Twentieths of a point. @source GB/T 9704-2012 by handbook §3.5 */
const A4 = { width: 11906, height: 16838 };
const OFFICIAL_MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 };
const OFFICIAL_LINE = 580;
const RULE = { style: BorderStyle.SINGLE, size: 12, space: 6, color: RED };
const millimetres = convertMillimetersToTwip;
/** Ours: forms fill the page, and still leave room to be bound. */
const FORM_MARGIN = { top: millimetres(20), bottom: millimetres(16), left: millimetres(24), right: millimetres(18) };

/**
 * Lays a form out as DOCX. Fonts are those of the standard by name; where they are missing, the word processor takes its
 * own 仿宋, 黑体 or 宋体.
 *
 * @source handbook §3.2, §3.5
 */
export async function renderForm(content: FormContent): Promise<Buffer> {
  const margin = content.official ? OFFICIAL_MARGIN : FORM_MARGIN;
  const across = content.landscape ? A4.height : A4.width;
  const width = across - margin.left - margin.right;
  const orientation = content.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const document = new Document({
    title: withoutControls(content.title),
    creator: '青配',
    styles: CHINESE,
    sections: [
      {
        properties: { page: { size: { ...A4, orientation }, margin: { ...margin, footer: millimetres(10) } } },
        footers: content.pageNumbers ? { default: pageNumbers() } : {},
        children: content.blocks.flatMap((block) => blockOf(block, width, content.official ?? false)),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function blockOf(block: FormBlock, width: number, official: boolean): (Paragraph | Table)[] {
  if ('pageBreak' in block) return [thin({ pageBreakBefore: true })];
  if ('imprint' in block) return imprintLines(block.imprint, width);
  if ('table' in block) return [tableOf(block.table, width), thin()];
  const { text, right, align = 'left', face = 'body', indent = false, gapAbove = false, hanging } = block;
  const points = block.points ?? (face === 'title' ? TITLE_POINTS : official ? 16 : 12);
  const isTitle = face === 'title';
  return [
    new Paragraph({
      alignment: ALIGNMENT[align],
      indent: { ...indentOf(points, indent, hanging), ...(block.inset && { right: block.inset * points * 20 }) },
      border: block.ruleBelow ? { bottom: RULE } : undefined,
      spacing: {
        before: gapAbove ? OFFICIAL_LINE : 0,
        after: isTitle ? (official ? OFFICIAL_LINE : 160) : official ? 0 : 40,
        ...(official && { line: isTitle ? 640 : OFFICIAL_LINE, lineRule: LineRuleType.EXACT }),
      },
      keepNext: face === 'heading' || face === 'subheading' || isTitle,
      tabStops: right === undefined ? undefined : [{ type: TabStopType.RIGHT, position: width }],
      children: [...runs(text, face, points, block.red ? RED : undefined), ...atRight(right, face, points)],
    }),
  ];
}

const atRight = (text: string | undefined, face: FormFace, points: number): TextRun[] =>
  text === undefined ? [] : [new TextRun({ children: [new Tab()] }), ...runs(text, face, points)];

/** Two characters before the first line; or further lines so many characters in, below where the text began. */
function indentOf(
  points: number,
  indent: boolean,
  hanging: number | undefined,
): IIndentAttributesProperties | undefined {
  if (hanging !== undefined) return hangingIndent(hanging, points, 2);
  return indent ? { firstLine: points * 40 } : undefined;
}

/** Between tables there must be a paragraph; one of full height could fall onto the next page and leave it empty. */
const thin = (more: { pageBreakBefore?: boolean } = {}): Paragraph =>
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, ...more });

function tableOf({ columns, rows, points = 12 }: FormTable, width: number): Table {
  const sum = columns.reduce((total, each) => total + each, 0);
  const widths = columns.map((each) => Math.floor((width * each) / sum));
  return new Table({
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((total, each) => total + each, 0), type: WidthType.DXA },
    rows: rows.map((row) => tableRow(row, widths, points)),
  });
}

function pageNumbers(): Footer {
  const number = new TextRun({ size: 28, font: '宋体', children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
