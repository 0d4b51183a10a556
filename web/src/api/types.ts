import type { Finding, GateResult, ItemKind, AppointmentMode, WarningLevel } from '../../../machines/rules/index.js';

/** What the server answers, as far as the desk reads it. The OpenAPI document at /api/openapi.json is the full truth. */

export type Plural = 'proposals' | 'filings';

export interface Coded {
  code: string;
  name: string;
}

export interface Session {
  user: { id: number; username: string; displayName: string };
  roles: { role: string; unit: Coded | null }[];
  standsInFor: { user: { id: number; displayName: string }; roles: { role: string; unit: Coded | null }[] }[];
  profile: 'sample' | 'production';
  due: ('second-factor' | 'password' | 'enrolment')[];
}

export interface RefusalView {
  code: string;
  params: Record<string, unknown>;
  sentence: string;
}

export interface ActionView {
  event: string;
  label: string;
  possible: boolean;
  refusal?: RefusalView;
  onBehalfOf?: number;
  needsOpinion: boolean;
  judgedOnArrival: boolean;
}

export interface ActionWithSchema extends ActionView {
  payload: JsonSchema;
}

export interface JsonSchema {
  type?: string;
  description?: string;
  example?: unknown;
  enum?: string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minLength?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

export interface Deadline {
  name: string;
  label: string;
  startDay: string;
  dueDay: string;
  provisional: boolean;
  status: 'open' | 'closed';
  overdue: boolean;
}

export interface CommandResult {
  id: number;
  statePath: string;
  label: string;
  version: number;
  done: boolean;
}

export interface CaseSummary extends CommandResult {
  unit: Coded;
  createdBy: { id: number; name: string } | null;
  createdAt: string;
  updatedAt: string;
  fields: { title?: string; reason?: string; proposal_id?: number };
}

export interface Item {
  cadre: string;
  appointTo?: string | null;
  removeFrom?: string | null;
  kind: ItemKind;
  mode?: AppointmentMode;
  occupiesHeadcount?: boolean;
  note?: string;
}

export interface Signer {
  user: number;
  kind: 'countersign' | 'added';
  agree: boolean | null;
}

/** The parts of the two contexts that pages show. */
export interface CaseContext {
  items?: Item[];
  cleared?: Item[];
  title?: string;
  reason?: string;
  signers: Signer[];
  notice?: { startDay: string; endDay: string } | null;
  filing?: number | null;
  proposal?: number;
  dueDay?: string | null;
  filedOn?: string | null;
  decidedOn?: string | null;
  noticeEndDay?: string | null;
  documentNo?: string | null;
  reviews: Record<string, unknown>;
}

export interface StandingPromise {
  proposal: number;
  count: number;
  byDay: string;
}

export interface CaseView extends CaseSummary {
  context: CaseContext;
  deadlines: Deadline[];
  actions: ActionView[];
  gate?: GateResult | null;
  promises?: StandingPromise[];
}

export interface CaseList {
  items: CaseSummary[];
  next: number | null;
  total: number;
  totalIsCapped: boolean;
}

export interface HistoryEntry {
  version: number;
  type: string;
  label: string;
  fromLabel: string;
  toLabel: string;
  actor: { id: number | null; display: string; role: string };
  at: string;
  payload: Record<string, unknown>;
  facts: { gate?: GateResult; suggestions?: Suggestion[] } & Record<string, unknown>;
}

export interface Suggestion {
  kind: 'replace-appointee' | 'add-appointment' | 'change-post' | 'drop-item';
  items: Item[];
  verdict: GateResult['verdict'];
  sentence: string;
}

export type PreviewFinding = Pick<Finding, 'severity' | 'sentence'> & { code: string };

export interface Preview extends Omit<GateResult, 'findings'> {
  findings: PreviewFinding[];
  suggestions: Suggestion[];
}

export interface CommentView {
  id: number;
  author: string;
  body: string;
  createdAt: string;
}

export interface AttachmentView {
  id: number;
  name: string;
  size: number;
  uploadedBy: string;
  createdAt: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  limit: number;
  offset: number;
}

export interface CadreRow {
  code: string;
  name: string;
  sex: 'male' | 'female';
  birth: string;
  civilRank: string | null;
  homeUnit: Coded | null;
  posts: (Coded & { team: string; teamName: string })[];
}

export interface CadreDetail extends Omit<CadreRow, 'posts'> {
  ageYears: number;
  terms: { post: string; postName: string; team: string; teamName: string; from: string; to: string | null }[];
}

export interface UnitRow extends Coded {
  kindLabel: string;
  parent: string | null;
  level: number;
  teams: number;
}

export interface UnitDetail extends Coded {
  parents: Coded[];
  teams: Coded[];
}

export interface Headcount {
  tier: 'principal' | 'deputy';
  approved: number;
  current: number;
  vacancies: number;
  overEstablishment: number;
}

export interface Holder {
  cadre: string;
  name: string;
  birth: string;
  ageYears: number;
  modeLabel: string;
  occupiesHeadcount: boolean;
  from: string;
}

export interface PostView extends Coded {
  tier: 'principal' | 'deputy';
  tierLabel: string;
  rankLabel: string;
  holders: Holder[];
}

export interface Standing {
  task: string;
  taskName: string;
  base: number;
  baseKind: 'approved-headcount' | 'incumbents';
  due: number;
  actual: number;
  shortfall: number;
  ratio: { num: number; den: number };
  level: WarningLevel;
  severity: number;
  unmetQuarters: number;
  vacancies: { principal: number; deputy: number };
  overEstablishment: number;
  members: { cadre: string; name: string; birth: string; ageYears: number; post: string }[];
  ageingOut: { cadre: string; name: string; month: string; reason: 'age' | 'term' }[];
  fallsShortIn: string | null;
}

export interface LedgerRow extends Standing {
  team: string;
  teamName: string;
  unit: string;
  unitName: string;
}

export interface Ledger extends Page<LedgerRow> {
  asOf: string;
  totals: {
    rows: number;
    levels: { level: WarningLevel; label: string; severity: number; rows: number }[];
    tasks: {
      task: string;
      taskName: string;
      teams: number;
      met: number;
      due: number;
      actual: number;
      shortfall: number;
      sentence: string;
    }[];
  };
}

export interface TeamDetail extends Coded {
  asOf: string;
  levelLabel: string;
  unit: string;
  unitName: string;
  headcount: Headcount[];
  posts: PostView[];
  tasks: Standing[];
}

export interface Task extends Coded {
  sentence: string;
}

export interface Headline {
  asOf: string;
  tasks: string[];
  shareToReach: { num: number; den: number };
  areasReached: number;
  items: {
    area: string;
    areaName: string;
    teams: number;
    met: number;
    share: { num: number; den: number };
    reached: boolean;
  }[];
}

export interface ImportProblem {
  sheet: string;
  row: number;
  column: string;
  value: string;
  code: string;
  message: string;
}

export interface ImportResult {
  dryRun: boolean;
  accepted: Record<string, number>;
  changed: Record<string, { inserted: number; updated: number }>;
  problems: ImportProblem[];
  problemsTotal: number;
  notices: ImportProblem[];
  noticesTotal: number;
}

export interface Colleague {
  id: number;
  displayName: string;
  roles: { role: string; unit: Coded | null }[];
}
