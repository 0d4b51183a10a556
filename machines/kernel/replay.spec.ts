import { describe, expect, it } from '@jest/globals';
import { replay, type RecordedEvent, type WorkflowDefinition } from './index.js';
import { APPROVE, CHIEF, CREATE, event, leave } from './toy/spec-support.js';

const only = (definition: WorkflowDefinition) => (revision: number) =>
  revision === definition.revision ? definition : undefined;
const first: RecordedEvent = { version: 1, revision: 1, event: CREATE, state: 'asked' };
const second: RecordedEvent = { version: 2, revision: 1, event: APPROVE, state: 'booked' };

describe('a stored history, walked again', () => {
  it('gives the case as it must be stored now', () => {
    expect(replay(only(leave()), [first, second])).toEqual({
      ok: true,
      stored: { state: 'booked', context: { author: 1, days: 2, approvals: [4], signers: [] } },
      done: true,
      revision: 1,
    });
    expect(replay(only(leave()), [])).toMatchObject({ ok: true, stored: null });
  });

  it.each<[string, RecordedEvent, unknown]>([
    ['a missing version', { ...second, version: 3 }, { kind: 'version', version: 3, expected: 2 }],
    ['a revision no longer known', { ...second, revision: 2 }, { kind: 'revision', version: 2, revision: 2 }],
    [
      'a state nobody could have stored',
      { ...second, state: 'refused' },
      { kind: 'state', version: 2, replayed: 'booked', stored: 'refused' },
    ],
    [
      'an event that was never allowed',
      { ...second, event: event('APPROVE', { userId: 1, role: 'chief' }, { opinion: '同意' }) },
      {
        kind: 'refused',
        version: 2,
        refusal: { code: 'NO_SELF_APPROVAL', params: { because: 'author' } },
      },
    ],
  ])('reports %s, and goes no further', (_what, wrong, difference) => {
    expect(replay(only(leave()), [first, wrong, second])).toEqual({ ok: false, difference });
  });

  describe('over a change of the machine', () => {
    const newer = leave({
      revision: 2,
      migrations: { 1: ({ state, context }) => ({ state, context: { ...context, days: 1 } }) },
    });
    const both = (revision: number) => [leave(), newer][revision - 1];

    it('moves the case as it was moved then', () => {
      const done = replay(both, [first, { ...second, revision: 2 }]);
      expect(done).toMatchObject({ ok: true, revision: 2, stored: { context: { days: 1 } } });
    });

    it('reports a case that cannot have been moved', () => {
      const stuck = leave({ revision: 2, migrations: { 1: () => null } });
      const definitionOf = (revision: number) => [leave(), stuck][revision - 1];
      expect(
        replay(definitionOf, [first, { version: 2, revision: 2, event: event('FORWARD', CHIEF), state: 'forwarded' }]),
      ).toEqual({
        ok: false,
        difference: {
          kind: 'migration',
          version: 2,
          reason: 'the migration from revision 1 leaves this case to a person',
        },
      });
    });
  });
});
