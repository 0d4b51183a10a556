import { z } from 'zod';
import {
  DEFAULT_ELIGIBILITY,
  EDUCATION_LEVELS,
  ELIGIBILITY_CODES,
  HEADCOUNT_REVIEWERS,
  MEASURE_KINDS,
  type MeasureKind,
  POST_RANKS,
  type PostRank,
  UNIT_KINDS,
  type UnitKind,
} from '../../../machines/rules/index.js';

const months = z.int().min(0).max(600);
const count = z.int().min(1).max(1_000);
const kinds = Object.keys(UNIT_KINDS) as [UnitKind, ...UnitKind[]];
const ranks = Object.keys(POST_RANKS) as [PostRank, ...PostRank[]];

const measures = Object.keys(MEASURE_KINDS) as [MeasureKind];
/** Measures that came later take their ordinary period where a body does not name them. */
const LATER: readonly MeasureKind[] = ['suspension', 'party-post-removal', 'party-probation'];
const effectMonths = z.strictObject(
  Object.fromEntries(
    measures.map((kind) => [
      kind,
      LATER.includes(kind) ? months.default(DEFAULT_ELIGIBILITY.effectMonths[kind]) : months,
    ]),
  ) as Record<MeasureKind, typeof months>,
);

const parameters = z.strictObject({
  workMonths: months,
  grassrootsMonths: months,
  lowerPosts: z.int().min(0).max(10),
  deputyMonths: months,
  lowerPrincipalMonths: months,
  education: z.enum(EDUCATION_LEVELS),
  trainingMakeUpMonths: months,
  partyStandingMonths: months,
  sectionPrincipalMonths: months,
  sectionDeputyMonths: months,
  afterPromotionMonths: months,
  waivedByExceptional: z.array(z.enum(ELIGIBILITY_CODES)).max(ELIGIBILITY_CODES.length),
  effectMonths,
  noHigherPostMonths: z.partialRecord(z.enum(measures), months),
  ageLimitYears: z.record(z.enum(ranks), z.int().min(18).max(70).nullable()),
});

/** E01–E16, and what categories of units do differently. */
export const eligibility = z.strictObject({
  base: parameters.extend({
    noHigherPostMonths: parameters.shape.noHigherPostMonths.default({ ...DEFAULT_ELIGIBILITY.noHigherPostMonths }),
    waivedByExceptional: parameters.shape.waivedByExceptional.default([...DEFAULT_ELIGIBILITY.waivedByExceptional]),
  }),
  byUnitKind: z.partialRecord(z.enum(kinds), parameters.partial()),
});

/** 干部管理权限. */
export const authority = z.partialRecord(z.enum(kinds), z.array(z.enum(ranks)).max(ranks.length));

/** What the procedure asks before a decision. */
export const procedure = z.strictObject({
  eligibilityBinds: z.boolean(),
  fourChecks: z.boolean(),
  disqualifications: z.boolean(),
  priorReport: z.strictObject({
    required: z.boolean(),
    bulkAdjustmentCount: count,
    bulkAdjustmentWindowCount: count,
    bulkAdjustmentWindowMonths: count,
    principalTenureMonths: months,
    replyWorkingDays: count,
  }),
  integrityOpinion: z.strictObject({ replyWorkingDays: count, validMonths: count.max(60), paperAllowed: z.boolean() }),
  headcountReviewBy: z.enum(HEADCOUNT_REVIEWERS),
});
