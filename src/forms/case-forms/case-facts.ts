import type {
  AppointmentMode,
  Day,
  GateResult,
  ItemKind,
  Month,
  ReceivingOffice,
} from '../../../machines/rules/index.js';
import type { MemberOfDocument, NamedPerson, NamedPost, TeamOfDocument } from '../../directory/index.js';

/** One person, one change of post, with everything a form says about it. */
export interface CaseLine {
  person: NamedPerson;
  appointTo: NamedPost | null;
  removeFrom: NamedPost | null;
  kind: ItemKind;
  mode: AppointmentMode;
  note: string;
  /** From the person's approval form, where one was imported, else from the dossier. */
  nativePlace: string;
  fullTimeEducation: string;
  fullTimeDegree: string;
  inServiceDegree: string;
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
  /** 填报时间: the day of submission, today before it; who sat where is said as of it. */
  reportedOn: Day;
  /** 现任职务 are those held on this day: today, and once something was decided the day before, so that no form says the new post twice. */
  asOf: Day;
  /** Name of the organization department, to which is reported. */
  department: string;
  /** Who receives what is said about a notice. */
  receiving: ReceivingOffice;
  lines: CaseLine[];
  members: MemberOfDocument[];
  teams: TeamOfDocument[];
  gate: GateResult | null;
  opinions: CaseOpinions;
  /** Whether a birth month counts as 40岁以下 on the day of the report, by the policy's words. */
  isUnderForty: (birth: Month) => boolean;
}
