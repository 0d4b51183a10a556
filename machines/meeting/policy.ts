import type { EventPolicy, Role } from '../kernel/index.js';
import type { MeetingEventType } from './payloads.js';

const UNIT: EventPolicy = { roles: ['clerk', 'leader'] satisfies readonly Role[] };
/** A way out beside what the meeting waits for. */
const ASIDE = { ...UNIT, aside: true, needsOpinion: true } as const;
const SYSTEM: EventPolicy = { roles: ['system'] };

/**
 * Who reads a meeting: the unit's own organization staff, who hold it, and the sections of the department that review the
 * unit's proposals. Each member's vote is in it; the heads decide by the counted result, which stands in the proposal, and
 * have no need of who voted how.
 *
 * @source handbook §4.3 (least privilege; proposals before the decision are 工作秘密)
 */
export const READERS: readonly Role[] = ['clerk', 'leader', 'reviewer', 'chief'];

/** Who may send what: the unit holds its meeting, somebody of authority who did not write the minutes signs them. */
export const POLICY: Readonly<Record<MeetingEventType, EventPolicy>> = {
  CREATE: UNIT,
  EDIT: { ...UNIT, aside: true },
  CONVENE: UNIT,
  POSTPONE: { ...ASIDE },
  CANCEL: { ...ASIDE },
  DROP_ITEM: { ...ASIDE },
  PROPOSAL_LEFT: SYSTEM,
  RECORD_ATTENDANCE: UNIT,
  RECORD_RECUSAL: { ...UNIT, aside: true },
  OPEN_VOTING: UNIT,
  RECORD_VOTES: UNIT,
  END_VOTING: UNIT,
  REOPEN_VOTING: { ...ASIDE, sendsBack: true },
  DRAFT_MINUTES: UNIT,
  RETURN_MINUTES: { roles: ['leader'], needsOpinion: true, aside: true, sendsBack: true },
  SIGN_MINUTES: { roles: ['leader'], notBy: ['drafters'] },
  CLOSE: UNIT,
  DECISION_RECORDED: SYSTEM,
  DECISION_REFUSED: SYSTEM,
  RETRY_DECISIONS: UNIT,
  SET_ASIDE: { ...ASIDE },
};
