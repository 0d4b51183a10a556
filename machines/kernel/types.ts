import type { AnyStateMachine, StateValue } from 'xstate';

/** Anything that can be stored as JSON. Payloads, facts and contexts hold nothing else. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * An expected "no": a stable code and the numbers that explain it, never prose.
 * Sentences and HTTP statuses are looked up by code elsewhere; a released code keeps its meaning.
 */
export interface Refusal {
  code: string;
  params: JsonObject;
}

/**
 * What a person may be in this product. Unit side: clerk 经办人, leader 单位负责人. Department side: reviewer 科室审核人,
 * chief 科长, deputy 分管部长, head 部长. Beside the department: discipline 纪委监委, who gives opinions on integrity, and
 * establishment 编办, who answers for approved headcount; both see only what is put to them. `system` is the product itself (deadlines, signals between workflows) and can never
 * sign in. The three administrators decide nothing in any case: sysadmin 系统管理员 keeps accounts, secadmin 安全管理员 gives
 * and takes roles, auditadmin 审计管理员 reads the audit. `admin` is the first version's name for sysadmin.
 */
export const ROLES = [
  'clerk',
  'leader',
  'reviewer',
  'chief',
  'deputy',
  'head',
  'discipline',
  'establishment',
  'admin',
  'system',
  'sysadmin',
  'secadmin',
  'auditadmin',
] as const;
export type Role = (typeof ROLES)[number];

/** What each is called by the people themselves. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  clerk: '经办人',
  leader: '单位负责人',
  reviewer: '科室审核人',
  chief: '科长',
  deputy: '分管部长',
  head: '部长',
  discipline: '纪委监委',
  establishment: '编办',
  admin: '系统管理员（旧称）',
  system: '系统',
  sysadmin: '系统管理员',
  secadmin: '安全管理员',
  auditadmin: '审计管理员',
};

/** Who sent an event, as recorded for ever. `onBehalfOf` is the absent person when B acts for A ("A 代 B"). */
export interface Actor {
  userId: number | null;
  role: Role;
  onBehalfOf?: number;
}

/** The only event shape machines see. Guards read context and event, nothing else. */
export interface WorkflowEvent {
  type: string;
  payload: JsonObject;
  /** What the facts loader found in the ledger for this event; stored with it, so that it can be replayed years later. */
  facts: JsonObject;
  actor: Actor;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  /** The same instant as a calendar day in Asia/Shanghai. */
  today: string;
}

export type Context = JsonObject;

/** A guard and its explanation in one: null lets pass, a refusal says why not. */
export type Check = (context: Context, event: WorkflowEvent) => Refusal | null;

/** What is known of an event before it is sent: who would send it, and when. Neither payload nor facts. */
export type Sender = Pick<WorkflowEvent, 'actor' | 'today'>;

/** The part of a check that can be answered before the event is sent. The check itself begins with it. */
export type Foresight = (context: Context, sender: Sender) => Refusal | null;

/** The plain data an effect needs from the case, e.g. the items to be appointed. Pure. */
export type EffectParams = (context: Context, event: WorkflowEvent) => JsonObject;

/** Who may send an event, and what separates the duties. */
export interface EventPolicy {
  roles: readonly Role[];
  /** Context keys holding user ids who may not send this event, whether for themselves or for an absent colleague. */
  notBy?: readonly string[];
  /** Refused while a requested countersignature or added signature is open. */
  waitsForSigners?: boolean;
  /** A reason in words is mandatory (payload.opinion), e.g. on every refusal and return. */
  needsOpinion?: boolean;
  /** State tag → the refusal code that says better than EVENT_NOT_ALLOWED why it is too late (or too early) for the event. */
  refusedIn?: Readonly<Record<string, string>>;
  /**
   * Open beside what the case waits for: nobody has the case in the to-do list for this event's sake. A list names, by their
   * paths, the states in which that is so; elsewhere the case waits for the event.
   */
  aside?: true | readonly string[];
  /** Hands the case back to those it came from; until it leaves where it then stands, it is marked as returned. */
  sendsBack?: true;
}

