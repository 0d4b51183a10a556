export {
  ANNUAL_GRADES,
  type AnnualGrade,
  type Career,
  CIVIL_RANKS,
  type CivilRank,
  EDUCATION_LEVELS,
  type EducationLevel,
  educationOf,
  type HeldPost,
  type HeldRank,
  isPartyPost,
  type Measure,
  MEASURE_KINDS,
  type MeasureKind,
  type Relative,
  type TargetPost,
} from './career.js';
export { type Eligibility, eligibleFrom, judgeEligibility, type RuleResult, RULES_OF_ELIGIBILITY } from './evaluate.js';
export { type ItemEligibility, summariseEligibility } from './item-eligibility.js';
export { isLocalityBound, KIN_DEGREES, type KinDegree, kinOf, servesNowhere } from './kin.js';
export {
  DEFAULT_ELIGIBILITY,
  type EligibilityByUnitKind,
  type EligibilityParameters,
  parametersFor,
} from './parameters.js';
export { ELIGIBILITY_CODES } from './rule.js';
export type { AvoidanceAnswer, EligibilityCode, EligibilityRule, Outcome, Question, RuleSeverity } from './rule.js';
export { FAMILY_UNKNOWN } from './avoidance.js';
