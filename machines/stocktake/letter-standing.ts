import { AGE_RULES } from '../rules/index.js';
import type { FrozenRow } from './round-ledger.js';
import { addTo, newTally, type Sums, sumsOf, type Tally } from './totals.js';

/**
 * What a letter says of frozen rows, gathered row by row, so that nobody has to hold all rows of a city at once. What it keeps
 * grows with the teams and the people counted, by a code each.
 */
export type LetterStanding = {
  /** Age words of the rows, each once, in the order met. */
  ages: Set<string>;
  tasks: Map<string, { taskName: string; tally: Tally }>;
  teams: Map<string, { approved: number; vacant: number; over: number }>;
  /** Codes of those who will be too old or end their term. */
  leaving: Set<string>;
  /** Lines of the table: the rows themselves, or for the department each answering unit added up. */
  lines: { kind: 'rows'; rows: TableRow[] } | { kind: 'parts'; parts: Map<string, Tally> };
};

type TableRow = Pick<FrozenRow, 'severity' | 'shortfall'> & { cells: string[] };

/** A letter's numbers before any row: of a unit's own rows, or of everybody's, added up per unit that answers. */
export function newStanding(lines: 'rows' | 'parts'): LetterStanding {
  return {
    ages: new Set(),
    tasks: new Map(),
    teams: new Map(),
    leaving: new Set(),
    lines: lines === 'rows' ? { kind: 'rows', rows: [] } : { kind: 'parts', parts: new Map() },
  };
}

/**
 * Adds a frozen row to a letter's numbers.
 *
 * @param standing changed in place
 * @param row the next row, in the ledger's order
 * @param part name of the unit that answers for the row; only letters to the department say it
 */
export function addRow(standing: LetterStanding, row: FrozenRow, part: string): void {
  standing.ages.add(ageWords(row));
  const task = entryOf(standing.tasks, row.task, () => ({ taskName: row.taskName, tally: newTally() }));
  addTo(task.tally, row);
  // A team under two tasks has its headcount and its vacancies once.
  const vacant = row.vacancies.principal + row.vacancies.deputy;
  standing.teams.set(row.team, { approved: row.approved, vacant, over: row.overEstablishment });
  for (const { cadre } of row.ageingOut) standing.leaving.add(cadre);
  if (standing.lines.kind === 'rows') standing.lines.rows.push(tableRow(row));
  else addTo(entryOf(standing.lines.parts, part, newTally), row);
}

/** The sums of a task each, in the order of their codes. */
export function sumsPerTask({ tasks }: LetterStanding): (Sums & { taskName: string })[] {
  const sorted = [...tasks].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([, { taskName, tally }]) => ({ taskName, ...sumsOf(tally) }));
}

/** The table's lines, the worst first. */
export function tableLines({ lines }: LetterStanding): string[][] {
  if (lines.kind === 'rows') {
    const worstFirst = lines.rows.toSorted((a, b) => b.severity - a.severity || b.shortfall - a.shortfall);
    return worstFirst.map(({ cells }) => cells);
  }
  const parts = [...lines.parts].map(([name, tally]) => ({ name, sums: sumsOf(tally) }));
  const lackingMost = parts.toSorted((a, b) => b.sums.shortfall - a.sums.shortfall);
  return lackingMost.map(({ name, sums: { teams, met, due, actual, shortfall } }) => [
    name,
    ...[teams, met, due, actual, shortfall].map(String),
  ]);
}

function ageWords({ age, ageLimit }: FrozenRow): string {
  const words = age.rule === 'strict' ? `${AGE_RULES.strict}${age.years}岁` : `${age.years}岁${AGE_RULES[age.rule]}`;
  return `${words}指不满${ageLimit}周岁`;
}

function tableRow(row: FrozenRow): TableRow {
  const { teamName, taskName, due, actual, shortfall, level, severity, unmetQuarters } = row;
  const cells = [teamName, taskName, ...[due, actual, shortfall].map(String), `${level}级`, String(unmetQuarters)];
  return { severity, shortfall, cells };
}

function entryOf<T>(entries: Map<string, T>, key: string, make: () => T): T {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  return made;
}
