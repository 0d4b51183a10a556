import type { AnnualGrade, AppointmentMode, WarningLevel } from '../../../machines/rules/index.js';

/** What the server answers about units, teams, posts and cadres. */

export interface Coded {
  code: string;
  name: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  limit: number;
  offset: number;
}

export interface CadreRow {
  code: string;
  name: string;
  sex: 'male' | 'female';
  birth: string;
  civilRank: string | null;
  homeUnit: Coded | null;
  posts: (Coded & { team: string; teamName: string })[];
}

export interface Term {
  post: string;
  postName: string;
  team: string;
  teamName: string;
  mode: AppointmentMode;
  occupiesHeadcount: boolean;
  from: string;
  to: string | null;
}

export interface CadreDetail extends Omit<CadreRow, 'posts'> {
  ageYears: number;
  ethnicity: string | null;
  politicalStatus: string | null;
  workStart: string | null;
  partyJoin: string | null;
  fullTimeEducation: string | null;
  inServiceEducation: string | null;
  rankSince: string | null;
  idNumber: string | null;
  idBirthDiffers: boolean;
  terms: Term[];
}

/** What of a person's dossier the page shows. */
export interface Dossier {
  relatives: { relation: string; name: string | null; workplace: string | null; kin: string | null }[];
  assessments: { year: number; grade: AnnualGrade }[];
  ranks: { rank: string; since: string; until: string | null }[];
  trainings: { name: string; from: string; to: string }[];
}

export interface Eligibility {
  post: string;
  on: string;
  outcome: 'met' | 'notMet' | 'unknown';
  eligibleFrom: string | null;
  unknownThen: string[];
  rules: {
    code: string;
    title: string;
    severity: 'hard' | 'warn' | 'manual';
    outcome: 'met' | 'notMet' | 'unknown' | 'notApplicable';
    sentence: string;
    metOn: string | null;
    basis: string;
  }[];
}

export interface UnitRow extends Coded {
  kindLabel: string;
  parent: string | null;
  level: number;
  teams: number;
}

export interface UnitDetail extends Coded {
  parents: Coded[];
  teams: Coded[];
}

export interface Headcount {
  tier: 'principal' | 'deputy';
  approved: number;
  current: number;
  vacancies: number;
  overEstablishment: number;
}

export interface Holder {
  cadre: string;
  name: string;
  birth: string;
  ageYears: number;
  modeLabel: string;
  occupiesHeadcount: boolean;
  from: string;
}

export interface PostView extends Coded {
  tier: 'principal' | 'deputy';
  tierLabel: string;
  rankLabel: string;
  holders: Holder[];
}

export interface Standing {
  task: string;
  taskName: string;
  base: number;
  baseKind: 'approved-headcount' | 'incumbents';
  due: number;
  actual: number;
  shortfall: number;
  ratio: { num: number; den: number };
  level: WarningLevel;
  severity: number;
  unmetQuarters: number;
  vacancies: { principal: number; deputy: number };
  overEstablishment: number;
  members: { cadre: string; name: string; birth: string; ageYears: number; post: string }[];
  ageingOut: { cadre: string; name: string; month: string; reason: 'age' | 'term' }[];
  fallsShortIn: string | null;
}

export interface LedgerRow extends Standing {
  team: string;
  teamName: string;
  unit: string;
  unitName: string;
}

export interface Ledger extends Page<LedgerRow> {
  asOf: string;
  totals: {
    rows: number;
    levels: { level: WarningLevel; label: string; severity: number; rows: number }[];
    tasks: {
      task: string;
      taskName: string;
      teams: number;
      met: number;
      due: number;
      actual: number;
      shortfall: number;
      sentence: string;
    }[];
  };
}

export interface TeamDetail extends Coded {
  asOf: string;
  levelLabel: string;
  unit: string;
  unitName: string;
  headcount: Headcount[];
  posts: PostView[];
  tasks: Standing[];
}

export interface Task extends Coded {
  sentence: string;
}

export interface Headline {
  asOf: string;
  tasks: string[];
  shareToReach: { num: number; den: number };
  areasReached: number;
  items: {
    area: string;
    areaName: string;
    teams: number;
    met: number;
    share: { num: number; den: number };
    reached: boolean;
  }[];
}

export interface ImportProblem {
  sheet: string;
  row: number;
  column: string;
  value: string;
  code: string;
  message: string;
}

export interface ImportResult {
  dryRun: boolean;
  accepted: Record<string, number>;
  changed: Record<string, { inserted: number; updated: number }>;
  problems: ImportProblem[];
  problemsTotal: number;
  notices: ImportProblem[];
  noticesTotal: number;
}

export interface Colleague {
  id: number;
  username: string;
  displayName: string;
  roles: { role: string; unit: Coded | null }[];
}
