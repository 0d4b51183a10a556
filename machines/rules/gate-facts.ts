import type { Finding } from './findings.js';
import type { OpenWarning, WarnedRow } from './gate-warning.js';
import type { HeadcountRow } from './headcount.js';
import type { Policy, Severity } from './policy.js';
import type { StaffingTask, TeamFacts } from './staffing-facts.js';
import type { AppointmentMode, Day, ItemKind, Month, PostRank, PostTier, Verdict, WarningLevel } from './vocabulary.js';

export interface CadreFacts {
  code: string;
  name: string;
  /** Archival birth month. */
  birth: Month;
}

/** A post as an item of a proposal names it. */
export interface PostRef {
  post: string;
  postName: string;
  team: string;
  tier: PostTier;
  rank: PostRank;
}

/**
 * One person, one change of post. Only what is written happens: a person leaves the post in `removeFrom` and no other,
 * so a transfer without it leaves the person in the former post as well (and says so).
 */
export interface GateItem {
  cadre: CadreFacts;
  appointTo?: PostRef;
  removeFrom?: { post: string; team: string };
  kind: ItemKind;
  /** Default `regular`. */
  mode?: AppointmentMode;
  /** Default true, except for secondees. */
  occupiesHeadcount?: boolean;
}

export interface GateInput {
  decisionDate: Day;
  policy: Policy;
  policyVersion: number;
  /** Every team that an item touches, at least. */
  teams: readonly TeamFacts[];
  tasks: readonly StaffingTask[];
  /** Consecutive quarter ends missed, by `team/task`; absent means 0. */
  unmetQuarters: Readonly<Record<string, number>>;
  /** Open warnings, by `team/task`; absent means that no team is warned. */
  warnings?: Readonly<Record<string, OpenWarning>>;
  /** Items of other proposals that are cleared and not yet carried out. */
  cleared: readonly GateItem[];
  items: readonly GateItem[];
}

/** Numbers of one side of the comparison, in persons. */
export interface GateNumbers {
  base: number;
  due: number;
  actual: number;
  shortfall: number;
}

/** One team under one task. */
export interface GateTeamRow {
  team: string;
  teamName: string;
  task: string;
  taskName: string;
  before: GateNumbers;
  after: GateNumbers;
  /** Shortfall after less shortfall before; negative is better. */
  delta: number;
  /** Level before the proposal: the row of the decision table. */
  level: WarningLevel;
  severity: Severity;
  fillsVacancy: boolean;
  verdict: Verdict;
  /** The shortfall grows, or fails to shrink, only through exempt kinds; therefore a flag at most. */
  exempt: boolean;
  /** The open warning under which the team was judged; absent when it is not warned. */
  warning?: WarnedRow;
  sentence: string;
}

export interface GateResult {
  verdict: Verdict;
  policyVersion: number;
  decisionDate: Day;
  teams: GateTeamRow[];
  headcount: HeadcountRow[];
  findings: Finding[];
}
