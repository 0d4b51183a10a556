import { describe, expect, it } from '@jest/globals';
import type { CallerGrant } from './caller.js';
import { scopeCondition } from './scope-condition.js';

const caller = (...grants: CallerGrant[]) => ({ grants });
const clerk = (unitPath: string): CallerGrant => ({ role: 'clerk', unitPath });

describe('scopeCondition', () => {
  it('has the same text for every caller, so that a statement with it can be prepared', () => {
    const one = scopeCondition(caller(clerk('3')), undefined, 'u.path', 2);
    const none = scopeCondition(caller(), ['clerk'], 'u.path', 2);
    expect(one.text).toBe('u.path <@ ANY($2::ltree[])');
    expect(none.text).toBe(one.text);
  });

  it('lets a caller without a counting grant see nothing', () => {
    expect(scopeCondition(caller(), undefined, 'path').values).toEqual([[]]);
    expect(scopeCondition(caller(clerk('3')), ['leader'], 'path').values).toEqual([[]]);
  });

  it('names each unit once, and the whole tree alone', () => {
    expect(scopeCondition(caller(clerk('7'), clerk('3'), clerk('7')), undefined, 'path').values).toEqual([['3', '7']]);
    expect(scopeCondition(caller(clerk('7'), clerk('')), undefined, 'path').values).toEqual([['']]);
  });

  it.each(['admin', 'sysadmin', 'secadmin', 'auditadmin'] as const)('shows %s no business data', (role) => {
    expect(scopeCondition(caller({ role, unitPath: '' }), undefined, 'path').values).toEqual([[]]);
  });
});
