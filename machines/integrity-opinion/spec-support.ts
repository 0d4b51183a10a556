import type { Actor, WorkflowEvent } from '../kernel/index.js';
import type { OpinionConclusion } from '../rules/index.js';
import { FACTS_BY_EVENT, type OpinionEventType, type OpinionFacts, type OpinionPayloads } from './payloads.js';

/** Builders for the specs of this room; everybody is made up. */
export const REVIEWER: Actor = { userId: 3, role: 'reviewer' };
export const CHIEF: Actor = { userId: 4, role: 'chief' };
export const COMMISSION: Actor = { userId: 8, role: 'discipline' };
const SYSTEM: Actor = { userId: null, role: 'system' };
export const TODAY = '2026-11-23';

const PAYLOADS: OpinionPayloads = {
  CREATE: { proposal: 7, cadre: 'C1' },
  TAKE_UP: {},
  RETURN_REQUEST: { opinion: '请补充任职经历' },
  REPLY: { conclusion: 'none', partySecretary: '甲书记', disciplineSecretary: '乙书记', signedOn: TODAY },
  WEIGH: { clear: true, opinion: '已了结，不影响任用' },
  ASK_AGAIN: { cause: 'newMatters', opinion: '收到新的信访件' },
  NOTE: {},
  WITHDRAW: { opinion: '人选调整' },
  PROPOSAL_LEFT: { because: 'proposalEnded' },
};
const FACTS: OpinionFacts = {
  proposal: { underWay: true, ofUnit: true, version: 5, appointees: ['C1'] },
  names: { cadreName: '某甲', unitName: '某局', currentPosts: ['某科科长'], proposedPosts: ['某局副局长'] },
  validMonths: 6,
};
const BY: Partial<Record<OpinionEventType, Actor>> = {
  TAKE_UP: COMMISSION,
  RETURN_REQUEST: COMMISSION,
  REPLY: COMMISSION,
  WEIGH: CHIEF,
  PROPOSAL_LEFT: SYSTEM,
};

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends OpinionEventType>(
  type: T,
  change: { payload?: Partial<OpinionPayloads[T]>; facts?: Partial<OpinionFacts>; by?: Actor; today?: string } = {},
): WorkflowEvent {
  const today = change.today ?? TODAY;
  const facts = { ...FACTS, ...change.facts };
  return {
    type,
    payload: { ...PAYLOADS[type], ...change.payload },
    facts: Object.fromEntries((FACTS_BY_EVENT[type] ?? []).map((name) => [name, facts[name]])),
    actor: change.by ?? BY[type] ?? REVIEWER,
    at: `${today}T02:00:00.000Z`,
    today,
  };
}

export const replying = (conclusion: OpinionConclusion): WorkflowEvent =>
  event('REPLY', { payload: { conclusion, opinion: '有一件信访正在核查' } });

const requested = [event('CREATE')];
const underReview = [...requested, event('TAKE_UP')];
const concerns = [...underReview, replying('concerns')];

/** One way into every state. */
export const WAYS: Readonly<Record<string, readonly WorkflowEvent[]>> = {
  'asked.requested': requested,
  'asked.underReview': underReview,
  returned: [...requested, event('RETURN_REQUEST')],
  'replied.none': [...underReview, event('REPLY')],
  'replied.concerns': concerns,
  'replied.weighed': [...concerns, event('WEIGH')],
  'replied.doNotProceed': [...underReview, replying('doNotProceed')],
  closed: [...underReview, event('REPLY'), event('NOTE')],
  withdrawn: [...requested, event('WITHDRAW')],
};
