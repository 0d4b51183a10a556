import { signerPolicy, type EventPolicy, type Role } from '../kernel/index.js';
import type { FilingEventType } from './payloads.js';

const UNIT: readonly Role[] = ['clerk', 'leader'];
const DEPARTMENT: readonly Role[] = ['reviewer', 'chief'];
const DECIDERS: readonly Role[] = ['chief', 'deputy'];

/** Nobody judges what he filed. */
const NOT_OWN = { notBy: ['submitters'] };
const READ: EventPolicy = { roles: DEPARTMENT, ...NOT_OWN };
/** Nor does anyone decide who has written both reviews. */
const DECIDE: EventPolicy = { roles: DECIDERS, notBy: ['submitters', 'soleReviewers'] };

/** The filing goes back; a way out beside what it waits for. */
const BACK = { aside: true, sendsBack: true } as const;

/** Who may send what. */
export const POLICY: Readonly<Record<FilingEventType, EventPolicy>> = {
  ...signerPolicy(NOT_OWN.notBy),

  CREATE: { roles: ['system'] },
  SUBMIT_FILING: { roles: UNIT },
  RECALL: { roles: UNIT, aside: true },
  SUPPLEMENT: { roles: UNIT },
  CORRECT: { roles: UNIT },

  ACCEPT_MATERIALS: READ,
  REQUEST_SUPPLEMENT: { ...READ, needsOpinion: true, ...BACK },
  RECORD_REVIEW: { ...READ, waitsForSigners: true },
  RETURN: { roles: [...DEPARTMENT, 'deputy'], ...NOT_OWN, needsOpinion: true, ...BACK },

  ACCEPT: { ...DECIDE, waitsForSigners: true },
  ACCEPT_WITH_REMARKS: { ...DECIDE, waitsForSigners: true, needsOpinion: true },
  ORDER_CORRECTION: { ...DECIDE, needsOpinion: true, ...BACK },
  REJECT: { ...DECIDE, waitsForSigners: true, needsOpinion: true },

  ARCHIVE: { roles: [...UNIT, ...DEPARTMENT, 'system'] },
  CANCEL: { roles: ['system'] },
  DEADLINE_PASSED: { roles: ['system'] },
};
