import { describe, expect, it } from '@jest/globals';
import type { Actor, WorkflowEvent } from '../../kernel/index.js';
import { itTakesOn } from '../../kernel/golden-spec-support.js';
import { coverTransitions, walk } from '../../kernel/spec-support.js';
import { itKeepsTo, type Row } from '../../kernel/state-event-spec-support.js';
import { type CopyContext, type CopyEventType, definition } from './index.js';

const PAYLOADS: Readonly<Record<CopyEventType, object>> = {
  CREATE: { circular: 3, documentNo: '组通〔2026〕1号' },
  RECEIVE: {},
  CLOSE: {},
};
const SYSTEM: Actor = { userId: null, role: 'system' };

const event = (type: CopyEventType): WorkflowEvent => ({
  type,
  payload: { ...PAYLOADS[type] },
  facts: {},
  actor: type === 'RECEIVE' ? { userId: 2, role: 'leader' } : SYSTEM,
  at: '2026-11-24T02:00:00.000Z',
  today: '2026-11-24',
});

const WAYS = {
  sent: [event('CREATE')],
  received: [event('CREATE'), event('RECEIVE')],
  closed: [event('CREATE'), event('CLOSE')],
};
const TABLE: Readonly<Record<CopyEventType, Row>> = {
  CREATE: {},
  RECEIVE: { sent: 'received' },
  CLOSE: { sent: 'closed' },
};

describe('every state of a copy × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as CopyEventType) });
  itTakesOn(definition, new URL('./golden/', import.meta.url));

  it('has no transition that lies on no path, and remembers when it was received', () => {
    const samples = (Object.keys(TABLE) as CopyEventType[]).map((type) => event(type));
    expect(coverTransitions(definition, { samples, digest: () => null }).missed).toEqual([]);
    expect(walk(definition, WAYS.received).context as CopyContext).toMatchObject({
      sentOn: '2026-11-24',
      receivedOn: '2026-11-24',
    });
  });
});
