import { describe, expect, it } from '@jest/globals';
import { describeError } from './index.js';

describe('an error in the log', () => {
  it('of the database keeps its code and constraint, never a value', () => {
    const error = Object.assign(new Error('invalid input syntax for type date: "王小明"'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'cadre_code_key',
      detail: 'Key (name)=(王小明) already exists.',
      parameters: ['王小明'],
    });
    const described = describeError(new Error('could not store', { cause: error }));
    expect(described).toMatchObject({
      message: 'could not store',
      cause: { code: '23505', constraint: 'cadre_code_key' },
    });
    expect(JSON.stringify(described)).not.toContain('王小明');
  });

  it('keeps where it happened', () => {
    expect(describeError(new Error('x')).stack).toContain('describe-error.spec');
  });

  it('may be anything that was thrown', () => {
    expect(describeError('王小明')).toEqual({ name: 'string', message: 'thrown value is not an error' });
  });
});
