import type { Actor, WorkflowEvent } from '../kernel/index.js';
import { FACTS_BY_EVENT, type WarningEventType, type WarningFacts, type WarningPayloads } from './payloads.js';
import type { Standing } from './standing.js';

/** Builders for the specs of this room; every team is made up. */
export const LEADER: Actor = { userId: 2, role: 'leader' };
export const REVIEWER: Actor = { userId: 3, role: 'reviewer' };
export const CHIEF: Actor = { userId: 4, role: 'chief' };
const SYSTEM: Actor = { userId: null, role: 'system' };

export const STANDING: Standing = {
  asOf: '2026-09-30',
  basis: { kind: 'round', round: 7, quarter: '2026Q3', revision: 1, hash: 'ab'.repeat(32) },
  due: 2,
  actual: 1,
  shortfall: 1,
  level: 'B',
  severity: 2,
  unmetQuarters: 1,
};
export const MET: Standing = { ...STANDING, actual: 2, shortfall: 0, level: 'C', severity: 1, unmetQuarters: 0 };

const PAYLOADS: WarningPayloads = {
  CREATE: {
    team: 'T1',
    teamName: '某局班子',
    task: 'K',
    taskName: '至少2名',
    unitName: '某局',
    standing: STANDING,
    predecessors: [],
  },
  ROUND_JUDGED: { standing: STANDING, predecessors: [] },
  REASSESS: {},
  TEAM_GONE: { day: '2026-12-31', heir: null },
  FIRST_ISSUED: { documentNo: '组函〔2026〕1号', day: '2026-10-15' },
  FIRST_RECEIVED: { day: '2026-10-16', by: 2 },
  DRAFT_FIRST: {},
  ISSUE_FIRST: {},
  DRAFT_SECOND: { because: 'elapsed' },
  ISSUE_SECOND: {},
  RECEIVE: {},
  TAKE_NOTE: {},
  SUBMIT_PLAN: { adds: 1, byDay: '2026-12-31', opinion: '拟于年底前从后备干部中配备' },
  ACCEPT_PLAN: {},
  RETURN_PLAN: { opinion: '请写明具体措施' },
  DEADLINE_PASSED: { name: 'planDue' },
};
const FACTS: WarningFacts = {
  fromSeverity: 2,
  standing: { ...STANDING, asOf: '2026-11-20', basis: { kind: 'directory' } },
  arrivals: [],
  documentNo: '组函〔2026〕9号',
};
const BY: Partial<Record<WarningEventType, Actor>> = {
  REASSESS: REVIEWER,
  ISSUE_FIRST: CHIEF,
  ISSUE_SECOND: CHIEF,
  RECEIVE: LEADER,
  TAKE_NOTE: REVIEWER,
  SUBMIT_PLAN: LEADER,
  ACCEPT_PLAN: CHIEF,
  RETURN_PLAN: CHIEF,
};

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends WarningEventType>(
  type: T,
  change: { payload?: Partial<WarningPayloads[T]>; facts?: Partial<WarningFacts>; by?: Actor; today?: string } = {},
): WorkflowEvent {
  const today = change.today ?? '2026-11-20';
  const facts = { ...FACTS, ...change.facts };
  return {
    type,
    payload: { ...PAYLOADS[type], ...change.payload },
    facts: Object.fromEntries((FACTS_BY_EVENT[type] ?? []).map((name) => [name, facts[name]])),
    actor: change.by ?? BY[type] ?? SYSTEM,
    at: `${today}T02:00:00.000Z`,
    today,
  };
}

const opened = [event('CREATE', { today: '2026-10-12' })];
const firstIssued = [...opened, event('FIRST_ISSUED')];
const firstDelivered = [...firstIssued, event('FIRST_RECEIVED')];
const drafted = [...firstDelivered, event('DRAFT_SECOND')];
const secondIssued = [...drafted, event('ISSUE_SECOND')];

/** One way into every state. */
export const WAYS: Readonly<Record<string, readonly WorkflowEvent[]>> = {
  'open.opened': opened,
  'open.firstDrafted': [...opened, event('DRAFT_FIRST')],
  'open.firstReminder.issued': firstIssued,
  'open.firstReminder.delivered': firstDelivered,
  'open.secondReminder.drafted': drafted,
  'open.secondReminder.issued': secondIssued,
  'open.secondReminder.delivered': [...secondIssued, event('RECEIVE')],
  resolved: [...opened, event('ROUND_JUDGED', { payload: { standing: MET } })],
  ended: [...opened, event('TEAM_GONE')],
};
