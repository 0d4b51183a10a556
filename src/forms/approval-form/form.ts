import type { Day, Month, Sex } from '../../../machines/rules/index.js';
import type { ResumeLine } from './resume.js';
import type { XmlDocument } from './xml-tree.js';

/** One way of education. Texts as the form has them. */
export interface Education {
  diploma: string;
  degree: string;
  diplomaSchool: string;
  degreeSchool: string;
}

export interface FamilyMember {
  relation: string;
  name: string;
  /** Null: not given, or not to be understood; then `birthText` has what stands there. */
  birthMonth: Month | null;
  birthText: string;
  politicalStatus: string;
  post: string;
  /** The text of the post says so. @source handbook §3.1 */
  deceased: boolean;
}

/** What an approval form 干部任免审批表 says, months at month precision. */
export interface ApprovalForm {
  name: string;
  sex: Sex;
  birthMonth: Month;
  ethnicity: string;
  nativePlace: string;
  birthPlace: string;
  cpcJoinMonth: Month | null;
  democraticParty: string | null;
  partyText: string;
  politicalStatus: string;
  workStartMonth: Month | null;
  health: string;
  technicalPost: string;
  speciality: string;
  fullTime: Education;
  inService: Education;
  currentPost: string;
  proposedAppointment: string;
  proposedRemoval: string;
  resume: ResumeLine[];
  resumeText: string;
  rewards: string;
  assessments: string;
  reasons: string;
  /** Rows that say something. */
  family: FamilyMember[];
  reportingUnit: string;
  /** The form's own day of reference: shown, never used for our gates. @source handbook §3.1 */
  ageDay: Day | null;
  filledOn: Day | null;
  filledBy: string;
  /** Eighteen characters, or null. */
  idNumber: string | null;
  /** Month of birth on the ID card. */
  idBirthMonth: Month | null;
  version: string;
}

/** A form with the file it came from, photo apart. */
export interface ReadForm {
  form: ApprovalForm;
  document: XmlDocument;
  photo: Buffer | null;
}
