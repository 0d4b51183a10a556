import type { Answers, Schemas } from './schema.js';

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

export type CadreRow = Schemas['CadreRow'];
export type CadreDetail = Schemas['Cadre'];
export type Term = CadreDetail['terms'][number];
export type Dossier = Schemas['Dossier'];
export type Eligibility = Schemas['Eligibility'];

export type UnitRow = Schemas['UnitRow'];
export type UnitDetail = Schemas['Unit'];

export type TeamDetail = Schemas['Team'];
export type Headcount = TeamDetail['headcount'][number];
export type PostView = TeamDetail['posts'][number];
export type Holder = PostView['holders'][number];
export type Standing = TeamDetail['tasks'][number];

export type Ledger = Schemas['StaffingLedger'];
export type LedgerRow = Schemas['StaffingRow'];
export type Task = Schemas['StaffingTask'];
export type Headline = Schemas['StaffingHeadline'];

export type ImportResult = Answers['POST imports'];
export type ImportProblem = ImportResult['problems'][number];

export type Colleague = Schemas['ColleagueList']['colleagues'][number];
