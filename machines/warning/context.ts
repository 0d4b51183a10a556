import type { Day } from '../rules/index.js';
import type { Change, Standing } from './standing.js';

/** One of the two reminders 双提醒. */
export type Reminder = {
  documentNo: string | null;
  issuedOn: Day;
  /** Receipt by the unit: what "delivered" means. */
  receivedOn: Day | null;
  receivedBy: number[];
  /** The responsible section has taken note; the second reminder goes to it too. */
  notedOn: Day | null;
  /** A first reminder by a letter of its own, between two rounds; absent where the round's one-to-one letter was it. */
  ownLetter?: true;
};

/** Why the second reminder is drawn up. */
export type SecondReason = 'proposal' | 'elapsed' | 'hand';

/** 配备承诺: what a unit undertakes, with its own date. */
export type Plan = {
  status: 'submitted' | 'returned' | 'accepted' | 'broken';
  /** Young cadres to be added, in persons. */
  adds: number;
  byDay: Day;
  submittedOn: Day;
};

/** A warning of a team whose unit was merged into this one's. */
export type Predecessor = { warning: number; team: string; teamName: string; unitName: string; since: Day };

/** One movement of the warning, for people to read; each event with its facts stands in the history. */
export type Movement = { day: Day; change: 'opened' | Change | 'resolved'; standing: Standing };

export type Resolution = {
  kind: 'round' | 'directory' | 'gone';
  day: Day;
  sentence: string;
  /** The team that goes on in its place, when the team itself has gone. */
  heir: string | null;
};

/** A warning as stored: one team under one task. */
export type WarningContext = {
  /** Nobody: opened by the product. */
  createdBy: number | null;
  team: string;
  teamName: string;
  task: string;
  taskName: string;
  unitName: string;
  openedOn: Day;
  standing: Standing | null;
  movements: Movement[];
  first: Reminder | null;
  second: Reminder | null;
  secondReason: SecondReason | null;
  /** Who drew the reminder that waits for its signature up by hand; they do not sign it off. */
  draftedBy: number[];
  plan: Plan | null;
  /** Who handed the plan in; they do not judge it. */
  plannedBy: number[];
  predecessors: Predecessor[];
  resolution: Resolution | null;
};

/** The context of a warning that does not exist yet. */
export function emptyContext(): WarningContext {
  return {
    createdBy: null,
    team: '',
    teamName: '',
    task: '',
    taskName: '',
    unitName: '',
    openedOn: '',
    standing: null,
    movements: [],
    first: null,
    second: null,
    secondReason: null,
    draftedBy: [],
    plan: null,
    plannedBy: [],
    predecessors: [],
    resolution: null,
  };
}

/** @returns reminders whose receipt the unit has confirmed, 0 to 2 */
export function deliveredReminders({ first, second }: Pick<WarningContext, 'first' | 'second'>): number {
  return [first, second].filter((reminder) => reminder !== null && reminder.receivedOn !== null).length;
}
