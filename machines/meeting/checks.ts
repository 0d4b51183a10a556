import { firstRefusal, refuse, type CheckOf, type ForesightOf, type WorkflowEvent } from '../kernel/index.js';
import { ceilShare } from '../rules/index.js';
import { presentMembers, standing } from './agenda.js';
import { recusalIsSound, recusalsAreAnswered, votesAreComplete, votesAreSound } from './checks.votes.js';
import type { MeetingContext } from './context.js';
import { factOf, payloadOf, type Arrangement } from './payloads.js';

type Check = CheckOf<MeetingContext>;
type Foresight = ForesightOf<MeetingContext>;

/** The meeting as it would stand with what was sent. */
function arrangementOf(context: MeetingContext, event: WorkflowEvent): Partial<Arrangement> & { unit: string } {
  return event.type === 'CREATE' ? payloadOf(event, 'CREATE') : { ...payloadOf(event, 'EDIT'), unit: context.unit };
}

/**
 * @refuses MEMBER_TWICE - one name with one post, or one person of the directory, twice in the list
 * @refuses MEMBER_UNKNOWN - codes that the directory does not know here
 */
const membersAreDistinct: Check = (context, event) => {
  const { members = [] } = arrangementOf(context, event);
  const unknown = factOf(event, 'unknownMembers');
  if (unknown.length > 0) return refuse('MEMBER_UNKNOWN', { cadres: unknown });
  const seen = new Set<string>();
  for (const { name, post, cadre } of members) {
    const key = cadre ?? `${name}　${post}`;
    if (seen.has(key)) return refuse('MEMBER_TWICE', { name });
    seen.add(key);
  }
  return null;
};

/** @refuses CHAIR_NOT_A_MEMBER - who presides is nobody of the list */
const chairIsMember: Check = (context, event) => {
  const { chair = context.chair, members = context.members } = arrangementOf(context, event);
  return chair >= 1 && chair <= members.length
    ? null
    : refuse('CHAIR_NOT_A_MEMBER', { chair, members: members.length });
};

/**
 * @refuses PROPOSAL_TWICE - named twice on the agenda
 * @refuses PROPOSAL_UNKNOWN - not a proposal of this unit
 * @refuses PROPOSAL_NOT_IN_DELIBERATION - it stands elsewhere
 * @refuses PROPOSAL_ON_OTHER_AGENDA - another meeting is to decide it
 */
const agendaIsFree: Check = (context, event) => {
  const { agenda = standing(context).map(({ proposal }) => proposal), unit } = arrangementOf(context, event);
  const twice = agenda.find((proposal, index) => agenda.indexOf(proposal) !== index);
  if (twice !== undefined) return refuse('PROPOSAL_TWICE', { proposal: twice });
  const known = factOf(event, 'agenda');
  for (const proposal of agenda) {
    const found = known.find((one) => one.proposal === proposal);
    if (found?.unit !== unit) return refuse('PROPOSAL_UNKNOWN', { proposal });
  }
  return agendaStands(context, event);
};

/** Every proposal of the event's facts can be decided by this meeting. @refuses as above */
const agendaStands: Check = (_context, event) => {
  for (const { proposal, inDeliberation, state, elsewhere } of factOf(event, 'agenda')) {
    if (!inDeliberation) return refuse('PROPOSAL_NOT_IN_DELIBERATION', { proposal, state });
    if (elsewhere !== null) return refuse('PROPOSAL_ON_OTHER_AGENDA', { proposal, meeting: elsewhere });
  }
  return null;
};

/** @refuses AGENDA_EMPTY - nothing is left to be decided */
const agendaIsNotEmpty: Foresight = (context) => (standing(context).length > 0 ? null : refuse('AGENDA_EMPTY'));

/** @refuses MEETING_POSTPONED_BACK - the new day is the old one, or lies in the past */
const newDayLiesAhead: Check = ({ day: from }, event) => {
  const { day } = payloadOf(event, 'POSTPONE');
  return day !== from && day >= event.today
    ? null
    : refuse('MEETING_POSTPONED_BACK', { day, from, today: event.today });
};

/**
 * @refuses ATTENDANCE_INCOMPLETE - not everybody entitled is named, once
 * @refuses CHAIR_ABSENT - who presides is not there
 */
const attendanceIsSound: Check = (context, event) => {
  const { attendance, chair = context.chair } = payloadOf(event, 'RECORD_ATTENDANCE');
  const named = attendance.map(({ member }) => member);
  const missing = context.members.filter(({ no }) => named.filter((one) => one === no).length !== 1);
  if (missing.length > 0 || named.length !== context.members.length) {
    return refuse('ATTENDANCE_INCOMPLETE', { names: missing.map(({ name }) => name) });
  }
  const presides = attendance.find(({ member }) => member === chair);
  return presides?.status === 'present' ? null : refuse('CHAIR_ABSENT', { name: nameOf(context, chair) });
};

/** While votes are recorded, a correction may not leave fewer than the quorum. @refuses QUORUM_LACKING */
const stillQuorate: Check = (context, event) => {
  const { attendance } = payloadOf(event, 'RECORD_ATTENDANCE');
  return quorumOf(event, context.members.length, attendance.filter(({ status }) => status === 'present').length);
};

