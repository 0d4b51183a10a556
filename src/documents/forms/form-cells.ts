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
import { ALIGNMENT, hangingIndent, runs } from './form-text.js';

/** Pixels within which a picture is fitted: 26 × 32 mm, the shape of a passport photo. */
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
  const indent = cell.hanging === undefined ? undefined : hangingIndent(cell.hanging, points);
  const paragraph = (children: ParagraphChild[]): Paragraph => new Paragraph({ alignment, indent, children });
  if (cell.picture) {
    const { content, ...size } = cell.picture;
    return [paragraph([new ImageRun({ type: 'jpg', data: content, transformation: fitted(size) })])];
  }
  const given = typeof cell.text === 'string' ? cell.text.split('\n') : cell.text;
  const lines = cell.upright ? given.flatMap((line) => Array.from(line)) : given;
  return lines.map((line) => paragraph(runs(line, cell.label ? 'heading' : 'body', points)));
}

/** As large as the place allows, in its own proportion. */
function fitted({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(PICTURE.width / width, PICTURE.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function footOf({ foot = [] }: FormCell, points: number): Paragraph[] {
  return foot.map(
    (line, index) =>
      new Paragraph({
        alignment: ALIGNMENT.right,
        spacing: { before: index === 0 ? 240 : 0 },
        children: runs(line, 'body', points),
      }),
  );
}
