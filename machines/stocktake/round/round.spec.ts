import { describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../kernel/index.js';
import { itTakesOn } from '../../kernel/golden-spec-support.js';
import { coverTransitions, say, walk } from '../../kernel/spec-support.js';
import { everyOne, itKeepsTo, type Row } from '../../kernel/state-event-spec-support.js';
import { definition } from './index.js';
import type { RoundEventType } from './payloads.js';
import { event, PEOPLE, WAYS } from './spec-support.js';

const TABLE: Readonly<Record<RoundEventType, Row>> = {
  CREATE: {},
  UNITS_INVITED: { opening: 'collecting' },
  FREEZE: { collecting: 'freezing' },
  SNAPSHOT_TAKEN: { freezing: 'frozen' },
  REVISE: everyOne(['frozen', 'reported', 'endorsed'], 'freezing'),
  REPORT: { frozen: 'reported' },
  ENDORSE: { reported: 'endorsed' },
  RETURN: { reported: 'frozen' },
  ISSUE_LETTERS: { endorsed: 'lettersIssued' },
  CLOSE: { lettersIssued: 'closed' },
};

describe('every state of a round × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as RoundEventType) });
  itTakesOn(definition, new URL('./golden/', import.meta.url));

  it('has no transition that lies on no path', () => {
    const samples = (Object.keys(TABLE) as RoundEventType[]).map((type) => event(type));
    expect(coverTransitions(definition, { samples, digest: () => null }).missed).toEqual([]);
  });
});

describe('what a round refuses', () => {
  const at = (state: string) => walk(definition, WAYS[state]!);
  const refused = (state: string | null, sent: ReturnType<typeof event>) =>
    say(applyEvent(definition, state === null ? null : at(state), sent));

  it('a quarter that has not ended, and a unit that is not the department', () => {
    expect(refused(null, event('CREATE', { today: '2026-09-29' }))).toBe('QUARTER_NOT_ENDED');
    expect(refused(null, event('CREATE', { today: '2026-09-30' }))).toBe('opening');
    expect(refused(null, event('CREATE', { facts: { unitKind: 'township' } }))).toBe('ROUND_NOT_OF_DEPARTMENT');
  });

  it('to freeze over open corrections, and over silence that is not owned up to', () => {
    const answers = { silent: 2, correcting: 0, answered: 1 };
    expect(refused('collecting', event('FREEZE', { facts: { answers: { ...answers, correcting: 1 } } }))).toBe(
      'CORRECTIONS_OPEN',
    );
    expect(refused('collecting', event('FREEZE', { facts: { answers } }))).toBe('UNITS_SILENT');
    expect(refused('collecting', event('FREEZE', { facts: { answers }, payload: { despiteSilent: true } }))).toBe(
      'UNITS_SILENT',
    );
    const reasoned = { despiteSilent: true, opinion: '已三次催报' };
    expect(refused('collecting', event('FREEZE', { facts: { answers }, payload: reasoned }))).toBe('freezing');
  });

  it('to close over letters on their way or without a settled reply', () => {
    const letters = { waiting: 0, open: 1, settled: 2 };
    expect(refused('lettersIssued', event('CLOSE', { facts: { letters: { ...letters, waiting: 1 } } }))).toBe(
      'LETTERS_WAITING',
    );
    expect(refused('lettersIssued', event('CLOSE', { facts: { letters } }))).toBe('LETTERS_OPEN');
  });

  it('who reported to endorse it, and anybody below the heads to sign letters off', () => {
    const own = { userId: PEOPLE.reviewer.userId, role: 'deputy' } as const;
    expect(applyEvent(definition, at('reported'), event('ENDORSE', { by: own })).ok).toBe(false);
    expect(applyEvent(definition, at('endorsed'), event('ISSUE_LETTERS', { by: PEOPLE.chief })).ok).toBe(false);
  });
});
