import { defineWorkflow, type DeadlineOf, type EventPolicy, type Role, type WorkflowLabels } from '../kernel/index.js';
import type { Policy } from '../rules/index.js';
import { CHECKS, FORESIGHT } from './checks.js';
import type { WarningContext } from './context.js';
import { LABELS_OF_EVENTS, LABELS_OF_STATES } from './labels.js';
import { EFFECT_NAMES, machine } from './machine.js';
import type { WarningEventType } from './payloads.js';

export { deliveredReminders, type Plan, type Predecessor, type Reminder, type WarningContext } from './context.js';
export { composeReminder, type ReminderQuestion } from './letter.js';
export {
  FACTS_BY_EVENT,
  type WarningEventType,
  type WarningFact,
  type WarningFacts,
  type WarningPayloads,
} from './payloads.js';
export { followRound, type OpenOne, type RoundNews, type RowOfRound, type WarningStep } from './round-news.js';
export { type Arrival, type Basis, endsWarning, type Standing } from './standing.js';

const UNIT: readonly Role[] = ['clerk', 'leader'];
const SECTION: readonly Role[] = ['reviewer', 'chief'];
const SYSTEM: EventPolicy = { roles: ['system'] };

/** Who may send what. The section draws up, its chief signs off; the unit confirms receipt and undertakes. */
const POLICY: Readonly<Record<WarningEventType, EventPolicy>> = {
  CREATE: SYSTEM,
  ROUND_JUDGED: SYSTEM,
  REASSESS: { roles: [...SECTION, 'system'], aside: true },
  TEAM_GONE: SYSTEM,
  FIRST_ISSUED: SYSTEM,
  FIRST_RECEIVED: SYSTEM,
  DRAFT_FIRST: { roles: [...SECTION, 'system'], aside: true },
  ISSUE_FIRST: { roles: ['chief', 'deputy'], notBy: ['draftedBy'] },
  DRAFT_SECOND: { roles: [...SECTION, 'system'], aside: true },
  ISSUE_SECOND: { roles: ['chief', 'deputy'], notBy: ['draftedBy'] },
  RECEIVE: { roles: UNIT },
  TAKE_NOTE: { roles: SECTION, aside: true },
  // A plan may come at any time; it is waited for once a second reminder has been received, or an earlier plan fell through.
  SUBMIT_PLAN: { roles: UNIT, needsOpinion: true, aside: ['open.plan.none'] },
  ACCEPT_PLAN: { roles: SECTION, notBy: ['plannedBy'] },
  RETURN_PLAN: { roles: SECTION, needsOpinion: true, notBy: ['plannedBy'], sendsBack: true },
  DEADLINE_PASSED: SYSTEM,
};

type Deadline = DeadlineOf<WarningContext, Policy>;
type Periods = Policy['warning'];
type WorkingDays = {
  [P in keyof Periods]: Periods[P] extends number ? P : never;
}[keyof Periods];

/** So many working days from the day the state is entered. */
const within = (label: string, period: WorkingDays): Deadline => ({
  label,
  startDay: (_context, { today }) => today,
  spec: ({ warning }) => ({ kind: 'working-days', n: warning[period], countStart: false }),
});

/** Days by which someone is expected to act. None of them ends a warning; what is late is reminded of. */
const DEADLINES = {
  receipt: within('提醒签收期限', 'receiptWorkingDays'),
  firstIssue: within('第一次提示函签发期限', 'firstIssueWorkingDays'),
  secondReminder: {
    label: '第二次提醒期限',
    startDay: ({ first }, { today }) => first?.issuedOn ?? today,
    spec: ({ warning }) => ({ kind: 'calendar-days', n: warning.secondAfterDays, roll: true }),
  },
  secondIssue: within('提示函签发期限', 'secondIssueWorkingDays'),
  planSubmission: within('配备计划报送期限', 'planWorkingDays'),
  planReview: within('配备计划答复期限', 'planReviewWorkingDays'),
  planDue: {
    label: '配备承诺兑现期限',
    startDay: ({ plan }, { today }) => plan?.byDay ?? today,
    spec: () => ({ kind: 'calendar-days', n: 0, roll: true }),
    tells: true,
  },
} satisfies Record<string, Deadline>;

const LABELS: WorkflowLabels = { workflow: '预警督办', states: LABELS_OF_STATES, events: LABELS_OF_EVENTS };

/** 预警督办: a team that is slow under a task is warned, reminded twice, and watched until it meets the task. */
export const definition = defineWorkflow({
  name: 'warning',
  revision: 2,
  machine,
  checks: CHECKS,
  foresight: FORESIGHT,
  policy: POLICY,
  deadlines: DEADLINES,
  effects: EFFECT_NAMES,
  labels: LABELS,
  card: {
    title: ({ teamName, taskName }) => `${teamName}：${taskName}`,
    flags: ({ standing, plan }) => [
      ...(standing === null ? [] : [`level-${standing.level}`]),
      ...(plan?.status === 'broken' ? ['plan-broken'] : []),
    ],
  },
  arisesInMass: true,
  // A first reminder by a letter of its own came with revision 2; where an earlier case stands, nothing has moved.
  migrations: { 1: (stored) => stored },
});

/** Revision 2 understands every event of revision 1 and answers it as it did. */
export const EARLIER = [{ ...definition, revision: 1, migrations: {} }];
