import { peopleOf, type ChangeOf } from '../kernel/index.js';
import { isPresent, isRecused, presentMembers, standing } from './agenda.js';
import { type AgendaEntry, type Decision, type MeetingContext, type Member } from './context.js';
import { factOf, payloadOf, type AgendaFact, type MemberPayload } from './payloads.js';
import { changedVotes, withoutVotes, withVotes } from './vote-changes.js';

type Change = ChangeOf<MeetingContext>;

const arrange: Change = (_context, event) => {
  const { unit, body, day, place, chair, members } = payloadOf(event, 'CREATE');
  return {
    createdBy: event.actor.userId,
    unit,
    body,
    day,
    place,
    chair,
    members: numbered(members),
    agenda: factOf(event, 'agenda').map(entryOf),
  };
};

const rearrange: Change = (context, event) => {
  const { body, day, place, chair, members, agenda } = payloadOf(event, 'EDIT');
  return {
    body: body ?? context.body,
    day: day ?? context.day,
    place: place ?? context.place,
    chair: chair ?? context.chair,
    members: members ? numbered(members) : context.members,
    agenda: agenda ? factOf(event, 'agenda').map(entryOf) : context.agenda,
  };
};

/** The agenda goes out as the proposals read on that day. */
const fixAgenda: Change = ({ agenda }, event) => ({
  agenda: agenda.map((entry) => {
    const now = factOf(event, 'agenda').find(({ proposal }) => proposal === entry.proposal);
    return now && entry.dropped === null ? { ...entry, title: now.title, matters: now.matters } : entry;
  }),
});

/** A new day: who comes and who recuses is asked again. */
const postpone: Change = ({ day: from, postponements }, event) => {
  const { day: to, opinion } = payloadOf(event, 'POSTPONE');
  return {
    day: to,
    postponements: [...postponements, { from, to, reason: opinion, on: event.today }],
    attendance: {},
    recusals: [],
  };
};

const drop =
  (type: 'DROP_ITEM' | 'PROPOSAL_LEFT'): Change =>
  ({ agenda }, event) => {
    const { proposal } = payloadOf(event, type);
    const reason =
      type === 'DROP_ITEM' ? payloadOf(event, 'DROP_ITEM').opinion : payloadOf(event, 'PROPOSAL_LEFT').reason;
    return {
      agenda: agenda.map((entry) =>
        entry.proposal === proposal ? { ...entry, dropped: { reason, on: event.today } } : entry,
      ),
    };
  };

/** Votes of somebody who was not there after all are taken back, and remembered. */
const recordAttendance: Change = (context, event) => {
  const { attendance, chair } = payloadOf(event, 'RECORD_ATTENDANCE');
  const after = {
    ...context,
    chair: chair ?? context.chair,
    attendance: Object.fromEntries(
      attendance.map(({ member, status, reason }) => [member, { status, reason: reason ?? '' }]),
    ),
  };
  const taken = withoutVotes(after, ({ member }) => !isPresent(after, member), '更正到会情况', event);
  return { chair: after.chair, attendance: after.attendance, ...taken };
};

const recordRecusal: Change = (context, event) => {
  const { proposal, item, member, recuses, reason } = payloadOf(event, 'RECORD_RECUSAL');
  const items = itemsOf(context, proposal, item);
  const others = context.recusals.filter(
    (given) => given.proposal !== proposal || given.member !== member || !items.includes(given.item),
  );
  const recusals = [...others, ...items.map((one) => ({ proposal, item: one, member, recuses, reason }))];
  const after = { ...context, recusals };
  return { recusals, ...withoutVotes(after, (vote) => isRecused(after, vote, vote.member), reason, event) };
};

const recordVotes: Change = (context, event) => {
  const { votes, opinion } = payloadOf(event, 'RECORD_VOTES');
  const corrections = changedVotes(context, votes).map(({ proposal, item, member, from, to }) => ({
    proposal,
    item,
    member,
    from,
    to,
    reason: opinion?.trim() ?? '',
    by: event.actor.userId,
    on: event.today,
  }));
  return { votes: withVotes(context.votes, votes), corrections: [...context.corrections, ...corrections] };
};

const count: Change = (context) => ({
  tally: { entitled: context.members.length, present: presentMembers(context).length },
});

/** What was counted, written and signed is open again; the votes stay until somebody corrects them. */
const uncount: Change = () => ({ tally: null, minutes: null, drafters: [] });

const draftMinutes: Change = ({ drafters }, event) => {
  const { documentNo, recorder, attending, discussion } = payloadOf(event, 'DRAFT_MINUTES');
  return {
    minutes: {
      documentNo: documentNo ?? null,
      recorder,
      attending: attending ?? '',
      discussion: discussion ?? '',
      drafted: event.today,
      signedOn: null,
    },
    drafters: [...new Set([...drafters, ...peopleOf(event.actor)])],
  };
};

const signMinutes: Change = ({ minutes }, { today }) => ({ minutes: minutes && { ...minutes, signedOn: today } });

const awaitDecisions: Change = (context) => ({
  agenda: context.agenda.map((entry) =>
    entry.dropped === null ? { ...entry, decision: { status: 'pending', outcome: null, reason: null } } : entry,
  ),
});

const recordDecision: Change = (context, event) => {
  const { proposal, outcome } = payloadOf(event, 'DECISION_RECORDED');
  return decided(context, proposal, { status: 'recorded', outcome, reason: null });
};
const refuseDecision: Change = (context, event) => {
  const { proposal, reason } = payloadOf(event, 'DECISION_REFUSED');
  return decided(context, proposal, { status: 'refused', outcome: null, reason });
};
const setAside: Change = (context, event) => {
  const { proposal, opinion } = payloadOf(event, 'SET_ASIDE');
  return decided(context, proposal, { status: 'setAside', outcome: null, reason: opinion });
};

const retryDecisions: Change = ({ agenda }) => ({
  agenda: agenda.map((entry) =>
    entry.decision?.status === 'refused'
      ? { ...entry, decision: { status: 'pending', outcome: null, reason: null } }
      : entry,
  ),
});

const callOff: Change = () => ({ cancelled: true });

/** Every change of the context, by the name the chart uses. */
export const CHANGES = {
  arrange,
  rearrange,
  fixAgenda,
  postpone,
  dropItem: drop('DROP_ITEM'),
  dropLeft: drop('PROPOSAL_LEFT'),
  recordAttendance,
  recordRecusal,
  recordVotes,
  count,
  uncount,
  draftMinutes,
  signMinutes,
  awaitDecisions,
  recordDecision,
  refuseDecision,
  setAside,
  retryDecisions,
  callOff,
} satisfies Record<string, Change>;

const numbered = (members: readonly MemberPayload[]): Member[] =>
  members.map(({ name, post, cadre }, index) => ({ no: index + 1, name, post, cadre: cadre ?? null }));

const entryOf = ({ proposal, title, matters }: AgendaFact): AgendaEntry => ({
  proposal,
  title,
  matters,
  dropped: null,
  decision: null,
});

function itemsOf(context: MeetingContext, proposal: number, item: number | undefined): number[] {
  if (item !== undefined) return [item];
  const entry = standing(context).find((one) => one.proposal === proposal);
  return entry?.matters.map((matter) => matter.item) ?? [];
}

function decided({ agenda }: MeetingContext, proposal: number, decision: Decision): Partial<MeetingContext> {
  return { agenda: agenda.map((entry) => (entry.proposal === proposal ? { ...entry, decision } : entry)) };
}
