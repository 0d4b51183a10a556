import { firstRefusal, refuse, type CheckOf } from '../../kernel/index.js';
import { referenceDayOf } from '../quarter.js';
import type { RoundContext } from './context.js';
import { factOf, payloadOf } from './payloads.js';

type Check = CheckOf<RoundContext>;

/** @refuses QUARTER_NOT_ENDED - stock is taken of a quarter that has reached its last day */
const quarterHasEnded: Check = (_context, event) => {
  const { quarter } = payloadOf(event, 'CREATE');
  const endsOn = referenceDayOf(quarter);
  return endsOn > event.today ? refuse('QUARTER_NOT_ENDED', { quarter, endsOn }) : null;
};

/** @refuses ROUND_NOT_OF_DEPARTMENT - the department takes stock; a round stands in its unit */
const isOfDepartment: Check = (_context, event) => {
  const kind = factOf(event, 'unitKind');
  return kind === 'organization-department' ? null : refuse('ROUND_NOT_OF_DEPARTMENT', { kind });
};

/** @refuses CORRECTIONS_OPEN - units have asked for corrections that nobody has decided on */
const noCorrectionsOpen: Check = (_context, event) => {
  const { correcting } = factOf(event, 'answers');
  return correcting > 0 ? refuse('CORRECTIONS_OPEN', { units: correcting }) : null;
};

/** @refuses UNITS_SILENT - units have not answered; to go on without them must be said, with a reason */
const silentArePassedOverOpenly: Check = (_context, event) => {
  const { silent } = factOf(event, 'answers');
  const { despiteSilent, opinion } = payloadOf(event, 'FREEZE');
  return silent > 0 && !(despiteSilent && opinion?.trim()) ? refuse('UNITS_SILENT', { units: silent }) : null;
};

/**
 * @refuses LETTERS_WAITING - letters signed off have not gone out yet
 * @refuses LETTERS_OPEN - letters without a settled reply; to close without them must be said, with a reason
 */
const lettersAreSettled: Check = (_context, event) => {
  const { waiting, open } = factOf(event, 'letters');
  const { despiteOpen, opinion } = payloadOf(event, 'CLOSE');
  if (waiting > 0) return refuse('LETTERS_WAITING', { units: waiting });
  return open > 0 && !(despiteOpen && opinion?.trim()) ? refuse('LETTERS_OPEN', { units: open }) : null;
};

/** Every guard of the chart with its explanation. */
export const CHECKS = {
  mayBegin: firstRefusal(isOfDepartment, quarterHasEnded),
  mayFreeze: firstRefusal(noCorrectionsOpen, silentArePassedOverOpenly),
  lettersAreSettled,
} satisfies Record<string, Check>;
