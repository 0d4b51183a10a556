import type { AppointmentMode, Finding, GateResult, ItemKind } from '../../../machines/rules/index.js';
import type { Coded } from './directory-types.js';

export type * from './case-types.js';
export type * from './directory-types.js';

/** What the server answers, as far as the desk reads it. The OpenAPI document at /api/openapi.json is the full truth. */

export type { Plural } from './plurals.js';

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
  /** Open all along, and no step forward. */
  aside: boolean;
  sendsBack: boolean;
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
  state: unknown;
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
  title: string;
  flags: string[];
  fields: Record<string, unknown>;
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
  signers?: Signer[];
  notice?: { startDay: string; endDay: string } | null;
  filing?: number | null;
  proposal?: number;
  dueDay?: string | null;
  filedOn?: string | null;
  decidedOn?: string | null;
  noticeEndDay?: string | null;
  documentNo?: string | null;
  quarter?: string;
  round?: number;
  revision?: number;
  reviews?: Record<string, unknown>;
}

export interface StandingPromise {
  proposal: number;
  count: number;
  byDay: string;
}

export interface CaseView extends CaseSummary {
  context: CaseContext;
  /** Revision of the chart that this case follows. */
  machineRevision: number;
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
  from: string;
  to: string;
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

export interface WorkflowState {
  path: string;
  label: string;
  kind: 'start' | 'step' | 'passing' | 'group' | 'parallel' | 'region' | 'end';
  parent: string | null;
  initial: string | null;
  deadlines: string[];
}

export interface WorkflowTransition {
  from: string;
  to: string;
  /** '' where the case goes on by itself. */
  event: string;
  label: string;
  roles: string[];
}

/** A workflow as it can be drawn, from the chart in production. */
export interface WorkflowView {
  name: string;
  plural: string;
  label: string;
  revision: number;
  earlier: number[];
  states: WorkflowState[];
  transitions: WorkflowTransition[];
}

/** What would come of the deadlines if nobody acted. */
export interface Rehearsal {
  from: string;
  until: string;
  items: {
    deadline: string;
    label: string;
    dueDay: string;
    rung: string;
    kind: 'reminder' | 'escalation';
    roles: string[];
    day: string;
    workingDaysLeft: number;
    provisional: boolean;
  }[];
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

/** Whom a case was sent to for their knowledge. */
export interface CopyView {
  user: { id: number; name: string };
  sentBy: { id: number; name: string };
  sentAt: string;
}
