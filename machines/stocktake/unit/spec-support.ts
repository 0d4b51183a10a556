import type { Actor, WorkflowEvent } from '../../kernel/index.js';
import { DEFAULT_PERIODS } from '../periods.js';
import { UNIT_FACTS, type UnitEventType, type UnitPayloads } from './payloads.js';

const LEADER: Actor = { userId: 2, role: 'leader' };
const CHIEF: Actor = { userId: 4, role: 'chief' };
const SYSTEM: Actor = { userId: null, role: 'system' };

const PAYLOADS: UnitPayloads = {
  CREATE: { round: 7, quarter: '2026Q3', referenceDay: '2026-09-30', periods: DEFAULT_PERIODS },
  CONFIRM: {},
  REQUEST_CORRECTION: { rows: [{ team: 'T1', note: '一人已免职' }], opinion: '请更正' },
  DECIDE_CORRECTION: { made: true, opinion: '已更正' },
  CHASE: {},
  DEADLINE_PASSED: { name: 'confirmation' },
  COLLECTED: {},
  ISSUE_LETTER: { signer: 6 },
  RECEIVE: {},
  REPLY: { opinion: '计划明年一季度配备' },
  ACCEPT_REPLY: {},
  RETURN_REPLY: { opinion: '请写明时限' },
  CLOSE: {},
};
const UNIT: readonly UnitEventType[] = ['CONFIRM', 'REQUEST_CORRECTION', 'RECEIVE', 'REPLY'];
const SECTION: readonly UnitEventType[] = ['DECIDE_CORRECTION', 'CHASE', 'ACCEPT_REPLY', 'RETURN_REPLY'];

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends UnitEventType>(
  type: T,
  change: { payload?: Partial<UnitPayloads[T]>; by?: Actor } = {},
): WorkflowEvent {
  return {
    type,
    payload: { ...PAYLOADS[type], ...change.payload },
    facts: Object.fromEntries((UNIT_FACTS[type] ?? []).map((name) => [name, '某组函〔2026〕1号'])),
    actor: change.by ?? (UNIT.includes(type) ? LEADER : SECTION.includes(type) ? CHIEF : SYSTEM),
    at: '2026-10-09T02:00:00.000Z',
    today: '2026-10-09',
  };
}

const awaiting = [event('CREATE')];
const collected = [...awaiting, event('CONFIRM'), event('COLLECTED')];
const letterIssued = [...collected, event('ISSUE_LETTER')];
const received = [...letterIssued, event('RECEIVE')];
const replied = [...received, event('REPLY')];

/** One way into every state. */
export const WAYS: Readonly<Record<string, readonly WorkflowEvent[]>> = {
  awaiting,
  confirmed: [...awaiting, event('CONFIRM')],
  correctionRequested: [...awaiting, event('REQUEST_CORRECTION')],
  corrected: [...awaiting, event('REQUEST_CORRECTION'), event('DECIDE_CORRECTION')],
  collected,
  letterIssued,
  received,
  replied,
  settled: [...replied, event('ACCEPT_REPLY')],
  closed: [...letterIssued, event('CLOSE')],
};
