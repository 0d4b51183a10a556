import type { EducationLevel, MeasureKind } from './career.js';
import type { PostRank, UnitKind } from '../vocabulary.js';
import type { EligibilityCode } from './rule.js';

/** The numbers of the eligibility rules. Months unless the name says otherwise. */
export interface EligibilityParameters {
  /** E01 工龄 and 基层工作经历 for a first post at county-division level. */
  workMonths: number;
  grassrootsMonths: number;
  /** E02 posts at the next lower level. */
  lowerPosts: number;
  /** E03 deputy to principal at county-division level. */
  deputyMonths: number;
  /** E04 lower principal to upper deputy. */
  lowerPrincipalMonths: number;
  /** E05 */
  education: EducationLevel;
  /** E06 time to make up the training after the appointment. */
  trainingMakeUpMonths: number;
  /** E08 standing in the party for a post within it. */
  partyStandingMonths: number;
  /** E09 to principal, E10 to deputy at township-section level. */
  sectionPrincipalMonths: number;
  sectionDeputyMonths: number;
  /** E11 no exceptional promotion within this time of a promotion. */
  afterPromotionMonths: number;
  /** E11 rules that an exceptional promotion stands in for; every other rule binds all the same. */
  waivedByExceptional: readonly EligibilityCode[];
  /** E13 effect periods of measures and sanctions. */
  effectMonths: Readonly<Record<MeasureKind, number>>;
  /** E13 measures after which nobody is given a post above the one he left for so long; longer than the effect period. */
  noHigherPostMonths: Readonly<Partial<Record<MeasureKind, number>>>;
  /** E16 first age at which nobody is proposed any more, in years; null where the city has set none. */
  ageLimitYears: Readonly<Record<PostRank, number | null>>;
}

/** @source handbook §1.3 (V-18, V-19, V-20), §1.9 (V-35 and K); the client's legal section confirms each */
export const DEFAULT_ELIGIBILITY: EligibilityParameters = {
  workMonths: 60,
  grassrootsMonths: 24,
  lowerPosts: 2,
  deputyMonths: 24,
  lowerPrincipalMonths: 36,
  education: 'college',
  trainingMakeUpMonths: 12,
  partyStandingMonths: 36,
  sectionPrincipalMonths: 24,
  sectionDeputyMonths: 36,
  afterPromotionMonths: 12,
  waivedByExceptional: ['E03', 'E04', 'E09', 'E10'],
  effectMonths: {
    'reminder-talk': 0,
    'letter-of-inquiry': 0,
    admonition: 6,
    'post-adjustment': 12,
    'ordered-resignation': 12,
    dismissal: 12,
    demotion: 24,
    suspension: 6,
    'admin-warning': 6,
    'admin-demerit': 12,
    'admin-serious-demerit': 18,
    'admin-downgrade': 24,
    'admin-removal': 24,
    'party-warning': 12,
    'party-serious-warning': 18,
    'party-post-removal': 24,
    'party-probation': 48,
  },
  noHigherPostMonths: { 'ordered-resignation': 24, dismissal: 24 },
  ageLimitYears: { 'chu-principal': null, 'chu-deputy': null, 'ke-principal': null, 'ke-deputy': null },
};

/** What a category of units does differently: townships follow the province's own measure (handbook §1.3). */
export type EligibilityByUnitKind = Readonly<Partial<Record<UnitKind, Partial<EligibilityParameters>>>>;

/** The same as a version from before some numbers holds them. */
export type EarlierEligibility = Omit<
  EligibilityParameters,
  'noHigherPostMonths' | 'waivedByExceptional' | 'effectMonths'
> &
  Partial<Omit<EligibilityParameters, 'effectMonths'>> & {
    effectMonths: Partial<EligibilityParameters['effectMonths']>;
  };

/** @returns the same with the numbers that came later as a new installation starts with them */
export function withLaterParameters(base: EarlierEligibility): EligibilityParameters {
  const { noHigherPostMonths, waivedByExceptional, effectMonths } = DEFAULT_ELIGIBILITY;
  return { noHigherPostMonths, waivedByExceptional, ...base, effectMonths: { ...effectMonths, ...base.effectMonths } };
}

/**
 * The numbers that hold for posts of a category of units.
 *
 * @param base what holds everywhere
 * @param byKind what categories do differently; an absent category does nothing differently
 * @param kind category of the post's unit
 * @source handbook §1.3 (rule sets per UnitCategory)
 */
export function parametersFor(
  base: EligibilityParameters,
  byKind: EligibilityByUnitKind,
  kind: UnitKind,
): EligibilityParameters {
  const own = byKind[kind];
  return { ...base, ...own, effectMonths: { ...base.effectMonths, ...own?.effectMonths } };
}
