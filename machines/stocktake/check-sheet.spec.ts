import { describe, expect, it } from '@jest/globals';
import { type AnsweredRow, readCheckSheet } from './check-sheet.js';

const ASKED = [
  { team: 'T1', task: 'K' },
  { team: 'T2', task: 'K' },
];
const row = (team: string, answer: string, note = '', number = 2): AnsweredRow => ({
  row: number,
  team,
  task: 'K',
  answer,
  note,
});

describe('a unit’s check of its rows on a sheet', () => {
  it('finds nothing wrong, or the rows that are, each with what is', () => {
    expect(readCheckSheet(ASKED, [row('T1', '无误'), row('T2', '无误')])).toEqual({ wrong: [] });
    expect(readCheckSheet(ASKED, [row('T1', '无误'), row('T2', '有出入', '王某已于9月到任')])).toEqual({
      wrong: [{ team: 'T2', task: 'K', note: '王某已于9月到任' }],
    });
  });

  it('says nothing where anything is amiss, and names every fault with its row', () => {
    const read = readCheckSheet(ASKED, [
      row('T1', '', '', 2),
      row('T1', '无误', '', 3),
      row('T9', '无误', '', 4),
      row('T2', '有出入', '', 5),
    ]);
    expect('faults' in read && read.faults.map(({ row: at, code }) => [at, code])).toEqual([
      [2, 'NO_ANSWER'],
      [3, 'ROW_TWICE'],
      [4, 'UNKNOWN_ROW'],
      [5, 'NO_NOTE'],
    ]);
  });

  it.each([
    ['another word', [row('T1', '没问题'), row('T2', '无误')], 'ANSWER_UNKNOWN'],
    ['a note without end', [row('T1', '有出入', '长'.repeat(501)), row('T2', '无误')], 'NOTE_TOO_LONG'],
    ['a row taken out', [row('T1', '无误')], 'ROWS_MISSING'],
  ])('%s is a fault', (_what, rows, code) => {
    const read = readCheckSheet(ASKED, rows);
    expect('faults' in read && read.faults.map((fault) => fault.code)).toEqual([code]);
  });

  it('a unit without rows has nothing to answer', () => expect(readCheckSheet([], [])).toEqual({ wrong: [] }));
});
