import { describe, expect, it } from '@jest/globals';
import { itTakesOn } from '../kernel/golden-spec-support.js';
import { coverTransitions, walk } from '../kernel/spec-support.js';
import { everyOne, itKeepsTo, type Row, staying } from '../kernel/state-event-spec-support.js';
import type { MeetingContext } from './context.js';
import { definition } from './index.js';
import type { MeetingEventType } from './payloads.js';
import { event, WAYS } from './spec-support.js';

const BEFORE_SIGNATURE = ['draft', 'convened', 'voting', 'counted', 'drafted'];
const REOPENABLE = ['counted', 'drafted', 'signed'];

const TABLE: Readonly<Record<MeetingEventType, Row>> = {
  CREATE: {},
  EDIT: { draft: 'draft' },
  CONVENE: { draft: 'convened' },
  POSTPONE: everyOne(['draft', 'convened'], 'draft'),
  CANCEL: everyOne(BEFORE_SIGNATURE, 'cancelled'),
  DROP_ITEM: staying([...BEFORE_SIGNATURE, 'signed']),
  PROPOSAL_LEFT: staying([...BEFORE_SIGNATURE, 'signed']),
  RECORD_ATTENDANCE: staying(['convened', 'voting']),
  RECORD_RECUSAL: staying(['convened', 'voting']),
  OPEN_VOTING: { convened: 'voting' },
  RECORD_VOTES: { voting: 'voting' },
  END_VOTING: { voting: 'counted' },
  REOPEN_VOTING: everyOne(REOPENABLE, 'voting'),
  DRAFT_MINUTES: everyOne(['counted', 'drafted'], 'drafted'),
  RETURN_MINUTES: { drafted: 'counted' },
  SIGN_MINUTES: { drafted: 'signed' },
  CLOSE: { signed: 'recording' },
  DECISION_RECORDED: { recording: 'recording' },
  DECISION_REFUSED: { recording: 'recording' },
  RETRY_DECISIONS: { recording: 'recording' },
  SET_ASIDE: { recording: 'recording' },
};

describe('every state of a meeting × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as MeetingEventType) });
  itTakesOn(definition, new URL('./golden/', import.meta.url));

  it('has no transition that lies on no path', () => {
    const samples = [
      ...(Object.keys(TABLE) as MeetingEventType[]).map((type) => event(type)),
      event('DECISION_RECORDED', { payload: { proposal: 8 } }),
    ];
    const digest = (context: unknown): unknown => {
      const { agenda, attendance, votes, recusals } = context as MeetingContext;
      return [agenda.map(({ dropped, decision }) => [dropped !== null, decision?.status]), attendance, votes, recusals];
    };
    expect(coverTransitions(definition, { samples, digest }).missed).toEqual([]);
  });

  it('closes by itself when the last decision is settled, or when nothing is left to settle', () => {
    const signed = WAYS['signed']!;
    const empty = [7, 8].map((proposal) => event('DROP_ITEM', { payload: { proposal } }));
    expect(walk(definition, [...signed, ...empty, event('CLOSE')]).state).toBe('closed');
    const other = event('DECISION_RECORDED', { payload: { proposal: 8 } });
    expect(walk(definition, [...WAYS['recording']!, event('SET_ASIDE'), other]).state).toBe('closed');
  });
});
