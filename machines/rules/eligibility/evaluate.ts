import type { Day } from '../vocabulary.js';
import { PERSON_RULES } from './person.rules.js';
import type { EligibilityRule, Judgement, Question } from './rule.js';
import { TENURE_RULES } from './tenure.rules.js';

/** E01–E16 in the handbook's order. */
export const RULES_OF_ELIGIBILITY: readonly EligibilityRule[] = [...TENURE_RULES, ...PERSON_RULES].toSorted((a, b) =>
  a.code < b.code ? -1 : 1,
);

export interface RuleResult extends Judgement {
  code: EligibilityRule['code'];
  title: string;
  severity: EligibilityRule['severity'];
  basis: string;
}

export interface Eligibility {
  on: Day;
  /** `notMet` when a hard rule is not met, `unknown` when one cannot be judged, else `met`. */
  outcome: 'met' | 'notMet' | 'unknown';
  /** Tenure falls short or is not known, and an exceptional promotion (E11 met, or still open) stands in its place. */
  exceptional: boolean;
  results: RuleResult[];
}

/**
 * Judges a cadre for a post by E01–E16 on a day. To be asked at submission and again at deliberation and filing, since a
 * promotion that is a month short in May may be ripe in July.
 *
 * An exceptional promotion stands in for the rules that the parameters name, whether those are not met or not known: whoever
 * is promoted over a level has no tenure at the level between. While E11 is open, its prior report not answered yet, so is the
 * whole: nothing of it is refused for what may still be waived, and nothing is met.
 *
 * @param question what is known of the cadre, the post, the day, the numbers
 * @returns each rule with its arithmetic; unknown never counts as met
 * @source handbook §1.3, §7 scenarios 36, 37 and 39
 */
export function judgeEligibility(question: Question): Eligibility {
  const results = RULES_OF_ELIGIBILITY.map(({ code, title, severity, basis, judge }) => ({
    code,
    title,
    severity,
    basis,
    ...judge(question),
  }));
  const stands = results.some(({ code, outcome }) => code === 'E11' && (outcome === 'met' || outcome === 'unknown'));
  const waived = results.filter(({ code }) => stands && question.parameters.waivedByExceptional.includes(code));
  const binding = results.filter((result) => result.severity !== 'warn' && !waived.includes(result));
  const has = (outcome: RuleResult['outcome']): boolean => binding.some((result) => result.outcome === outcome);
  return {
    on: question.on,
    outcome: has('notMet') ? 'notMet' : has('unknown') ? 'unknown' : 'met',
    exceptional: waived.some(({ outcome }) => outcome === 'notMet' || outcome === 'unknown'),
    results,
  };
}

/** Rounds of looking further: each moves the day on by at least one rule's, and there are sixteen. */
const ROUNDS = 16;

/**
 * When the cadre would become eligible for the post as far as time alone decides: the first day on which no hard rule
 * is "not met" any more.
 *
 * @param question as for {@link judgeEligibility}; `on` is today
 * @returns today when nothing stands against it; null when time will not bring it. What is unknown today stays unknown:
 *   the day is then the earliest possible, and `unknown` names the rules still to be answered
 * @source handbook §1.3 (evaluate twice)
 */
export function eligibleFrom(question: Question): { day: Day | null; unknown: RuleResult['code'][] } {
  let on = question.on;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { results } = judgeEligibility({ ...question, on });
    const hard = results.filter(({ severity }) => severity !== 'warn');
    const against = hard.filter(({ outcome }) => outcome === 'notMet');
    const open = hard.filter(({ outcome }) => outcome === 'unknown').map(({ code }) => code);
    if (against.length === 0) return { day: on, unknown: open };
    const days = against.map(({ metOn, askedAnewOn }) => metOn ?? askedAnewOn ?? null);
    if (days.includes(null)) return { day: null, unknown: open };
    const latest = days
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1)!;
    if (latest <= on) return { day: null, unknown: open };
    on = latest;
  }
  return { day: null, unknown: [] };
}
