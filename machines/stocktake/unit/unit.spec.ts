import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../kernel/index.js';
import { itTakesOn } from '../../kernel/golden-spec-support.js';
import { coverTransitions, say, walk } from '../../kernel/spec-support.js';
import { everyOne, itKeepsTo, type Row } from '../../kernel/state-event-spec-support.js';
import type { UnitContext } from './context.js';
import { definition } from './index.js';
import type { UnitEventType } from './payloads.js';
import { event, WAYS } from './spec-support.js';

const TABLE: Readonly<Record<UnitEventType, Row>> = {
  CREATE: {},
  CONFIRM: everyOne(['awaiting', 'corrected'], 'confirmed'),
  REQUEST_CORRECTION: everyOne(['awaiting', 'confirmed', 'corrected'], 'correctionRequested'),
  DECIDE_CORRECTION: { correctionRequested: 'corrected' },
  CHASE: { awaiting: 'awaiting' },
  DEADLINE_PASSED: { awaiting: 'awaiting' },
  COLLECTED: everyOne(['awaiting', 'confirmed', 'correctionRequested', 'corrected'], 'collected'),
  ISSUE_LETTER: { collected: 'letterIssued' },
  RECEIVE: { letterIssued: 'received' },
  REPLY: { received: 'replied' },
  ACCEPT_REPLY: { replied: 'settled' },
  RETURN_REPLY: { replied: 'received' },
  CLOSE: everyOne(['letterIssued', 'received', 'replied'], 'closed'),
};

describe('every state of a unit’s side × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as UnitEventType) });
  itTakesOn(definition, new URL('./golden/', import.meta.url));

  it('has no transition that lies on no path', () => {
    const samples = (Object.keys(TABLE) as UnitEventType[]).map((type) => event(type));
    expect(coverTransitions(definition, { samples, digest: () => null }).missed).toEqual([]);
  });

  it('counts how often a silent unit was asked again, and knows no other deadline', () => {
    const chased = walk(definition, [...WAYS['awaiting']!, event('CHASE'), event('DEADLINE_PASSED')]);
    expect((chased.context as UnitContext).chased).toBe(2);
    const other = event('DEADLINE_PASSED', { payload: { name: 'reply' } });
    expect(say(applyEvent(definition, chased, other))).toBe('DEADLINE_UNKNOWN');
  });
});
