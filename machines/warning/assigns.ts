import { peopleOf, type ChangeOf, type WorkflowEvent } from '../kernel/index.js';
import type { Movement, Predecessor, Reminder, WarningContext } from './context.js';
import { factOf, payloadOf } from './payloads.js';
import { changeBetween, resolutionSentence, type Standing } from './standing.js';

type Change = ChangeOf<WarningContext>;

const open: Change = (_context, event) => {
  const { standing, ...what } = payloadOf(event, 'CREATE');
  return {
    ...what,
    createdBy: event.actor.userId,
    openedOn: event.today,
    standing,
    movements: [{ day: event.today, change: 'opened', standing }],
  };
};

const judge: Change = (context, event) => {
  const standing = standingOf(event);
  const change = context.standing === null ? 'unchanged' : changeBetween(context.standing, standing);
  return { ...joining(context, event), standing, movements: moved(context, event, change, standing) };
};

const resolve: Change = (context, event) => {
  const standing = standingOf(event);
  const kind = standing.basis.kind;
  const arrivals = event.type === 'REASSESS' ? factOf(event, 'arrivals') : [];
  return {
    ...joining(context, event),
    standing,
    movements: moved(context, event, 'resolved', standing),
    resolution: { kind, day: event.today, sentence: resolutionSentence(standing, arrivals), heir: null },
  };
};

const end: Change = (_context, event) => {
  const { day, heir } = payloadOf(event, 'TEAM_GONE');
  const sentence = heir === null ? '该班子或该项任务已不存在，终止预警。' : '该单位已撤并，预警由承接单位的班子接续。';
  return { resolution: { kind: 'gone', day, sentence, heir } };
};

const issueFirst: Change = (_context, event) => {
  const { documentNo, day } = payloadOf(event, 'FIRST_ISSUED');
  return { first: issued(documentNo, day) };
};

const receiveFirst: Change = ({ first }, event) => {
  const { day, by } = payloadOf(event, 'FIRST_RECEIVED');
  return { first: first && { ...first, receivedOn: day, receivedBy: by === null ? [] : [by] } };
};

const draftFirst: Change = (_context, event) => ({ draftedBy: peopleOf(event.actor) });

const issueFirstLetter: Change = (_context, event) => ({
  first: { ...issued(factOf(event, 'documentNo'), event.today), ownLetter: true },
});

const receiveFirstLetter: Change = ({ first }, { today, actor }) => ({
  first: first && { ...first, receivedOn: today, receivedBy: peopleOf(actor) },
});

const draftSecond: Change = (_context, event) => ({
  secondReason: payloadOf(event, 'DRAFT_SECOND').because,
  draftedBy: peopleOf(event.actor),
});

const issueSecond: Change = (_context, event) => ({ second: issued(factOf(event, 'documentNo'), event.today) });

const receiveSecond: Change = ({ second }, { today, actor }) => ({
  second: second && { ...second, receivedOn: today, receivedBy: peopleOf(actor) },
});

const takeNote: Change = ({ second }, { today }) => ({
  second: second && { ...second, notedOn: second.notedOn ?? today },
});

const submitPlan: Change = (_context, event) => {
  const { adds, byDay } = payloadOf(event, 'SUBMIT_PLAN');
  return {
    plan: { status: 'submitted', adds, byDay, submittedOn: event.today },
    plannedBy: peopleOf(event.actor),
  };
};

const acceptPlan: Change = ({ plan }) => ({ plan: plan && { ...plan, status: 'accepted' } });
const returnPlan: Change = ({ plan }) => ({ plan: plan && { ...plan, status: 'returned' } });
const breakPlan: Change = ({ plan }) => ({ plan: plan && { ...plan, status: 'broken' } });

/** Every change of the context, by the name the chart uses. */
export const CHANGES = {
  open,
  judge,
  resolve,
  end,
  issueFirst,
  receiveFirst,
  draftFirst,
  issueFirstLetter,
  receiveFirstLetter,
  draftSecond,
  issueSecond,
  receiveSecond,
  takeNote,
  submitPlan,
  acceptPlan,
  returnPlan,
  breakPlan,
} satisfies Record<string, Change>;

/** What the event says of the team: the round in its payload, the directory in its facts. */
export function standingOf(event: WorkflowEvent): Standing {
  return event.type === 'REASSESS' ? factOf(event, 'standing') : payloadOf(event, 'ROUND_JUDGED').standing;
}

function issued(documentNo: string | null, day: string): Reminder {
  return { documentNo, issuedOn: day, receivedOn: null, receivedBy: [], notedOn: null };
}

/** A standing that changes nothing is no movement. */
function moved(
  context: WarningContext,
  event: WorkflowEvent,
  change: Movement['change'],
  standing: Standing,
): Movement[] {
  if (change === 'unchanged') return context.movements;
  return [...context.movements, { day: event.today, change, standing }];
}

function joining({ predecessors }: WarningContext, event: WorkflowEvent): { predecessors?: Predecessor[] } {
  if (event.type !== 'ROUND_JUDGED') return {};
  const known = new Set(predecessors.map(({ warning }) => warning));
  const added = payloadOf(event, 'ROUND_JUDGED').predecessors.filter(({ warning }) => !known.has(warning));
  return { predecessors: [...predecessors, ...added] };
}
