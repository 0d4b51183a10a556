import type { Day } from '../vocabulary.js';
import type { Eligibility, RuleResult } from './evaluate.js';

/** What stays with an event of one item's eligibility: the outcome and every rule that is not simply met. */
export type ItemEligibility = {
  /** Place of the item in the batch, from 1. */
  item: number;
  cadre: string;
  post: string;
  on: Day;
  outcome: Eligibility['outcome'];
  /** Tenure falls short or is not known, and an exceptional promotion stands in its place, or is to. */
  exceptional: boolean;
  /** Archive and ID card disagree on the birth month: the archive review says what holds. */
  idBirthDiffers: boolean;
  rules: {
    code: RuleResult['code'];
    severity: RuleResult['severity'];
    outcome: 'notMet' | 'unknown';
    sentence: string;
    metOn: Day | null;
  }[];
};

/**
 * Keeps of a judgement what a person asks for years later: what stood against it or was not known, with its arithmetic.
 *
 * @param about which item of the batch, whom and which post it names
 * @param judged all rules with their outcomes
 */
export function summariseEligibility(
  about: Pick<ItemEligibility, 'item' | 'cadre' | 'post' | 'idBirthDiffers'>,
  { on, outcome, exceptional, results }: Eligibility,
): ItemEligibility {
  const rules = results.flatMap(({ code, severity, outcome: found, sentence, metOn = null }) =>
    found === 'notMet' || found === 'unknown' ? [{ code, severity, outcome: found, sentence, metOn }] : [],
  );
  return { ...about, on, outcome, exceptional, rules };
}
