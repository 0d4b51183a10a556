import type { Day, Severity, WarningLevel } from '../rules/index.js';

/** One row of the frozen ledger, as far as a circular asks. */
export type RowOfLedger = {
  team: string;
  teamName: string;
  unit: string;
  unitName: string;
  task: string;
  taskName: string;
  due: number;
  actual: number;
  shortfall: number;
  level: WarningLevel;
  severity: Severity;
  unmetQuarters: number;
  /** The unit that answers for the row; null where nobody does. */
  answering: string | null;
};

/** The latest warning of a team under a task. */
export type WarningOfRow = {
  id: number;
  team: string;
  task: string;
  state: 'open' | 'resolved' | 'ended';
  /** Day on which it was resolved; null while it is not. */
  resolvedOn: Day | null;
  /** Reminders that the unit has confirmed, in order. */
  receipts: { documentNo: string | null; receivedOn: Day }[];
};

/** A block lifted by the two heads in the quarter: it is printed. */
export type PrintedOverride = {
  proposal: number;
  unitName: string;
  teamNames: string[];
  reason: string;
  approvedOn: Day;
};

export type Numbers = { teams: number; met: number; due: number; actual: number; shortfall: number };

export type ListedRow = Omit<RowOfLedger, 'answering'> & { warning: number; receipts: WarningOfRow['receipts'] };

export type Exclusion = 'NOT_WARNED' | 'REMINDERS_MISSING' | 'MET_SINCE' | 'GONE_SINCE';
export type ExcludedRow = Omit<RowOfLedger, 'answering'> & {
  warning: number | null;
  code: Exclusion;
  delivered: number;
  sentence: string;
};

/** What a circular says, all of it from one frozen ledger and the receipts of reminders. */
export type Listing = {
  listed: ListedRow[];
  excluded: ExcludedRow[];
  totals: Numbers;
  /** Of the quarter before; null when there was no round. */
  before: Numbers | null;
  /** Units all of whose teams meet their tasks. */
  advanced: string[];
  overrides: PrintedOverride[];
};

export type ListingQuestion = {
  fromSeverity: Severity;
  rows: readonly RowOfLedger[];
  before: readonly Pick<RowOfLedger, 'team' | 'due' | 'actual' | 'shortfall'>[] | null;
  warnings: readonly WarningOfRow[];
  overrides: readonly PrintedOverride[];
};

const REMINDERS_NEEDED = 2;

/**
 * Who is named in a circular: only teams among the slow that have confirmed two reminders and still are short. Everybody else
 * of the slow is left out, with the reason.
 *
 * @param question rows of the frozen ledger, the latest warning of each, and what is printed besides
 * @returns listed and excluded rows, the heaviest first
 * @source handbook §3.5 (list only units with two delivered reminders), §7 scenarios 20 and 45
 */
export function listForCircular(question: ListingQuestion): Listing {
  const { rows, before, warnings, overrides, fromSeverity } = question;
  const latest = new Map([...warnings].sort((a, b) => a.id - b.id).map((warning) => [keyOf(warning), warning]));
  const slow = rows
    .filter(({ shortfall, severity }) => shortfall > 0 && severity >= fromSeverity)
    .toSorted((a, b) => b.severity - a.severity || b.shortfall - a.shortfall || (a.team < b.team ? -1 : 1));
  const listed: ListedRow[] = [];
  const excluded: ExcludedRow[] = [];
  for (const { answering: _answering, ...row } of slow) {
    const warning = latest.get(keyOf(row));
    const reason = exclusionOf(warning);
    if (reason === null) listed.push({ ...row, warning: warning!.id, receipts: warning!.receipts });
    else excluded.push({ ...row, warning: warning?.id ?? null, delivered: warning?.receipts.length ?? 0, ...reason });
  }
  return {
    listed,
    excluded,
    totals: numbersOf(rows),
    before: before && numbersOf(before),
    advanced: advancedUnits(rows),
    overrides: [...overrides],
  };
}

const keyOf = ({ team, task }: { team: string; task: string }): string => JSON.stringify([team, task]);

function exclusionOf(warning: WarningOfRow | undefined): { code: Exclusion; sentence: string } | null {
  if (!warning) return { code: 'NOT_WARNED', sentence: '尚未列入预警，不列入通报。' };
  const { state, receipts, resolvedOn } = warning;
  if (state === 'resolved') return { code: 'MET_SINCE', sentence: `已于${resolvedOn ?? ''}解除预警，不列入通报。` };
  if (state === 'ended') return { code: 'GONE_SINCE', sentence: '班子或任务已不存在，不列入通报。' };
  if (receipts.length >= REMINDERS_NEEDED) return null;
  const sentence = `仅签收${receipts.length}次提醒，不足${REMINDERS_NEEDED}次，不列入通报。`;
  return { code: 'REMINDERS_MISSING', sentence };
}

function numbersOf(rows: readonly Pick<RowOfLedger, 'team' | 'due' | 'actual' | 'shortfall'>[]): Numbers {
  const short = new Set(rows.filter(({ shortfall }) => shortfall > 0).map(({ team }) => team));
  const teams = new Set(rows.map(({ team }) => team)).size;
  const sum = (key: 'due' | 'actual' | 'shortfall'): number => rows.reduce((total, row) => total + row[key], 0);
  return { teams, met: teams - short.size, due: sum('due'), actual: sum('actual'), shortfall: sum('shortfall') };
}

function advancedUnits(rows: readonly RowOfLedger[]): string[] {
  const answering = rows.flatMap(({ answering: name, shortfall }) => (name === null ? [] : [{ name, shortfall }]));
  const short = new Set(answering.filter(({ shortfall }) => shortfall > 0).map(({ name }) => name));
  return [...new Set(answering.map(({ name }) => name))].filter((name) => !short.has(name)).toSorted();
}

/**
 * Whether two listings name the same teams: what the deputy has read is what the head signs off.
 *
 * @returns teams that have come and gone, as `team/task`; both empty when nothing has changed
 */
export function listingChanges(was: Listing, is: Listing): { added: string[]; removed: string[] } {
  const keys = ({ listed }: Listing): string[] => listed.map(({ team, task }) => `${team}/${task}`);
  const [before, now] = [new Set(keys(was)), new Set(keys(is))];
  return {
    added: [...now].filter((key) => !before.has(key)).toSorted(),
    removed: [...before].filter((key) => !now.has(key)).toSorted(),
  };
}
