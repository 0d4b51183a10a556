import {
  SIGNER_FORESIGHT,
  firstRefusal,
  refuse,
  refuseWorsened,
  signerChecks,
  summariseGate,
  type CheckOf,
  type ForesightOf,
} from '../kernel/index.js';
import { completeItem, type ItemEligibility } from '../rules/index.js';
import { SECTIONS, type FilingContext } from './context.js';
import { departuresOf } from './departures.js';
import { factIfAny, factOf, payloadOf } from './facts.js';
import type { ReturnStep } from './payloads.js';

type Check = CheckOf<FilingContext>;
type Foresight = ForesightOf<FilingContext>;

/**
 * What is filed is what was cleared and decided: the same persons, posts and day.
 *
 * @refuses FILING_DEPARTS - with every field that differs
 */
const filesWhatWasCleared: Check = ({ cleared, decidedOn }, event) => {
  const { items, decidedDay } = payloadOf(event, 'SUBMIT_FILING');
  const differences = departuresOf(cleared, items.map(completeItem));
  if (decidedDay !== decidedOn) {
    differences.unshift({ item: 0, field: 'decidedDay', cleared: decidedOn, filed: decidedDay });
  }
  return differences.length > 0 ? refuse('FILING_DEPARTS', { differences }) : null;
};

/** @refuses ALREADY_TAKEN_UP - the department has acted on the filing; ask it to return the case instead */
const isUntouched: Foresight = ({ takenUp, signers }) =>
  takenUp || signers.length > 0 ? refuse('ALREADY_TAKEN_UP') : null;

/** @refuses OPINION_REQUIRED - a section disagrees without a reason */
const reviewIsReasoned: Check = (_context, event) => {
  const { result, opinion } = payloadOf(event, 'RECORD_REVIEW');
  return result === 'disagree' && !opinion?.trim() ? refuse('OPINION_REQUIRED', { event: event.type }) : null;
};

/** @refuses REVIEWS_MISSING - a section has not been heard */
const bothSectionsHeard: Foresight = ({ reviews }) => {
  const missing = SECTIONS.filter((section) => reviews[section] === null);
  return missing.length > 0 ? refuse('REVIEWS_MISSING', { missing }) : null;
};

/** @refuses SECTION_DISAGREES - plain acceptance against a section; accept with remarks, or order a correction */
const bothSectionsAgree: Foresight = ({ reviews }) => {
  const sections = SECTIONS.filter((section) => reviews[section]?.result === 'disagree');
  return sections.length > 0 ? refuse('SECTION_DISAGREES', { sections }) : null;
};

/**
 * The second gate 备案关.
 *
 * @refuses GATE_WORSENED - see refuseWorsened; accept with remarks, or order a correction
 * @source handbook §2.5
 */
const gateIsNoWorse: Check = ({ gate }, event) => refuseWorsened(gate, summariseGate(factOf(event, 'gate')));

/**
 * E01 to E16 at the filing gate, as of the day of the decision, with what is known of everybody today. What is not met is
 * corrected or refused; what is not known may be accepted with remarks and never plainly.
 *
 * @refuses ELIGIBILITY_NOT_MET - a hard rule is not met; with the rules and their arithmetic
 * @refuses ELIGIBILITY_UNKNOWN - a hard rule cannot be judged, and the filing is to be accepted without a word
 * @source handbook §1.3 (E01–E16), §1.7 V-30 (no qualification is a ground of invalidity)
 */
const eligibilityStands =
  (bars: readonly ItemEligibility['outcome'][]): Check =>
  (_context, event) => {
    if (factIfAny(event, 'eligibilityBinds') !== true) return null;
    const judged = factIfAny(event, 'eligibility') ?? [];
    const barred = bars.flatMap((outcome) => judged.find((one) => one.outcome === outcome) ?? [])[0];
    if (!barred) return null;
    const { item, cadre, post, on, outcome } = barred;
    const rules = barred.rules
      .filter((rule) => rule.severity !== 'warn' && rule.outcome === outcome)
      .map(({ code, sentence }) => ({ code, sentence }));
    const code = outcome === 'notMet' ? 'ELIGIBILITY_NOT_MET' : 'ELIGIBILITY_UNKNOWN';
    return refuse(code, { item, cadre, post, on, rules });
  };

/** @refuses NOT_AN_EARLIER_STEP - the step named lies ahead, or is where the case stands */
const returnsTo =
  (step: ReturnStep): Check =>
  (_context, event) => {
    const { to } = payloadOf(event, 'RETURN');
    return to === step ? null : refuse('NOT_AN_EARLIER_STEP', { to });
  };

/**
 * @refuses ALREADY_FILED - the filing came before its day was noticed to have passed
 * @refuses DEADLINE_UNKNOWN - another deadline than the one for filing
 */
const filingIsOverdue: Check = ({ filedOn }, event) => {
  const { name } = payloadOf(event, 'DEADLINE_PASSED');
  if (name !== 'filingDue') return refuse('DEADLINE_UNKNOWN', { name });
  return filedOn === null ? null : refuse('ALREADY_FILED', { filedOn });
};

/** Asked of the case alone, so that a late filing is late even if nobody noticed the day passing. */
const wasFiledLate: Check = ({ filedOn, dueDay }) =>
  filedOn !== null && dueDay !== null && filedOn > dueDay ? null : refuse('FILED_ON_TIME');

/** Every guard of the chart with its explanation. */
export const CHECKS = {
  ...signerChecks(['submitters']),
  filesWhatWasCleared,
  isUntouched,
  reviewIsReasoned,
  mayBeAccepted: firstRefusal(
    bothSectionsHeard,
    bothSectionsAgree,
    gateIsNoWorse,
    eligibilityStands(['notMet', 'unknown']),
  ),
  mayBeAcceptedWithRemarks: firstRefusal(bothSectionsHeard, eligibilityStands(['notMet'])),
  returnsToPending: returnsTo('pending'),
  returnsToSubmitted: returnsTo('submitted'),
  filingIsOverdue,
  wasFiledLate,
} satisfies Record<string, Check>;

/** What of them can be said before the event is sent; each check begins with its part. */
export const FORESIGHT = {
  ...SIGNER_FORESIGHT,
  isUntouched,
  mayBeAcceptedWithRemarks: bothSectionsHeard,
  mayBeAccepted: (context, sender) => bothSectionsHeard(context, sender) ?? bothSectionsAgree(context, sender),
} satisfies Partial<Record<keyof typeof CHECKS, ForesightOf<FilingContext>>>;
