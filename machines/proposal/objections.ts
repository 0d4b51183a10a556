import { firstRefusal, refuse, type ChangeOf, type CheckOf } from '../kernel/index.js';
import type { Objection, ProposalContext } from './context.js';
import { payloadOf } from './facts.js';

type Check = CheckOf<ProposalContext>;
type Change = ChangeOf<ProposalContext>;

const open = ({ objections = [] }: ProposalContext): Objection[] =>
  objections.filter(({ conclusion }) => conclusion === null);

/**
 * @refuses DAY_IN_FUTURE - an objection of a day to come
 * @refuses OBJECTION_BEFORE_NOTICE - it came before anybody could read the notice
 * @refuses OBJECTION_OF_NOBODY - about somebody whom this batch does not appoint
 */
export const objectionIsSound: Check = ({ items, notice }, event) => {
  const { day, cadre } = payloadOf(event, 'RECORD_OBJECTION');
  if (day !== undefined && day > event.today) return refuse('DAY_IN_FUTURE', { day, today: event.today });
  if (day !== undefined && notice && day < notice.startDay) {
    return refuse('OBJECTION_BEFORE_NOTICE', { day, startDay: notice.startDay });
  }
  const isNamed = cadre === undefined || items.some((item) => item.cadre === cadre);
  return isNamed ? null : refuse('OBJECTION_OF_NOBODY', { cadre });
};

/**
 * Of several open objections the one concluded is named; with one open it need not be.
 *
 * @refuses OBJECTION_NOT_NAMED - several are open
 * @refuses OBJECTION_NOT_OPEN - no such objection, or it has its conclusion
 * @refuses DAY_IN_FUTURE - verified on a day to come
 */
const conclusionIsSound: Check = (context, event) => {
  const { objection, verifiedOn } = payloadOf(event, 'RESOLVE_OBJECTION');
  const waiting = open(context).map(({ no }) => no);
  if (objection === undefined && waiting.length > 1) return refuse('OBJECTION_NOT_NAMED', { open: waiting });
  if (objection !== undefined && !waiting.includes(objection)) {
    return refuse('OBJECTION_NOT_OPEN', { objection, open: waiting });
  }
  return verifiedOn !== undefined && verifiedOn > event.today
    ? refuse('DAY_IN_FUTURE', { day: verifiedOn, today: event.today })
    : null;
};

const otherwise = refuse('OTHER_OUTCOME');

const isFounded: Check = (_context, event) => (payloadOf(event, 'RESOLVE_OBJECTION').founded ? null : otherwise);

/** Others still wait for their conclusion. */
const othersAreOpen: Check = (context, event) => (concludes(context, event, 1) ? null : otherwise);

function concludes(context: ProposalContext, event: Parameters<Check>[1], left: number): boolean {
  const { objection } = payloadOf(event, 'RESOLVE_OBJECTION');
  const waiting = open(context);
  return waiting.filter(({ no }) => no !== (objection ?? waiting[0]?.no)).length >= left;
}

export const foundedObjection = firstRefusal(conclusionIsSound, isFounded);
export const oneOfSeveralObjections = firstRefusal(conclusionIsSound, othersAreOpen);
export const lastObjection = conclusionIsSound;

/** What was said is kept with the case; an event from before there were contents is only on record. */
const recordObjection: Change = ({ objections = [] }, event) => {
  const { channel, day, content, cadre, named } = payloadOf(event, 'RECORD_OBJECTION');
  if (content === undefined) return {};
  const objection: Objection = {
    no: objections.length + 1,
    channel: channel ?? 'otherWay',
    day: day ?? event.today,
    content,
    cadre: cadre ?? null,
    named: named ?? null,
    conclusion: null,
  };
  return { objections: [...objections, objection] };
};

const concludeObjection: Change = (context, event) => {
  const { objection, founded, verifier, verifiedOn, opinion } = payloadOf(event, 'RESOLVE_OBJECTION');
  const { objections = [] } = context;
  const no = objection ?? open(context)[0]?.no;
  if (no === undefined) return {};
  const conclusion = { founded, verifier: verifier ?? '', day: verifiedOn ?? event.today, text: opinion };
  return { objections: objections.map((one) => (one.no === no ? { ...one, conclusion } : one)) };
};

export const OBJECTION_CHANGES = { recordObjection, concludeObjection } satisfies Record<string, Change>;
