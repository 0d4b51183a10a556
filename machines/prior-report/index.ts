import { defineWorkflow, type DeadlineOf, type EventPolicy, type Role, type WorkflowLabels } from '../kernel/index.js';
import type { Policy } from '../rules/index.js';
import { CHECKS, FORESIGHT } from './checks.js';
import type { ReportContext } from './context.js';
import { EFFECT_NAMES, machine } from './machine.js';
import type { ReportEventType } from './payloads.js';

export type * from './context.js';
export { FACTS_BY_EVENT } from './payloads.js';
export type * from './payloads.js';

const UNIT: readonly Role[] = ['clerk', 'leader'];
const SECTION: readonly Role[] = ['reviewer', 'chief'];
const HEADS: readonly Role[] = ['deputy', 'head'];
const NOT_OWN = { notBy: ['authors'] };

/** Who may send what: the unit reports, the section draws up the answer, a head signs it who has not drawn it up. */
const POLICY: Readonly<Record<ReportEventType, EventPolicy>> = {
  CREATE: { roles: UNIT },
  EDIT: { roles: UNIT },
  SUBMIT: { roles: UNIT },
  TAKE_UP: { roles: SECTION, ...NOT_OWN },
  RETURN: { roles: [...SECTION, ...HEADS], ...NOT_OWN, needsOpinion: true, aside: true, sendsBack: true },
  DRAFT_REPLY: { roles: SECTION, ...NOT_OWN },
  SIGN_REPLY: { roles: HEADS, notBy: ['authors', 'draftedBy'] },
  SEND_BACK: { roles: HEADS, notBy: ['authors', 'draftedBy'], needsOpinion: true, sendsBack: true },
  NOTE: { roles: UNIT },
  REPORT_AGAIN: { roles: UNIT, needsOpinion: true },
  WITHDRAW: { roles: UNIT, needsOpinion: true, aside: true },
  PROPOSAL_LEFT: { roles: ['system'] },
};

/** @source handbook §1.5 V-24 (10 working days) */
const DEADLINES = {
  reportReply: {
    label: '事前报告批复期限',
    startDay: (_context, { today }) => today,
    spec: ({ procedure }) => ({
      kind: 'working-days',
      n: procedure.priorReport.replyWorkingDays,
      countStart: false,
    }),
  },
} satisfies Record<string, DeadlineOf<ReportContext, Policy>>;

const EVENTS: Readonly<Record<ReportEventType, string>> = {
  CREATE: '起草事前报告',
  EDIT: '修改',
  SUBMIT: '呈报',
  TAKE_UP: '受理',
  RETURN: '退回修改',
  DRAFT_REPLY: '拟办批复',
  SIGN_REPLY: '签发批复',
  SEND_BACK: '退回重拟',
  NOTE: '阅知办结',
  REPORT_AGAIN: '重新报告',
  WITHDRAW: '撤回报告',
  PROPOSAL_LEFT: '动议已撤回、办结或退回起草',
};

const LABELS: WorkflowLabels = {
  workflow: '事前报告',
  states: {
    draft: '起草',
    reported: '已呈报',
    'reported.submitted': '待受理',
    'reported.underReview': '审核中',
    'reported.replyDrafted': '批复待签发',
    replied: '已批复',
    'replied.approved': '已批复：同意',
    'replied.partly': '已批复：部分同意',
    'replied.refused': '已批复：不同意',
    closed: '已办结',
    withdrawn: '已撤回',
  },
  events: EVENTS,
};

/** 事前报告: what must be reported and answered before the party group may discuss. */
export const definition = defineWorkflow({
  name: 'prior_report',
  revision: 1,
  machine,
  checks: CHECKS,
  foresight: FORESIGHT,
  policy: POLICY,
  deadlines: DEADLINES,
  effects: EFFECT_NAMES,
  effectParams: {
    recordReply: ({ proposal, proposalVersion, reply }: ReportContext) => ({ proposal, proposalVersion, ...reply }),
  },
  labels: LABELS,
  card: {
    title: ({ title }) => `事前报告：${title}`,
    flags: ({ reply }) => (reply !== null && reply.refused.length > 0 ? ['report-refused'] : []),
  },
  migrations: {},
});
