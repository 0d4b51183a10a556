import { chart } from './chart.setup.js';
import { ANSWERED, AVOIDANCE, BEFORE_GATE, UNDECIDED } from './chart.steps.js';

/** 预审: four reviews side by side, in any order. What the rules can judge, they judge; a person signs it. */
export const preReview = chart.createStateConfig({
  type: 'parallel',
  meta: { deadlines: ['preReview'] },
  on: { ...UNDECIDED, ...ANSWERED, ...AVOIDANCE, RETURN: BEFORE_GATE },
  onDone: 'gateDecision',
  states: {
    headcountReview: {
      initial: 'pending',
      states: {
        pending: {
          on: {
            HEADCOUNT_REVIEW: [
              { guard: 'headcountPasses', target: 'passed', actions: 'recordHeadcountReview' },
              { guard: 'headcountFails', target: 'failed', actions: 'recordHeadcountReview' },
              { guard: 'headcountIsUnknown', target: 'unknown', actions: 'recordHeadcountReview' },
            ],
          },
        },
        passed: { type: 'final' },
        failed: { type: 'final' },
        unknown: { type: 'final' },
      },
    },
    youngCadreReview: {
      initial: 'pending',
      states: {
        pending: {
          on: {
            YOUNG_CADRE_REVIEW: [
              { guard: 'youngCadrePasses', target: 'passed', actions: 'recordYoungCadreReview' },
              { guard: 'youngCadreFails', target: 'failed', actions: 'recordYoungCadreReview' },
              { target: 'unknown', actions: 'recordYoungCadreReview' },
            ],
          },
        },
        passed: { type: 'final' },
        failed: { type: 'final' },
        unknown: { type: 'final' },
      },
    },
    eligibilityReview: {
      initial: 'pending',
      states: {
        pending: {
          on: {
            ELIGIBILITY_REVIEW: [
              { guard: 'eligibilityFails', target: 'failed', actions: 'recordEligibilityReview' },
              { guard: 'eligibilityPasses', target: 'passed', actions: 'recordEligibilityReview' },
              { guard: 'eligibilityIsUnknown', target: 'unknown', actions: 'recordEligibilityReview' },
            ],
          },
        },
        passed: { type: 'final' },
        failed: { type: 'final' },
        unknown: { type: 'final' },
      },
    },
    priorReportReview: {
      initial: 'pending',
      states: {
        pending: {
          on: {
            PRIOR_REPORT_REVIEW: [
              { guard: 'priorReportFails', target: 'failed', actions: 'recordPriorReportReview' },
              { guard: 'priorReportPasses', target: 'passed', actions: 'recordPriorReportReview' },
              { guard: 'priorReportIsUnknown', target: 'unknown', actions: 'recordPriorReportReview' },
            ],
          },
        },
        passed: { type: 'final' },
        failed: { type: 'final' },
        unknown: { type: 'final' },
      },
    },
  },
});
