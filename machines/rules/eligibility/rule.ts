import type { Day } from '../vocabulary.js';
import type { Career, TargetPost } from './career.js';
import type { EligibilityParameters } from './parameters.js';

export const ELIGIBILITY_CODES = [
  'E01',
  'E02',
  'E03',
  'E04',
  'E05',
  'E06',
  'E07',
  'E08',
  'E09',
  'E10',
  'E11',
  'E12',
  'E12L',
  'E13',
  'E14',
  'E15',
  'E16',
] as const;
export type EligibilityCode = (typeof ELIGIBILITY_CODES)[number];

/** Three values, and a fourth for rules that say nothing about this post. Unknown never counts as met. */
export type Outcome = 'met' | 'notMet' | 'unknown' | 'notApplicable';

/** `hard`: not met keeps the cadre out; `warn`: "一般应当", to be explained; `manual`: a person ticks it. */
export type RuleSeverity = 'hard' | 'warn' | 'manual';

export interface Judgement {
  outcome: Outcome;
  /** The arithmetic in one sentence that can be read aloud; without names. */
  sentence: string;
  /** First day on which the rule is met; null when it is met already, or no day is known. */
  metOn?: Day | null;
  /** First day on which the rule asks about something else, so that what stands against it today no longer does. */
  askedAnewOn?: Day;
}

export interface Question {
  career: Career;
  target: TargetPost;
  /** The day of judgement: of submission, and again of deliberation and filing. */
  on: Day;
  parameters: EligibilityParameters;
  /** The proposal claims an exceptional promotion with these grounds; null: it does not. Approved: the prior report was answered so. */
  exceptional: { grounds: string; priorReportApproved: boolean } | null;
  /** What a person found where E12 could not say; it answers the questions named, and no other. Absent: nobody was asked. */
  avoidance?: AvoidanceAnswer | null;
}

/** 任职回避核对: a person's answer to what the register cannot tell. */
export interface AvoidanceAnswer {
  clear: boolean;
  /** Sentences of E12 that it answers. */
  about: readonly string[];
}

export interface EligibilityRule {
  code: EligibilityCode;
  title: string;
  severity: RuleSeverity;
  /** Handbook section and article or public source. */
  basis: string;
  /** Names of the parameters it uses. */
  parameters: readonly (keyof EligibilityParameters)[];
  judge: (question: Question) => Judgement;
}

export const met = (sentence: string): Judgement => ({ outcome: 'met', sentence });
export const unknown = (sentence: string): Judgement => ({ outcome: 'unknown', sentence });
export const notApplicable = (sentence: string): Judgement => ({ outcome: 'notApplicable', sentence });
export const notMet = (sentence: string, more: Pick<Judgement, 'metOn' | 'askedAnewOn'> = {}): Judgement => ({
  outcome: 'notMet',
  sentence,
  ...more,
});

/** A day as such papers write it, `2026.12.10`. */
export const dotted = (day: Day): string => day.replaceAll('-', '.');
