import type { AttendanceStatus, Day, DeliberationOutcome, MeetingBody, Vote } from '../rules/index.js';

/** Somebody entitled to attend and vote. */
export type Member = {
  /** From 1, in the order of the list; what everything else of the meeting calls him by. */
  no: number;
  name: string;
  post: string;
  /** Code in the directory, where he was taken from a team. */
  cadre: string | null;
};

/** One person and one change of post, as the agenda names it. */
export type Matter = {
  /** From 1, in the order of the proposal's items. */
  item: number;
  cadre: string;
  name: string;
  /** 任…，免… */
  change: string;
};

/** What became of the decision in the proposal. */
export type Decision = {
  status: 'pending' | 'recorded' | 'refused' | 'setAside';
  outcome: DeliberationOutcome | null;
  /** Why the proposal did not take it, or why it was set aside: a sentence. */
  reason: string | null;
};

export type AgendaEntry = {
  proposal: number;
  title: string;
  matters: Matter[];
  /** Taken off the agenda; null while it stands on it. */
  dropped: { reason: string; on: Day } | null;
  decision: Decision | null;
};

/** 回避: a member takes no part in an item; `recuses` false records why nothing had to be done. */
export type Recusal = { proposal: number; item: number; member: number; recuses: boolean; reason: string };

/** A vote that was changed after it had been recorded. */
export type Correction = {
  proposal: number;
  item: number;
  member: number;
  from: Vote;
  to: Vote | null;
  reason: string;
  by: number | null;
  on: Day;
};

export type Postponement = { from: Day; to: Day; reason: string; on: Day };

/** 会议纪要 beyond what follows from the agenda and the votes. */
export type Minutes = {
  documentNo: string | null;
  recorder: string;
  /** 列席. */
  attending: string;
  /** What was said, in the minutes' own words. */
  discussion: string;
  drafted: Day;
  signedOn: Day | null;
};

/** A meeting as stored. */
export type MeetingContext = {
  createdBy: number | null;
  unit: string;
  body: MeetingBody;
  day: Day;
  place: string;
  /** Number of the member who presides. */
  chair: number;
  members: Member[];
  agenda: AgendaEntry[];
  postponements: Postponement[];
  /** By member's number. */
  attendance: { [member: string]: { status: AttendanceStatus; reason: string } };
  recusals: Recusal[];
  /** By `proposal.item`, then by member's number. */
  votes: { [matter: string]: { [member: string]: Vote } };
  corrections: Correction[];
  /** Shares and numbers that the count went by. */
  tally: { entitled: number; present: number } | null;
  minutes: Minutes | null;
  /** Those who wrote the minutes: they do not sign them. */
  drafters: number[];
  cancelled: boolean;
};

/** The context of a meeting that does not exist yet. */
export function emptyContext(): MeetingContext {
  return {
    createdBy: null,
    unit: '',
    body: 'partyGroup',
    day: '',
    place: '',
    chair: 0,
    members: [],
    agenda: [],
    postponements: [],
    attendance: {},
    recusals: [],
    votes: {},
    corrections: [],
    tally: null,
    minutes: null,
    drafters: [],
    cancelled: false,
  };
}

export const matterKey = ({ proposal, item }: { proposal: number; item: number }): string => `${proposal}.${item}`;
