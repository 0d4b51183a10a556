import type { MeetingBody } from '../../../../machines/rules/index.js';

export interface PlannedMember {
  name: string;
  post: string;
  cadre: string | null;
}

/** What is settled before a meeting is convened. */
export interface Arrangement {
  body: MeetingBody;
  day: string;
  place: string;
  /** The place of who presides in the list of members, from 1. */
  chair: number;
  members: PlannedMember[];
  agenda: number[];
}

export const emptyMember: PlannedMember = { name: '', post: '', cadre: null };

export const isComplete = ({ day, place, members, agenda, chair }: Arrangement): boolean =>
  day !== '' &&
  place.trim() !== '' &&
  agenda.length > 0 &&
  members.length > 0 &&
  chair <= members.length &&
  members.every(({ name, post }) => name.trim() !== '' && post.trim() !== '');
