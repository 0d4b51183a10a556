import type { Actor, WorkflowEvent } from '../kernel/index.js';
import { DEFAULT_POLICY } from '../rules/index.js';
import {
  MEETING_FACTS,
  type AgendaFact,
  type MeetingEventType,
  type MeetingFacts,
  type MeetingPayloads,
  type VotePayload,
} from './payloads.js';

/** Builders for the specs of this room; every person is made up. */
export const PEOPLE = {
  clerk: { userId: 1, role: 'clerk' },
  leader: { userId: 2, role: 'leader' },
  reviewer: { userId: 3, role: 'reviewer' },
  system: { userId: null, role: 'system' },
} as const satisfies Record<string, Actor>;

export const TODAY = '2026-11-23';

/** Five are entitled: four make a quorum, three votes for carry an item. The first presides. */
export const MEMBERS = [
  { name: '赵一', post: '党组书记', cadre: 'M1' },
  { name: '钱二', post: '党组副书记', cadre: 'M2' },
  { name: '孙三', post: '党组成员', cadre: 'M3' },
  { name: '李四', post: '党组成员', cadre: null },
  { name: '周五', post: '党组成员', cadre: null },
];

export const agendaFact = (proposal: number, change: Partial<AgendaFact> = {}): AgendaFact => ({
  proposal,
  title: `第${proposal}号动议`,
  unit: 'U1',
  inDeliberation: true,
  state: '讨论决定',
  elsewhere: null,
  inspectedUntil: '2026-11-10',
  matters: [1, 2].map((item) => ({
    item,
    cadre: `C${proposal}${item}`,
    name: `甲${proposal}${item}`,
    change: '任某局副局长',
  })),
  ...change,
});

/** A full grid of one vote. */
export const grid = (vote: VotePayload['vote'], members = [1, 2, 3, 4, 5], proposals = [7, 8]): VotePayload[] =>
  proposals.flatMap((proposal) =>
    [1, 2].flatMap((item) => members.map((member) => ({ proposal, item, member, vote }))),
  );

export const attendance = (present: readonly number[]): MeetingPayloads['RECORD_ATTENDANCE']['attendance'] =>
  MEMBERS.map((_, index) =>
    present.includes(index + 1)
      ? { member: index + 1, status: 'present' }
      : { member: index + 1, status: 'leave', reason: '出差' },
  );

const PAYLOADS: MeetingPayloads = {
  CREATE: {
    unit: 'U1',
    body: 'partyGroup',
    day: TODAY,
    place: '三楼会议室',
    chair: 1,
    members: MEMBERS,
    agenda: [7, 8],
  },
  EDIT: { place: '二楼会议室' },
  CONVENE: {},
  POSTPONE: { day: '2026-11-30', opinion: '主要负责人外出' },
  CANCEL: { opinion: '另行安排' },
  DROP_ITEM: { proposal: 8, opinion: '材料尚需核实' },
  PROPOSAL_LEFT: { proposal: 8, reason: '动议已“退回”，不再处于讨论决定环节' },
  RECORD_ATTENDANCE: { attendance: attendance([1, 2, 3, 4, 5]) },
  RECORD_RECUSAL: { proposal: 7, item: 1, member: 5, recuses: true, reason: '亲属' },
  OPEN_VOTING: {},
  RECORD_VOTES: { votes: grid('for') },
  END_VOTING: { chairSpokeLast: true },
  REOPEN_VOTING: { opinion: '计票有误' },
  DRAFT_MINUTES: { recorder: '吴记', discussion: '会议逐项讨论。' },
  RETURN_MINUTES: { opinion: '请补充讨论情况' },
  SIGN_MINUTES: {},
  CLOSE: {},
  DECISION_RECORDED: { proposal: 7, outcome: 'passed' },
  DECISION_REFUSED: { proposal: 7, reason: '第1项人选的凡提四必尚缺结论。' },
  RETRY_DECISIONS: {},
  SET_ASIDE: { proposal: 7, opinion: '另行上会' },
};

const FACTS: MeetingFacts = {
  agenda: [agendaFact(7), agendaFact(8)],
  concerns: [],
  unknownMembers: [],
  quorum: DEFAULT_POLICY.quorum,
};
const BY: Partial<Record<MeetingEventType, Actor>> = {
  PROPOSAL_LEFT: PEOPLE.system,
  RETURN_MINUTES: PEOPLE.leader,
  SIGN_MINUTES: PEOPLE.leader,
  DECISION_RECORDED: PEOPLE.system,
  DECISION_REFUSED: PEOPLE.system,
};

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends MeetingEventType>(
  type: T,
  change: { payload?: Partial<MeetingPayloads[T]>; facts?: Partial<MeetingFacts>; by?: Actor; today?: string } = {},
): WorkflowEvent {
  const facts = { ...FACTS, ...change.facts };
  const today = change.today ?? TODAY;
  return {
    type,
    payload: { ...PAYLOADS[type], ...change.payload },
    facts: Object.fromEntries((MEETING_FACTS[type] ?? []).map((name) => [name, facts[name]])),
    actor: change.by ?? BY[type] ?? PEOPLE.clerk,
    at: `${today}T02:00:00.000Z`,
    today,
  };
}

const draft = [event('CREATE')];
const convened = [...draft, event('CONVENE')];
const attended = [...convened, event('RECORD_ATTENDANCE')];
const voting = [...attended, event('OPEN_VOTING')];
const voted = [...voting, event('RECORD_VOTES')];
const counted = [...voted, event('END_VOTING')];
const drafted = [...counted, event('DRAFT_MINUTES')];
const signed = [...drafted, event('SIGN_MINUTES')];
const recording = [...signed, event('CLOSE')];
const refused = [...recording, event('DECISION_REFUSED')];

export const STEPS = { attended, voted, refused };

/** One way into every state. Where a state can be incomplete, the way is the one on which most can follow. */
export const WAYS: Readonly<Record<string, readonly WorkflowEvent[]>> = {
  draft,
  convened: attended,
  voting: voted,
  counted,
  drafted,
  signed,
  recording: refused,
  closed: [
    ...recording,
    event('DECISION_RECORDED'),
    event('DECISION_RECORDED', { payload: { proposal: 8, outcome: 'deferred' } }),
  ],
  cancelled: [...draft, event('CANCEL')],
};
