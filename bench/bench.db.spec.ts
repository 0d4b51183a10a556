import { beforeAll, describe, expect, it } from '@jest/globals';
import { SourceProcess } from '../test/support/index.js';

/** Cells of the printed row that begins with this text. */
function cellsOf(output: string, first: string): string[] {
  const row = output.split('\n').find((line) => line.startsWith(`| ${first} `));
  return (row ?? '').split('|').map((cell) => cell.trim());
}

describe('the benchmark, at its smallest', () => {
  let output: string;

  beforeAll(async () => {
    const bench = new SourceProcess('bench/main.ts', { BENCH_SCALE: 'tiny' });
    if ((await bench.ended()) !== 0) throw new Error(`the benchmark ended early:\n${bench.output}`);
    output = bench.output;
  }, 300_000);

  it.each(['ACCEPT_FOR_REVIEW', 'ACCEPT_MATERIALS'])('counts one commit and six statements at most for %s', (type) => {
    const [, , statements, explicitCommits, walCommits] = cellsOf(output, type);
    expect({ explicitCommits, walCommits }).toEqual({ explicitCommits: '1', walCommits: '1' });
    expect(Number(statements)).toBeGreaterThan(0);
    expect(Number(statements)).toBeLessThanOrEqual(6);
  });

  it.each(['SUBMIT', 'RECORD_DELIBERATION'])('counts one commit for %s, gate included', (type) => {
    const [, , , explicitCommits, walCommits] = cellsOf(output, type);
    expect({ explicitCommits, walCommits }).toEqual({ explicitCommits: '1', walCommits: '1' });
  });

  it('asks the gate in a bounded number of statements and meets every verdict', () => {
    const [median, highest] = (cellsOf(output, 'statements per preview')[2] ?? '').split(', ').map(Number);
    expect(median).toBeGreaterThan(0);
    expect(highest).toBeLessThanOrEqual(20);
    const verdicts = (cellsOf(output, 'verdicts clear / flag / block')[2] ?? '').split(' / ').map(Number);
    expect(verdicts.every((count) => count > 0)).toBe(true);
  });

  it('compares requests with and without the rules of the rows', () => {
    expect(Number(cellsOf(output, 'gate preview, one area')[4])).toBeGreaterThan(0);
  });

  it('finds inboxes among many cases in a handful of statements', () => {
    for (const name of ['todo of chief, whole tree', 'todo of leader, one area']) {
      const [, , statements, , , , rows] = cellsOf(output, name);
      expect(Number(statements)).toBeLessThanOrEqual(8);
      expect(rows).toBe('30');
    }
  });

  it('recomputes the ledger and takes in every row of the workbook, twice', () => {
    expect(output).toContain('66 ledger rows (A 18, B 18, C 30)');
    const [, , first, again] = cellsOf(output, 'rows accepted');
    expect([first, again]).toEqual(['302', '302']);
  });
});
