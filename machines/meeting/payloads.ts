import { eventReader } from '../kernel/index.js';
import type { AttendanceStatus, Day, DeliberationOutcome, MeetingBody, Vote } from '../rules/index.js';
import type { Matter } from './context.js';

type Opinion = { opinion?: string };
type MandatoryOpinion = { opinion: string };

export type MemberPayload = { name: string; post: string; cadre?: string | null };

/** What is settled before the meeting is convened. Chair: the place in the list of members, from 1. */
export type Arrangement = {
  body: MeetingBody;
  day: Day;
  place: string;
  chair: number;
  members: MemberPayload[];
  agenda: number[];
};

export type VotePayload = { proposal: number; item: number; member: number; vote: Vote | null };

/** What each event asks for. Shapes and ranges of single fields are checked before the machine is asked. */
export type MeetingPayloads = {
  CREATE: Arrangement & { unit: string };
  EDIT: Partial<Arrangement>;
  CONVENE: Opinion;
  POSTPONE: MandatoryOpinion & { day: Day };
  CANCEL: MandatoryOpinion;
  /** Somebody takes an item off the agenda. */
  DROP_ITEM: MandatoryOpinion & { proposal: number };
  /** The proposal has gone elsewhere. */
  PROPOSAL_LEFT: { proposal: number; reason: string };
  /** Everybody entitled, at once; chair only where somebody else presides. */
  RECORD_ATTENDANCE: {
    attendance: { member: number; status: AttendanceStatus; reason?: string }[];
    chair?: number;
  };
  /** An item left out means every item of the proposal. */
  RECORD_RECUSAL: { proposal: number; item?: number; member: number; recuses: boolean; reason: string };
  OPEN_VOTING: Opinion;
  /** Any part of the grid; what is not named stays. A vote of null takes one back. */
  RECORD_VOTES: Opinion & { votes: VotePayload[] };
  END_VOTING: Opinion & { chairSpokeLast: boolean };
  REOPEN_VOTING: MandatoryOpinion;
  DRAFT_MINUTES: { documentNo?: string | null; recorder: string; attending?: string; discussion?: string };
  RETURN_MINUTES: MandatoryOpinion;
  SIGN_MINUTES: Opinion;
  CLOSE: Opinion;
  DECISION_RECORDED: { proposal: number; outcome: DeliberationOutcome };
  DECISION_REFUSED: { proposal: number; reason: string };
  RETRY_DECISIONS: Opinion;
  /** The proposal's decision is recorded, or not, by other means. */
  SET_ASIDE: MandatoryOpinion & { proposal: number };
};
export type MeetingEventType = keyof MeetingPayloads;

/** A proposal as it stands at the moment of an event. */
export type AgendaFact = {
  proposal: number;
  title: string;
  /** Code of its unit. */
  unit: string;
  inDeliberation: boolean;
  /** Where it stands, as people call it. */
  state: string;
  /** Another open meeting that has it on its agenda. */
  elsewhere: number | null;
  /** Last day of the inspection; the meeting comes after it. */
  inspectedUntil: Day | null;
  /** Why its party group may not decide it now: a sentence. Absent: nobody asked, which is so in events from before it was. */
  barred?: string | null;
  matters: Matter[];
};

/** A member and an item that touch: the same person, or kin by the family rows of the dossier. */
export type Concern = {
  proposal: number;
  item: number;
  member: number;
  /** `self` is known by code; a name alone may be somebody else's. */
  because: 'self' | 'sameName' | 'relative';
  /** 称谓, where a family row says so. */
  relation: string | null;
};

type Share = { num: number; den: number };

export type MeetingFacts = {
  agenda: AgendaFact[];
  concerns: Concern[];
  /** Codes of members that the directory does not know within the unit's reach. */
  unknownMembers: string[];
  quorum: { presentShare: Share; passShareOfEntitled: Share };
};
export type MeetingFact = keyof MeetingFacts;

/** What the loader must bring for each event; an event without a row needs nothing from the ledger. */
export const MEETING_FACTS: Partial<Record<MeetingEventType, readonly MeetingFact[]>> = {
  CREATE: ['agenda', 'unknownMembers'],
  EDIT: ['agenda', 'unknownMembers'],
  CONVENE: ['agenda'],
  OPEN_VOTING: ['agenda', 'concerns', 'quorum'],
  RECORD_ATTENDANCE: ['quorum'],
  RECORD_RECUSAL: ['concerns'],
};

export const { factOf, payloadOf } = eventReader<MeetingPayloads, MeetingFacts>();
