import type { WarningLevel } from '../../../machines/rules/index.js';
import type { Page } from './directory-types.js';

/** What the server answers about the situation of the staffing. */

export type LevelCounts = Record<WarningLevel, number>;

export interface Sums {
  teams: number;
  rows: number;
  met: number;
  due: number;
  actual: number;
  shortfall: number;
  vacancies: number;
  fillable: number;
  levels: LevelCounts;
}

export interface LevelRow {
  level: WarningLevel;
  label: string;
  severity: number;
  rows: number;
}

export interface AreaSums extends Sums {
  code: string | null;
  name: string;
  headline: { teams: number; met: number; share: { num: number; den: number }; reached: boolean } | null;
}

export interface DepartmentSums extends Sums {
  unit: string;
  unitName: string;
  area: string | null;
  level: WarningLevel;
  severity: number;
}

export interface LeavingMonth {
  month: string;
  people: number;
  byAge: number;
  byTerm: number;
  rowsFallingShort: number;
}

export interface Situation {
  asOf: string;
  policyVersion: number;
  task: string | null;
  unit: string | null;
  totals: Sums;
  levels: LevelRow[];
  headline: { shareToReach: { num: number; den: number }; areas: number; areasReached: number; tasks: string[] };
  areas: AreaSums[];
  departments: DepartmentSums[];
  departmentsTotal: number;
  ageingOut: LeavingMonth[];
}

export interface TrendQuarter {
  quarter: string;
  day: string;
  source: 'frozen' | 'recomputed';
  round: number | null;
  rows: number;
  met: number;
  due: number;
  actual: number;
  shortfall: number;
  levels: LevelCounts;
}

export interface Trend {
  asOf: string;
  quarters: TrendQuarter[];
}

export interface Leaver {
  cadre: string;
  name: string;
  month: string;
  reason: 'age' | 'term';
  task: string;
  taskName: string;
  team: string;
  teamName: string;
  unit: string;
  unitName: string;
}

export type Leavers = Page<Leaver> & { asOf: string };
