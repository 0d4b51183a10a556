import { peopleOf, type ChangeOf } from '../kernel/index.js';
import { addMonthsToDay, type OpinionEnding } from '../rules/index.js';
import type { EarlierReply, OpinionContext } from './context.js';
import { factOf, payloadOf } from './payloads.js';

type Change = ChangeOf<OpinionContext>;

const ask: Change = (_context, event) => {
  const { proposal, cadre } = payloadOf(event, 'CREATE');
  return {
    createdBy: event.actor.userId,
    proposal,
    cadre,
    proposalVersion: factOf(event, 'proposal').version,
    ...factOf(event, 'names'),
    requestedOn: event.today,
    requestedBy: peopleOf(event.actor),
  };
};

const takeUp: Change = (_context, { today }) => ({ takenUpOn: today });

/** An opinion may be relied on for so many months from the day it was given. */
const recordReply: Change = (_context, event) => {
  const { conclusion, partySecretary, disciplineSecretary, signedOn } = payloadOf(event, 'REPLY');
  const validUntil = addMonthsToDay(event.today, factOf(event, 'validMonths'));
  return {
    reply: { conclusion, partySecretary, disciplineSecretary, signedOn, repliedOn: event.today, validUntil },
    weighed: null,
  };
};

const weigh: Change = (_context, event) => ({
  weighed: { clear: payloadOf(event, 'WEIGH').clear, day: event.today },
});

/** What was replied before stays to be read; it no longer counts. */
const askAgain: Change = (context, event) => ({
  proposalVersion: factOf(event, 'proposal').version,
  ...factOf(event, 'names'),
  round: context.round + 1,
  requestedOn: event.today,
  requestedBy: peopleOf(event.actor),
  takenUpOn: null,
  reply: null,
  weighed: null,
  earlier: [...context.earlier, ...pastReply(context)],
});

const ending =
  (because: OpinionEnding): Change =>
  (_context, { today }) => ({ ended: { because, day: today } });

const leave: Change = (_context, event) => ({
  ended: { because: payloadOf(event, 'PROPOSAL_LEFT').because, day: event.today },
});

/** Every change of the context, by the name the chart uses. */
export const CHANGES = {
  ask,
  takeUp,
  recordReply,
  weigh,
  askAgain,
  note: ending('noted'),
  withdraw: ending('withdrawn'),
  leave,
} satisfies Record<string, Change>;

function pastReply({ reply, round }: OpinionContext): EarlierReply[] {
  if (reply === null) return [];
  const { conclusion, repliedOn, validUntil } = reply;
  return [{ round, conclusion, repliedOn, validUntil }];
}
