import type { FormCell } from '../../documents/index.js';
import { type ApprovalForm, dotted } from '../approval-form/index.js';

/** Millimetres of a point. */
const POINT = 25.4 / 72;
/** Place of the résumé on the first page, and how much of a line of another row it gives up. Ours, measured on the page. */
const PLACE = { width: 146, height: 128 };
/** A line is that much higher than its letters, whichever 仿宋 or 宋体 stands in. */
const LINE = 1.45;
/** Points from the usual one down to what can still be read; a résumé that does not fit then goes on overleaf. Ours. */
const SIZES = [11, 10.5, 10, 9.5, 9, 8.5, 8];
const OVERLEAF = 9.5;
/** `2010.07--2012.03  ` in characters: further lines of an entry begin below its text. */
const MONTHS = 9;

/** The résumé, as large as fits onto the first page beside rows that take `taken` millimetres more than their least. */
export function resumeCell(form: ApprovalForm, taken: number): FormCell {
  const lines = linesOf(form);
  const room = PLACE.height - taken;
  const points = SIZES.find((size) => heightOf(lines, size, PLACE.width) <= room) ?? OVERLEAF;
  return { text: lines, columns: 6, align: 'left', points, hanging: form.resume.length === 0 ? undefined : MONTHS };
}

function linesOf(form: ApprovalForm): string[] {
  if (form.resume.length === 0) return form.resumeText.split('\n');
  return form.resume.flatMap(({ from, to, text, notes }) => [
    `${dotted(from)}--${to === null ? '       ' : dotted(to)}  ${text}`,
    ...notes.map((note) => `${' '.repeat(18)}${note}`),
  ]);
}

/** Millimetres that lines need when they are broken at a width; a Chinese character is as wide as it is high. */
export function heightOf(lines: readonly string[], points: number, width: number): number {
  const perLine = Math.floor(width / (points * POINT));
  const broken = lines.map((line) => {
    const characters = Array.from(line).reduce((sum, char) => sum + (char > '\u2E7F' ? 1 : 0.5), 0);
    return characters <= perLine ? 1 : 1 + Math.ceil((characters - perLine) / (perLine - MONTHS));
  });
  return broken.reduce((sum, count) => sum + count, 0) * points * POINT * LINE;
}
