import type { WarningLevel } from '../../../machines/rules/index.js';
import type { Answers, Schemas } from './schema.js';

/** What a round froze, in sums. */
export interface RoundSnapshot extends Omit<Answers['GET stocktakes/{id}/snapshot'], 'items'> {
  items: FrozenRow[];
}

/** One row of a frozen ledger. */
export interface FrozenRow {
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
  severity: number;
  unmetQuarters: number;
}

export type RoundSide = Answers['GET stocktakes/{id}/units'][number];

/** A form that goes with a case on paper. */
export type FormOffer = Schemas['FormOffer'];

/** How a team stands under a task on a day, as a frozen ledger or the directory has it. */
export interface StandingNote {
  asOf: string;
  basis: { kind: 'directory' } | { kind: 'round'; round: number; quarter: string; revision: number };
  due: number;
  actual: number;
  shortfall: number;
  level: WarningLevel;
  severity: number;
  unmetQuarters: number;
}

export interface ReminderNote {
  /** A first reminder by a letter of its own, between two rounds. */
  ownLetter?: true;
  documentNo: string | null;
  issuedOn: string;
  receivedOn: string | null;
  notedOn: string | null;
}

/** A warning, as far as its page shows it. */
export interface WarningContext {
  team: string;
  teamName: string;
  task: string;
  taskName: string;
  unitName: string;
  openedOn: string;
  standing: StandingNote | null;
  movements: {
    day: string;
    change: 'opened' | 'raised' | 'lowered' | 'unchanged' | 'resolved';
    standing: StandingNote;
  }[];
  first: ReminderNote | null;
  second: ReminderNote | null;
  secondReason: 'proposal' | 'elapsed' | 'hand' | null;
  plan: {
    status: 'submitted' | 'returned' | 'accepted' | 'broken';
    adds: number;
    byDay: string;
    submittedOn: string;
  } | null;
  predecessors: { warning: number; team: string; teamName: string; unitName: string; since: string }[];
  resolution: { day: string; sentence: string; heir: string | null } | null;
}

interface RowOfCircular {
  team: string;
  teamName: string;
  unitName: string;
  task: string;
  taskName: string;
  due: number;
  actual: number;
  shortfall: number;
  level: WarningLevel;
  severity: number;
  unmetQuarters: number;
}

export interface ListedRow extends RowOfCircular {
  warning: number;
  receipts: { documentNo: string | null; receivedOn: string }[];
}

export interface ExcludedRow extends RowOfCircular {
  warning: number | null;
  sentence: string;
}

interface CircularSums {
  teams: number;
  met: number;
  due: number;
  actual: number;
  shortfall: number;
}

/** A circular, as far as its page shows it. */
export interface CircularContext {
  round: number;
  quarter: string;
  referenceDay: string;
  revision: number;
  documentNo: string | null;
  issuedOn: string | null;
  listing: {
    listed: ListedRow[];
    excluded: ExcludedRow[];
    totals: CircularSums;
    before: CircularSums | null;
    advanced: string[];
    overrides: { proposal: number; unitName: string; teamNames: string[]; reason: string; approvedOn: string }[];
  } | null;
}

/** One unit's copy of a circular. */
export type CircularCopy = Answers['GET circulars/{id}/units'][number];

export type LetterBlock = { heading?: 1 | 2; text: string } | { table: { head: string[]; rows: string[][] } };

/** An official letter, signed off or as it would read today. */
export interface Letter {
  documentNo: string | null;
  content: { title: string; addressee: string; blocks: LetterBlock[]; copies?: string; signer: string; day: string };
  hash: string;
}

/** A round beside that of the quarter before. */
export interface RoundComparison {
  quarter: string;
  previousQuarter: string;
  previousRound: number | null;
  tasks: { task: string; taskName: string; before: CircularSums; now: CircularSums }[];
  teams: {
    team: string;
    teamName: string;
    task: string;
    before: StandingOfRow | null;
    now: StandingOfRow | null;
    change: 'new' | 'gone' | 'better' | 'worse' | 'same';
  }[];
}

interface StandingOfRow {
  due: number;
  actual: number;
  shortfall: number;
  level: WarningLevel;
  severity: number;
}
