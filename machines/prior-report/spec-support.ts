import type { Actor, WorkflowEvent } from '../kernel/index.js';
import type { Answer } from './context.js';
import { FACTS_BY_EVENT, type ReportEventType, type ReportFacts, type ReportPayloads } from './payloads.js';

/** Builders for the specs of this room; everybody is made up. */
export const CLERK: Actor = { userId: 1, role: 'clerk' };
export const REVIEWER: Actor = { userId: 3, role: 'reviewer' };
export const DEPUTY: Actor = { userId: 5, role: 'deputy' };
const SYSTEM: Actor = { userId: null, role: 'system' };
export const TODAY = '2026-11-23';

export const LETTER = {
  reasons: '班子结构需要',
  principles: '人岗相适',
  establishment: '不超职数',
  integrity: '未发现问题',
  petitions: '无',
};
const PAYLOADS: ReportPayloads = {
  CREATE: { proposal: 7, matters: ['nearStaff'], ...LETTER },
  EDIT: { reasons: '班子专业结构需要' },
  SUBMIT: {},
  TAKE_UP: {},
  RETURN: { opinion: '请补充信访情况' },
  DRAFT_REPLY: { approvedMatters: ['bulkAdjustment', 'nearStaff'], refusedMatters: [] },
  SIGN_REPLY: {},
  SEND_BACK: { opinion: '请再核实' },
  NOTE: {},
  REPORT_AGAIN: { opinion: '已调整人选' },
  WITHDRAW: { opinion: '不再需要' },
  PROPOSAL_LEFT: { because: 'proposalEnded' },
};
const FACTS: ReportFacts = {
  proposal: {
    title: '关于某同志任职的动议',
    unitName: '某局',
    underWay: true,
    ofUnit: true,
    version: 5,
    found: ['bulkAdjustment'],
    people: [{ cadre: 'C1', name: '某甲', from: [], to: ['某局副局长'] }],
  },
  documentNo: '组复〔2026〕1号',
};
const BY: Partial<Record<ReportEventType, Actor>> = {
  TAKE_UP: REVIEWER,
  RETURN: REVIEWER,
  DRAFT_REPLY: REVIEWER,
  SIGN_REPLY: DEPUTY,
  SEND_BACK: DEPUTY,
  PROPOSAL_LEFT: SYSTEM,
};

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends ReportEventType>(
  type: T,
  change: { payload?: Partial<ReportPayloads[T]>; facts?: Partial<ReportFacts>; by?: Actor } = {},
): WorkflowEvent {
  const facts = { ...FACTS, ...change.facts };
  return {
    type,
    payload: { ...PAYLOADS[type], ...change.payload },
    facts: Object.fromEntries((FACTS_BY_EVENT[type] ?? []).map((name) => [name, facts[name]])),
    actor: change.by ?? BY[type] ?? CLERK,
    at: `${TODAY}T02:00:00.000Z`,
    today: TODAY,
  };
}

/** Facts in which something of the proposal is otherwise. */
export const proposal = (change: Partial<ReportFacts['proposal']>): Partial<ReportFacts> => ({
  proposal: { ...FACTS.proposal, ...change },
});

export const answering = ({ approved, refused }: Answer): WorkflowEvent =>
  event('DRAFT_REPLY', {
    payload: { approvedMatters: approved, refusedMatters: refused, opinion: '一次调整数量偏大' },
  });

const draft = [event('CREATE')];
const submitted = [...draft, event('SUBMIT')];
const underReview = [...submitted, event('TAKE_UP')];
const replyDrafted = [...underReview, event('DRAFT_REPLY')];
const partly = answering({ approved: ['nearStaff'], refused: ['bulkAdjustment'] });
const refused = answering({ approved: [], refused: ['nearStaff', 'bulkAdjustment'] });

/** One way into every state. */
export const WAYS: Readonly<Record<string, readonly WorkflowEvent[]>> = {
  draft,
  'reported.submitted': submitted,
  'reported.underReview': underReview,
  'reported.replyDrafted': replyDrafted,
  'replied.approved': [...replyDrafted, event('SIGN_REPLY')],
  'replied.partly': [...underReview, partly, event('SIGN_REPLY')],
  'replied.refused': [...underReview, refused, event('SIGN_REPLY')],
  closed: [...replyDrafted, event('SIGN_REPLY'), event('NOTE')],
  withdrawn: [...draft, event('WITHDRAW')],
};
