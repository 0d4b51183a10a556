import type { AppointmentMode, Day, GateResult, ItemKind, Month } from '../../../machines/rules/index.js';
import type { MemberOfDocument, NamedPerson, NamedPost, TeamOfDocument } from '../../directory/index.js';

/** One person, one change of post, with everything a form says about it. */
export interface CaseLine {
  person: NamedPerson;
  appointTo: NamedPost | null;
  removeFrom: NamedPost | null;
  kind: ItemKind;
  mode: AppointmentMode;
  note: string;
  /** From the person's approval form, where one was imported. */
  nativePlace: string;
  fullTimeEducation: string;
}

/** What the forms of a case are made of. */
export interface CaseFacts {
  title: string;
  reason: string;
  unit: { code: string; name: string };
  today: Day;
  lines: CaseLine[];
  members: MemberOfDocument[];
  teams: TeamOfDocument[];
  gate: GateResult | null;
  /** Whether a birth month counts as 40岁以下 today, by the policy's words. */
  isUnderForty: (birth: Month) => boolean;
}
