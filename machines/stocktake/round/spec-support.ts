import type { Actor, WorkflowEvent } from '../../kernel/index.js';
import { ROUND_FACTS, type RoundEventType, type RoundFacts, type RoundPayloads } from './payloads.js';

/** Builders for the specs of this room. */
export const PEOPLE = {
  reviewer: { userId: 3, role: 'reviewer' },
  chief: { userId: 4, role: 'chief' },
  deputy: { userId: 5, role: 'deputy' },
  head: { userId: 6, role: 'head' },
  system: { userId: null, role: 'system' },
} as const satisfies Record<string, Actor>;

const PAYLOADS: RoundPayloads = {
  CREATE: { quarter: '2026Q3' },
  UNITS_INVITED: { units: 3 },
  FREEZE: {},
  SNAPSHOT_TAKEN: { hash: 'ab'.repeat(32), revision: 1 },
  REVISE: { opinion: '名册已更正' },
  REPORT: {},
  ENDORSE: {},
  RETURN: { opinion: '请核实' },
  ISSUE_LETTERS: {},
  CLOSE: {},
};
const FACTS: RoundFacts = {
  unitKind: 'organization-department',
  answers: { silent: 0, correcting: 0, answered: 3 },
  letters: { waiting: 0, open: 0, settled: 3 },
};
const BY: Partial<Record<RoundEventType, Actor>> = {
  CREATE: PEOPLE.system,
  UNITS_INVITED: PEOPLE.system,
  SNAPSHOT_TAKEN: PEOPLE.system,
  ENDORSE: PEOPLE.deputy,
  RETURN: PEOPLE.deputy,
  ISSUE_LETTERS: PEOPLE.head,
};

/** An event as it would arrive, acceptable unless changed. */
export function event<T extends RoundEventType>(
  type: T,
  change: { payload?: Partial<RoundPayloads[T]>; facts?: Partial<RoundFacts>; by?: Actor; today?: string } = {},
): WorkflowEvent {
  const today = change.today ?? '2026-10-09';
  const facts = { ...FACTS, ...change.facts };
  return {
    type,
    payload: { ...PAYLOADS[type], ...change.payload },
    facts: Object.fromEntries((ROUND_FACTS[type] ?? []).map((name) => [name, facts[name]])),
    actor: change.by ?? BY[type] ?? PEOPLE.reviewer,
    at: `${today}T02:00:00.000Z`,
    today,
  };
}

const opening = [event('CREATE')];
const collecting = [...opening, event('UNITS_INVITED')];
const freezing = [...collecting, event('FREEZE')];
const frozen = [...freezing, event('SNAPSHOT_TAKEN')];
const reported = [...frozen, event('REPORT')];
const endorsed = [...reported, event('ENDORSE')];
const lettersIssued = [...endorsed, event('ISSUE_LETTERS')];

/** One way into every state. */
export const WAYS: Readonly<Record<string, readonly WorkflowEvent[]>> = {
  opening,
  collecting,
  freezing,
  frozen,
  reported,
  endorsed,
  lettersIssued,
  closed: [...lettersIssued, event('CLOSE')],
};
