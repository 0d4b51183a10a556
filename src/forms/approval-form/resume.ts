import type { Month } from '../../../machines/rules/index.js';
import { dotted, monthOfField } from './field-values.js';

export interface ResumeLine {
  from: Month;
  /** Null: to this day. */
  to: Month | null;
  text: string;
  /** Lines below it, such as （其间：…）. */
  notes: string[];
}

export interface Resume {
  lines: ResumeLine[];
  /** Numbers of the lines, from 1, that stand before any with a month. */
  unknown: number[];
}

const LINE = /^\s*(\d{4}[.\-/年]?\d{2}月?)\s*(?:--|—+|–+|-|－+|至)\s*(\d{4}[.\-/年]?\d{2}月?|至今|今)?\s*(.*)$/u;
/** In place of the end of what has not ended. @source handbook §3.1 */
const OPEN_END = ' '.repeat(7);
const NOTE_INDENT = ' '.repeat(18);

/**
 * Reads a résumé: `2010.07--2012.03  单位职务`, with seven blanks in place of an end that has not come; lines without a
 * month belong to the one above.
 *
 * @source handbook §3.1
 */
export function readResume(text: string): Resume {
  const resume: Resume = { lines: [], unknown: [] };
  for (const [index, raw] of text.split(/\r?\n/u).entries()) {
    if (raw.trim() === '') continue;
    const line = lineOf(raw);
    if (line !== null) resume.lines.push(line);
    else if (resume.lines.length > 0) resume.lines.at(-1)!.notes.push(raw.trim());
    else resume.unknown.push(index + 1);
  }
  return resume;
}

function lineOf(raw: string): ResumeLine | null {
  const found = LINE.exec(raw);
  const from = found ? monthOfField(found[1] ?? '') : null;
  if (!found || from === null) return null;
  const end = found[2];
  const to = end === undefined ? null : monthOfField(end);
  return { from, to, text: (found[3] ?? '').trim(), notes: [] };
}

/** The same as text, as the editors of the field write it. */
export function writeResume(lines: readonly ResumeLine[]): string {
  return lines
    .flatMap(({ from, to, text, notes }) => [
      `${dotted(from)}--${to === null ? OPEN_END : dotted(to)}  ${text}`,
      ...notes.map((note) => `${NOTE_INDENT}${note}`),
    ])
    .join('\n');
}
