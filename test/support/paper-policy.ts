import { DEFAULT_POLICY, type Policy } from '../../machines/rules/index.js';

const { procedure } = DEFAULT_POLICY;

/**
 * A city that keeps the procedure's law on paper: no check, answer, opinion or report is asked for before a decision. For
 * tests and measurements of everything else; `procedure.e2e.spec.ts` goes the whole way.
 */
export const ON_PAPER: Policy = {
  ...DEFAULT_POLICY,
  procedure: {
    ...procedure,
    eligibilityBinds: false,
    fourChecks: false,
    disqualifications: false,
    priorReport: { ...procedure.priorReport, required: false },
  },
};
