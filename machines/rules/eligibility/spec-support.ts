import type { Career, TargetPost } from './career.js';
import { judgeEligibility, type RuleResult } from './evaluate.js';
import { DEFAULT_ELIGIBILITY } from './parameters.js';
import type { EligibilityCode, Question } from './rule.js';

/** A generated deputy of a section: everything known, nothing against him on 2026-11-22 but his two years' tenure. */
export const CAREER: Career = {
  birth: '1990-03',
  workStart: '2013-07',
  grassrootsMonths: 36,
  partyJoin: '2012-06',
  education: 'bachelor',
  posts: [{ post: 'P-1', rank: 'ke-deputy', from: '2024-12-10', to: null, probation: false }],
  ranks: [],
  ranksComplete: true,
  trainingMet: true,
  healthFit: true,
  assessment: { year: 2025, grade: 'competent' },
  measures: [],
  measuresComplete: true,
  relatives: [],
  lastPromotion: { on: '2024-12-10', exceptional: false },
  growthArea: 'A-9',
};

export const TARGET: TargetPost = {
  code: 'P-2',
  name: '局长',
  rank: 'ke-principal',
  tier: 'principal',
  unit: 'U-1',
  superiorUnits: ['U-0'],
  partyPost: false,
  mayDecide: true,
  localityArea: null,
};

export interface Change {
  career?: Partial<Career>;
  target?: Partial<TargetPost>;
  on?: string;
  parameters?: Partial<Question['parameters']>;
  exceptional?: Question['exceptional'];
  avoidance?: Question['avoidance'];
}

export function ask({
  career,
  target,
  on = '2026-12-31',
  parameters,
  exceptional = null,
  avoidance = null,
}: Change = {}): Question {
  return {
    career: { ...CAREER, ...career },
    target: { ...TARGET, ...target },
    on,
    parameters: { ...DEFAULT_ELIGIBILITY, ...parameters },
    exceptional,
    avoidance,
  };
}

export function resultOf(code: EligibilityCode, change: Change = {}): RuleResult {
  const result = judgeEligibility(ask(change)).results.find((candidate) => candidate.code === code);
  if (!result) throw new Error(`no rule ${code}`);
  return result;
}
