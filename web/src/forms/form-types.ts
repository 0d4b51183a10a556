export interface Person {
  code: string;
  name: string;
  unit: string | null;
}
export interface Candidate extends Person {
  birth: string;
}

export interface Difference {
  field: string;
  label: string;
  directory: string | null;
}

export type MatchedBy = 'id-number' | 'name-and-birth' | 'chosen' | null;

export interface FormImportResult {
  dryRun: boolean;
  stored: number;
  forms: {
    file: string;
    name: string;
    birth: string;
    matchedBy: MatchedBy;
    cadre: Person | null;
    candidates: Candidate[];
    differences: (Difference & { form: string })[];
    photo: boolean;
    outcome: 'stored' | 'repeated' | 'skipped' | 'refused';
  }[];
  problems: FileRemark[];
  notices: FileRemark[];
}

export interface FileRemark {
  file: string;
  label: string;
  value: string;
  code: string;
  message: string;
}

export interface RosterResult {
  dryRun: boolean;
  changed: number;
  rows: {
    sheet: string;
    row: number;
    name: string;
    matchedBy: MatchedBy;
    cadre: Person | null;
    candidates: Candidate[];
    differences: (Difference & { roster: string })[];
  }[];
  problems: RowRemark[];
  notices: RowRemark[];
}

export interface RowRemark {
  sheet: string;
  row: number;
  column: string;
  value: string;
  code: string;
  message: string;
}

/** One person of what was sent, whatever kind of file it came in. */
export interface Compared {
  key: string;
  /** Where in what was sent. */
  place: string;
  name: string;
  matchedBy: MatchedBy;
  cadre: Person | null;
  candidates: Candidate[];
  differences: (Difference & { given: string })[];
  /** What else there is to say of it. */
  note: string;
}

/** Whose it is: a code, null for "leave it out"; absent lets the match stand. */
export type Choices = Readonly<Record<string, string | null>>;

/** What only a choice can settle; everything else must be put right in the file. */
export const SETTLED_BY_CHOICE: ReadonlySet<string> = new Set(['CHOICE_NEEDED', 'CADRE_UNKNOWN', 'CHOICE_UNKNOWN']);
