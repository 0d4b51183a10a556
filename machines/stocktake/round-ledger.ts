import type { AgePolicy, Day, JudgedLevel, Rational, TaskBase, WarningLevel, YoungMember } from '../rules/index.js';

/** One team under one task as a round froze it. */
export type FrozenRow = {
  team: string;
  teamName: string;
  unit: string;
  unitName: string;
  task: string;
  taskName: string;
  age: AgePolicy;
  /** Exclusive upper limit in years that the age words meant. */
  ageLimit: number;
  baseKind: TaskBase;
  base: number;
  due: number;
  actual: number;
  shortfall: number;
  ratio: Rational;
  level: WarningLevel;
  severity: JudgedLevel['severity'];
  unmetQuarters: number;
  vacancies: { principal: number; deputy: number };
  overEstablishment: number;
  approved: number;
  members: YoungMember[];
  ageingOut: { cadre: string; name: string; month: string }[];
};

/** What is known of a frozen ledger as a whole. */
export type FrozenLedger = { quarter: string; referenceDay: Day; revision: number; hash: string };
