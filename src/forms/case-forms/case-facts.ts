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

/** What the department wrote, as long as it stands: text, who, when. */
export interface WrittenOpinion {
  text: string;
  by: string;
  on: Day;
}

/** Places of the pre-review forms that the case itself can fill. @source handbook §3.2 */
export interface CaseOpinions {
  headcount: WrittenOpinion | null;
  youngCadre: WrittenOpinion | null;
  /** 部领导审批意见. */
  approval: WrittenOpinion | null;
  /** 审核意见落实情况. */
  followUp: string;
}

export const NO_OPINIONS: CaseOpinions = { headcount: null, youngCadre: null, approval: null, followUp: '' };

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
  opinions: CaseOpinions;
  /** Whether a birth month counts as 40岁以下 today, by the policy's words. */
  isUnderForty: (birth: Month) => boolean;
}