/** @refuses ATTENDANCE_NOT_RECORDED - nobody has said who is there */
const attendanceIsRecorded: Foresight = ({ attendance }) =>
  Object.keys(attendance).length > 0 ? null : refuse('ATTENDANCE_NOT_RECORDED');

/**
 * @refuses QUORUM_LACKING - fewer present than the share of those entitled that the regulations ask for
 * @source handbook §1.1 (two thirds)
 */
const isQuorate: Check = (context, event) => quorumOf(event, context.members.length, presentMembers(context).length);

function quorumOf(event: WorkflowEvent, entitled: number, present: number) {
  const { num, den } = factOf(event, 'quorum').presentShare;
  const needed = ceilShare(num, den, entitled);
  return present >= needed ? null : refuse('QUORUM_LACKING', { entitled, present, needed });
}

/** @refuses MEETING_DAY_AHEAD - nobody votes before the meeting */
const meetingDayHasCome: Foresight = ({ day }, { today }) =>
  day <= today ? null : refuse('MEETING_DAY_AHEAD', { day, today });

/** @refuses MEETING_BEFORE_INSPECTION - the inspection of a proposal ended after this meeting */
const meetingFollowsInspections: Check = ({ day }, event) => {
  const late = factOf(event, 'agenda').find(({ inspectedUntil }) => inspectedUntil !== null && inspectedUntil > day);
  return late ? refuse('MEETING_BEFORE_INSPECTION', { ...late, matters: late.matters.length, day }) : null;
};

/**
 * Nobody discusses what may not be decided: a matter to be reported before is answered, the four checks are concluded, E01 to
 * E16 are met on the day of the meeting.
 *
 * @refuses PROPOSAL_NOT_READY - the first that is not, and why
 * @source handbook §1.5 V-24 (without a reply the party group must not discuss), §7 scenarios 39 and 40
 */
const agendaIsReady: Check = (_context, event) => {
  const found = factOf(event, 'agenda').find(({ barred }) => typeof barred === 'string');
  return found ? refuse('PROPOSAL_NOT_READY', { proposal: found.proposal, reason: found.barred ?? '' }) : null;
};

/** @refuses MUST_SPEAK_LAST - the chair must not speak before the members have. @source handbook §1.1 */
const chairSpokeLast: Check = (_context, event) =>
  payloadOf(event, 'END_VOTING').chairSpokeLast ? null : refuse('MUST_SPEAK_LAST');

/** @refuses NOT_ON_AGENDA - no such proposal, or it has been taken off */
const standsOnAgenda: Check = (context, event) => {
  const { proposal } = payloadOf(event, 'DROP_ITEM');
  return standing(context).some((entry) => entry.proposal === proposal) ? null : refuse('NOT_ON_AGENDA', { proposal });
};

/** @refuses DECISION_NOT_REFUSED - only what the proposal did not take is set aside */
const decisionWasRefused: Check = ({ agenda }, event) => {
  const { proposal } = payloadOf(event, 'SET_ASIDE');
  return agenda.some((entry) => entry.proposal === proposal && entry.decision?.status === 'refused')
    ? null
    : refuse('DECISION_NOT_REFUSED', { proposal });
};

/** @refuses NOTHING_REFUSED - every decision is recorded or on its way */
const someDecisionWasRefused: Foresight = ({ agenda }) =>
  agenda.some(({ decision }) => decision?.status === 'refused') ? null : refuse('NOTHING_REFUSED');

/** Every decision is recorded in its proposal, or set aside. */
const allDecisionsSettled: Check = (context) =>
  standing(context).every(({ decision }) => decision?.status === 'recorded' || decision?.status === 'setAside')
    ? null
    : refuse('OTHER_OUTCOME');

const nameOf = ({ members }: MeetingContext, no: number): string => members.find((one) => one.no === no)?.name ?? '';

/** Every guard of the chart with its explanation. */
export const CHECKS = {
  arrangementIsSound: firstRefusal(membersAreDistinct, chairIsMember, agendaIsFree),
  canBeConvened: firstRefusal(agendaIsNotEmpty, agendaStands),
  newDayLiesAhead,
  attendanceIsSound,
  attendanceIsCorrected: firstRefusal(attendanceIsSound, stillQuorate),
  recusalIsSound,
  canOpenVoting: firstRefusal(
    attendanceIsRecorded,
    meetingDayHasCome,
    agendaIsNotEmpty,
    agendaStands,
    meetingFollowsInspections,
    isQuorate,
    recusalsAreAnswered,
    agendaIsReady,
  ),
  votesAreSound,
  canEndVoting: firstRefusal(votesAreComplete, chairSpokeLast),
  standsOnAgenda,
  decisionWasRefused,
  someDecisionWasRefused,
  allDecisionsSettled,
} satisfies Record<string, Check>;

/** What of them is known beforehand; each check begins with its part. */
export const FORESIGHT = {
  canBeConvened: agendaIsNotEmpty,
  canOpenVoting: (context, sender) =>
    attendanceIsRecorded(context, sender) ?? meetingDayHasCome(context, sender) ?? agendaIsNotEmpty(context, sender),
  canEndVoting: votesAreComplete,
  someDecisionWasRefused,
} satisfies Partial<Record<keyof typeof CHECKS, Foresight>>;
