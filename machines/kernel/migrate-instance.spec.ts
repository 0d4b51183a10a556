import { describe, expect, it } from '@jest/globals';
import { migrateInstance } from './index.js';
import { asked, leave } from './toy/spec-support.js';

const definition = leave({
  revision: 3,
  migrations: {
    1: ({ state, context }) => ({ state: state === 'waiting' ? 'asked' : state, context }),
    2: ({ state, context }) => (context['days'] === 0 ? null : { state, context: { ...context, signers: [] } }),
  },
});

describe('a case stored by an older revision', () => {
  it('is moved step by step', () => {
    const stored = { ...asked(), state: 'waiting', revision: 1 };
    expect(migrateInstance(definition, stored)).toEqual({ ok: true, stored: asked(), steps: [2, 3] });
    expect(migrateInstance(definition, { ...asked(), revision: 2 })).toMatchObject({ ok: true, steps: [3] });
  });

  it('is left alone when it is up to date', () => {
    expect(migrateInstance(definition, { ...asked(), revision: 3 })).toEqual({ ok: true, stored: asked(), steps: [] });
  });

  it('waits for a person when a step cannot decide', () => {
    expect(migrateInstance(definition, { ...asked({ days: 0 }), revision: 1 })).toEqual({
      ok: false,
      reason: 'the migration from revision 2 leaves this case to a person',
    });
  });

  it.each([
    ['a step is missing', { ...asked(), revision: 0 }, 'no migration from revision 0'],
    ['the code is older than the case', { ...asked(), revision: 4 }, 'stored by revision 4, newer than 3'],
    [
      'the state is gone',
      { ...asked(), state: 'waiting', revision: 3 },
      'state "waiting" does not exist in revision 3',
    ],
  ])('is refused when %s', (_why, stored, reason) => {
    expect(migrateInstance(definition, stored)).toEqual({ ok: false, reason });
  });
});