/** What lists say of a case without opening it. Pure, from the context alone; names of people stay out of flags. */
export interface CaseCard {
  /** One line, by which people know the case. */
  title: (context: Context) => string;
  /** Marks such as `gate-block` or `override`; stable, translated by the page. */
  flags?: (context: Context) => readonly string[];
}

/** When a deadline falls. Working-day arithmetic itself is in machines/rules. */
export type DeadlineSpec =
  | { kind: 'working-days'; n: number; countStart: boolean }
  | { kind: 'calendar-days'; n: number; roll: true }
  | { kind: 'months'; n: number };

/** Declared once per name; a state arms it by listing the name in `meta.deadlines`. `Policy` is the settings document. */
export interface DeadlineDeclaration<P = unknown> {
  label: string;
  startDay: (context: Context, event: WorkflowEvent) => string;
  spec: (policy: P, context: Context) => DeadlineSpec;
  /** Whether this case has it at all, asked while it stands where the deadline is armed; without it every case has it. */
  runs?: (context: Context) => boolean;
  /** Once its day has passed the case is told by {@link DEADLINE_PASSED}, once for each time it was armed. */
  tells?: true;
}

/** The event by which a case is told that a day of its own has passed; the payload names the deadline. */
export const DEADLINE_PASSED = 'DEADLINE_PASSED';

/** One step of a stored instance from revision n to n+1. Pure; refusing (null) leaves the instance for a person to decide. */
export type InstanceMigration = (stored: {
  state: StateValue;
  context: Context;
}) => { state: StateValue; context: Context } | null;

export interface WorkflowLabels {
  workflow: string;
  /** Dotted state path → Chinese label, e.g. 'inSelection.publicNotice'. */
  states: Readonly<Record<string, string>>;
  events: Readonly<Record<string, string>>;
}

/**
 * One side of a case shown to somebody who answers one question and reads nothing else of it (编办 and the headcount
 * pre-review): while the case waits for him, and what his office has signed afterwards. Lists, notices and messages name
 * the question, never the case.
 */
export interface NarrowFace {
  readers: readonly Role[];
  /** The plural under which the question is asked for, in place of the case's own. */
  plural: string;
  /** What the question is called. */
  label: string;
}

/** Everything the engine needs to run a workflow it does not know by name. */
export interface WorkflowDefinition<P = unknown> {
  /** Also the table name and the folder name; plural in URLs by adding `s`. */
  name: string;
  /** Who may read its cases within their units; unit and department where nothing is said. See `readersOf`. */
  readers?: readonly Role[];
  /** Who answers one question of a case and reads nothing else of it; most workflows have nobody like that. */
  narrow?: NarrowFace;
  /** Raised with every change that stored instances can feel. */
  revision: number;
  machine: AnyStateMachine;
  /** Guard name as used in machine.ts → check. */
  checks: Readonly<Record<string, Check>>;
  /** Guard name → the part of its check that needs neither payload nor facts: what people are offered is asked this first. */
  foresight?: Readonly<Record<string, Foresight>>;
  /** A row for every event of the machine. */
  policy: Readonly<Record<string, EventPolicy>>;
  deadlines: Readonly<Record<string, DeadlineDeclaration<P>>>;
  /** Every effect name the machine can return. */
  effects: readonly string[];
  /** What an effect carries, computed at the moment it arises. An effect without a row carries nothing. */
  effectParams?: Readonly<Record<string, EffectParams>>;
  labels: WorkflowLabels;
  /** What lists say of a case; without it, the name of the workflow. */
  card?: CaseCard;
  /** Its cases arise many at once, one for each unit or team: whoever oversees them is told of them together. */
  arisesInMass?: true;
  /** Keyed by the revision it starts from. */
  migrations: Readonly<Record<number, InstanceMigration>>;
}

/** Any workflow, whatever its settings document: all that is needed where no deadline's length is asked for. */
export type AnyWorkflow = WorkflowDefinition<never>;

/** A named consequence to be carried out by src. `params` are plain data. */
export interface Effect {
  type: string;
  params: JsonObject;
}

export type Applied =
  { ok: true; state: StateValue; context: Context; effects: Effect[]; done: boolean } | { ok: false; refusal: Refusal };
