import { refuse, type CheckOf } from '../../kernel/index.js';
import type { UnitContext } from './context.js';
import { payloadOf } from './payloads.js';

type Check = CheckOf<UnitContext>;

/** @refuses DEADLINE_UNKNOWN - another deadline than the one for the unit's answer */
const answerIsOverdue: Check = (_context, event) => {
  const { name } = payloadOf(event, 'DEADLINE_PASSED');
  return name === 'confirmation' ? null : refuse('DEADLINE_UNKNOWN', { name });
};

/** Every guard of the chart with its explanation. */
export const CHECKS = { answerIsOverdue } satisfies Record<string, Check>;
