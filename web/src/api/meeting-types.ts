import type {
  AttendanceStatus,
  DeliberationOutcome,
  MeetingBody,
  Rational,
  Vote,
} from '../../../machines/rules/index.js';

/** What a meeting's case holds, as far as its page shows it. */

export interface MeetingMember {
  no: number;
  name: string;
  post: string;
  cadre: string | null;
}

export interface MeetingMatter {
  item: number;
  cadre: string;
  name: string;
  change: string;
}

export interface MeetingEntry {
  proposal: number;
  title: string;
  matters: MeetingMatter[];
  dropped: { reason: string; on: string } | null;
  decision: {
    status: 'pending' | 'recorded' | 'refused' | 'setAside';
    outcome: DeliberationOutcome | null;
    reason: string | null;
  } | null;
}

export interface MeetingContext {
  body: MeetingBody;
  day: string;
  place: string;
  chair: number;
  members: MeetingMember[];
  agenda: MeetingEntry[];
  attendance: Record<string, { status: AttendanceStatus; reason: string }>;
  recusals: { proposal: number; item: number; member: number; recuses: boolean; reason: string }[];
  /** By `proposal.item`, then by member. */
  votes: Record<string, Record<string, Vote>>;
  corrections: {
    proposal: number;
    item: number;
    member: number;
    from: Vote;
    to: Vote | null;
    reason: string;
    on: string;
  }[];
  postponements: { from: string; to: string; reason: string }[];
}

export interface MeetingQuorum {
  presentShare: Rational;
  passShareOfEntitled: Rational;
  needed: number;
}

export interface Arrangeable {
  proposals: { proposal: number; title: string; matters: MeetingMatter[] }[];
  members: { cadre: string; name: string; post: string; team: string }[];
}

export interface MeetingOfProposal {
  meeting: number;
  day: string;
  body: string;
  label: string;
  open: boolean;
  dropped: string | null;
  decision: string | null;
  outcome: DeliberationOutcome | null;
}
