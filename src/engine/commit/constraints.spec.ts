import { describe, expect, it } from '@jest/globals';
import { isPassing, isSecondCreation, mapConstraint, refusalOfConstraint } from './constraints.js';

const databaseError = (fields: object): Error => Object.assign(new Error('database'), fields);

describe('promises of the database as refusals', () => {
  mapConstraint('one_hold', (key) => ({ code: 'HELD', params: { ...key } }));

  it('tells the values that met', () => {
    const detail = 'Key (cadre_id, remove_post_id)=(12, 40) already exists.';
    const error = databaseError({ code: '23505', constraint: 'one_hold', detail });
    expect(refusalOfConstraint(error)).toEqual({ code: 'HELD', params: { cadre_id: '12', remove_post_id: '40' } });
  });

  it('does without values when the database gives none', () => {
    expect(refusalOfConstraint(databaseError({ constraint: 'one_hold' }))).toEqual({ code: 'HELD', params: {} });
  });

  it('leaves every other error alone', () => {
    expect(refusalOfConstraint(databaseError({ code: '23505', constraint: 'undeclared' }))).toBeNull();
    expect(refusalOfConstraint('no error at all')).toBeNull();
  });

  it('knows a creation that came second', () => {
    const error = databaseError({ code: '23505', constraint: 'filing_create_command_id_key' });
    expect(isSecondCreation(error)).toBe(true);
    expect(refusalOfConstraint(error)?.code).toBe('COMMAND_ID_TAKEN');
  });
});

it.each([
  ['40P01', true],
  ['40001', true],
  ['23505', false],
  [undefined, false],
])('an error %s passes when the transaction runs again: %s', (code, expected) => {
  expect(isPassing(databaseError({ code }))).toBe(expected);
});
