import type { ApprovalForm } from '../approval-form/index.js';

/** As the directory has a person, as far as a form says the same things. */
export interface DirectoryFields {
  birth: string | null;
  ethnicity: string | null;
  politicalStatus: string | null;
  workStart: string | null;
  partyJoin: string | null;
  fullTimeEducation: string | null;
  inServiceEducation: string | null;
}
export type FieldName = keyof DirectoryFields;

interface FieldRule {
  label: string;
  column: string;
  of: (form: ApprovalForm) => string | null;
}

const given = (text: string): string | null => (text === '' ? null : text);

/** Where each field of the directory stands in a form. Name, sex and ID number are never taken over from a form. */
export const FIELD_RULES: Readonly<Record<FieldName, FieldRule>> = {
  birth: { label: '出生年月', column: 'birth_month', of: (form) => form.birthMonth },
  ethnicity: { label: '民族', column: 'ethnicity', of: (form) => given(form.ethnicity) },
  politicalStatus: { label: '政治面貌', column: 'political_status', of: politicalStatusOf },
  workStart: { label: '参加工作时间', column: 'work_start_month', of: (form) => form.workStartMonth },
  partyJoin: { label: '入党时间', column: 'party_join_month', of: (form) => form.cpcJoinMonth },
  fullTimeEducation: { label: '全日制学历', column: 'full_time_education', of: (form) => given(form.fullTime.diploma) },
  inServiceEducation: {
    label: '在职学历',
    column: 'in_service_education',
    of: (form) => given(form.inService.diploma),
  },
};
export const FIELD_NAMES = Object.keys(FIELD_RULES) as [FieldName, ...FieldName[]];

function politicalStatusOf({ politicalStatus, cpcJoinMonth, democraticParty }: ApprovalForm): string | null {
  if (politicalStatus !== '') return politicalStatus;
  return cpcJoinMonth === null ? democraticParty : '中共党员';
}

export interface FieldDifference {
  field: FieldName;
  label: string;
  directory: string | null;
  form: string;
}

/** Where the form says something else than the directory. */
export function differencesOf(form: ApprovalForm, directory: DirectoryFields): FieldDifference[] {
  return FIELD_NAMES.flatMap((field) => {
    const { label, of } = FIELD_RULES[field];
    const value = of(form);
    return value === null || value === directory[field]
      ? []
      : [{ field, label, directory: directory[field], form: value }];
  });
}
