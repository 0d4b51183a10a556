import type { ItemEligibility } from '../../../../../machines/rules/index.js';
import type { HistoryEntry } from '../../../api/types.js';

export interface EligibilityFound {
  /** Step at which the rules were asked. */
  label: string;
  judged: readonly ItemEligibility[];
}

/**
 * What E01 to E16 said last of those whom the case appoints.
 *
 * @param history in order
 * @returns null when no step on record has asked them
 */
export function eligibilityFound(history: readonly HistoryEntry[]): EligibilityFound | null {
  const asked = history.filter(({ facts }) => Array.isArray(facts['eligibility']));
  const last = asked[asked.length - 1];
  return last ? { label: last.label, judged: last.facts['eligibility'] as ItemEligibility[] } : null;
}
