import {
  convertMillimetersToTwip,
  HeightRule,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { FormCell, FormRow } from './form-content.js';
import { ALIGNMENT, run } from './form-text.js';

/** Pixels of a picture in a form: 26 × 32 mm, the shape of a passport photo. */
const PICTURE = { width: 98, height: 121 };

export function tableRow({ cells, height, header }: FormRow, widths: readonly number[], points: number): TableRow {
  let column = 0;
  const children = cells.map((cell) => {
    const span = cell.columns ?? 1;
    const width = widths.slice(column, column + span).reduce((total, each) => total + each, 0);
    column += span;
    return tableCell(cell, width, cell.points ?? points);
  });
  return new TableRow({
    tableHeader: header,
    cantSplit: height === undefined || height < 100,
    height: height === undefined ? undefined : { value: convertMillimetersToTwip(height), rule: HeightRule.ATLEAST },
    children,
  });
}

function tableCell(cell: FormCell, width: number, points: number): TableCell {
  const paragraphs = [...contentOf(cell, points), ...footOf(cell, points)];
  const isTop = cell.align === 'left' && !cell.label && Array.isArray(cell.text) && cell.text.length > 1;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    margins: { top: 30, bottom: 30, left: 50, right: 50 },
    verticalAlign: isTop || cell.foot ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    children: paragraphs,
  });
}

function contentOf(cell: FormCell, points: number): Paragraph[] {
  const alignment = ALIGNMENT[cell.align ?? 'center'];
  const paragraph = (children: ParagraphChild[]): Paragraph => new Paragraph({ alignment, children });
  if (cell.picture) return [paragraph([new ImageRun({ type: 'jpg', data: cell.picture, transformation: PICTURE })])];
  const given = typeof cell.text === 'string' ? cell.text.split('\n') : cell.text;
  const lines = cell.upright ? given.flatMap((line) => Array.from(line)) : given;
  return lines.map((line) => paragraph([run(line, cell.label ? 'heading' : 'body', points)]));
}

function footOf({ foot = [] }: FormCell, points: number): Paragraph[] {
  return foot.map(
    (line, index) =>
      new Paragraph({
        alignment: ALIGNMENT.right,
        spacing: { before: index === 0 ? 240 : 0 },
        children: [run(line, 'body', points)],
      }),
  );
}
