import type { Actor, WorkflowEvent } from '../../kernel/index.js';
import type { Listing } from '../listing.js';
import { CIRCULAR_FACTS, type CircularEventType, type CircularFacts, type CircularPayloads } from './payloads.js';

/** Builders for the specs of this room; every team is made up. */
export const PEOPLE = {
  reviewer: { userId: 3, role: 'reviewer' },
  chief: { userId: 4, role: 'chief' },
  deputy: { userId: 5, role: 'deputy' },
  head: { userId: 6, role: 'head' },
} as const satisfies Record<string, Actor>;

export const LISTING: Listing = {
  listed: [
    {
      team: 'T1',
      teamName: '甲局班子',
      unit: 'U1',
      unitName: '甲局',
      task: 'K',
      taskName: '至少2名',
      due: 2,
      actual: 1,
      shortfall: 1,
      level: 'B',
      severity: 2,
      unmetQuarters: 3,
      warning: 7,
      receipts: [
        { documentNo: '组函〔2026〕1号', receivedOn: '2026-10-16' },
        { documentNo: '组函〔2026〕9号', receivedOn: '2026-11-20' },
      ],
    },
  ],
  excluded: [],
  totals: { teams: 8, met: 5, due: 12, actual: 8, shortfall: 4 },
  before: null,
  advanced: [],
  overrides: [],
};

const PAYLOADS: CircularPayloads = {
  CREATE: { round: 7 },
  REDRAFT: {},
  SUBMIT: {},
  SIGN: {},
  RETURN: { opinion: '请核实名单' },
  ISSUE: {},
  WITHDRAW: { opinion: '本季度不再通报' },
  CLOSE: {},
};
const FACTS: CircularFacts = {
  unitKind: 'organization-department',
  ledger: { quarter: '2026Q3', referenceDay: '2026-09-30', revision: 1, hash: 'ab'.repeat(32) },
  listing: LISTING,
  documentNo: '组通〔2026〕1号',
  copies: { open: 0, received: 3 },
};
const BY: Partial<Record<CircularEventType, Actor>> = {
  SIGN: PEOPLE.deputy,
  RETURN: PEOPLE.deputy,
  ISSUE: PEOPLE.head,
};

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends CircularEventType>(
  type: T,
  change: { payload?: Partial<CircularPayloads[T]>; facts?: Partial<CircularFacts>; by?: Actor } = {},
): WorkflowEvent {
  const facts = { ...FACTS, ...change.facts };
  return {
    type,
    payload: { ...PAYLOADS[type], ...change.payload },
    facts: Object.fromEntries((CIRCULAR_FACTS[type] ?? []).map((name) => [name, facts[name]])),
    actor: change.by ?? BY[type] ?? PEOPLE.reviewer,
    at: '2026-11-23T02:00:00.000Z',
    today: '2026-11-23',
  };
}

const drafted = [event('CREATE')];
const submitted = [...drafted, event('SUBMIT')];
const signed = [...submitted, event('SIGN')];
const issued = [...signed, event('ISSUE')];

/** One way into every state. */
export const WAYS: Readonly<Record<string, readonly WorkflowEvent[]>> = {
  drafted,
  submitted,
  signed,
  issued,
  closed: [...issued, event('CLOSE')],
  withdrawn: [...drafted, event('WITHDRAW')],
};
