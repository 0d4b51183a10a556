import type { AppointmentMode, Finding, GateResult, ItemKind } from '../../../machines/rules/index.js';
import type { Answers, Schemas } from './schema.js';

export type * from './case-types.js';
export type * from './directory-types.js';

/** What the server answers, as far as the desk reads it. The OpenAPI document at /api/openapi.json is the full truth. */

export type { Plural } from './plurals.js';

export type Session = Schemas['Session'];

export type ActionView = Schemas['Action'];
export type RefusalView = NonNullable<ActionView['refusal']>;

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

export type Deadline = Schemas['Deadline'];
export type CommandResult = Schemas['CommandResult'];
export type CaseSummary = Schemas['CaseSummary'];
export type CaseList = Schemas['CaseList'];

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

export type StandingPromise = Schemas['Proposal']['promises'][number];

/** A case of any workflow; what a workflow keeps of its own, the document leaves open. */
export interface CaseView extends Omit<Schemas['Case'], 'context'> {
  context: CaseContext;
  gate?: GateResult | null;
  promises?: StandingPromise[];
}

export interface HistoryEntry extends Omit<
  Schemas['HistoryEntry'],
  'facts' | 'commandId' | 'machineRevision' | 'policyVersion'
> {
  facts: { gate?: GateResult; suggestions?: Suggestion[] } & Record<string, unknown>;
}

export type Suggestion = Schemas['GateSuggestion'];

export type PreviewFinding = Pick<Finding, 'severity' | 'sentence'> & { code: string };

export interface Preview extends Omit<GateResult, 'findings'> {
  findings: PreviewFinding[];
  suggestions: Suggestion[];
}

/** A workflow as it can be drawn, from the chart in production. */
export type WorkflowView = Schemas['Workflow'];
export type WorkflowState = WorkflowView['states'][number];
export type WorkflowTransition = WorkflowView['transitions'][number];

/** A unit that went over into another one. */
export type UnitSuccession = Schemas['UnitSuccession'];

/** The same for a whole round, with the levels and warnings that would follow. */
export type RoundRehearsal = Answers['GET stocktakes/{id}/rehearsal'];

/** What would come of the deadlines if nobody acted. */
export type Rehearsal = Schemas['Rehearsal'];

export type CommentView = Schemas['Comment'];
export type AttachmentView = Schemas['Attachment'];
/** Whom a case was sent to for their knowledge. */
export type CopyView = Schemas['CopyList']['items'][number];
