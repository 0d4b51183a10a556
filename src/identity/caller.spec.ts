import { describe, expect, it } from '@jest/globals';
import { type CallerRow, NOWHERE, callerOf, coversUnit, holdsRole } from './caller.js';

const B = 2;
const row = (...grants: CallerRow['grants']): CallerRow => ({ userId: B, username: 'b', displayName: '乙', grants });

describe('callerOf', () => {
  it('marks what is borrowed with the person who holds it, however long the chain', () => {
    const caller = callerOf(
      row(
        { role: 'deputy', unitPath: '', holder: 1 },
        { role: 'reviewer', unitPath: '3', holder: B },
        { role: 'chief', unitPath: '3.4', holder: 7 },
      ),
    );
    expect(caller.grants).toEqual([
      { role: 'reviewer', unitPath: '3' },
      { role: 'deputy', unitPath: '', onBehalfOf: 1 },
      { role: 'chief', unitPath: '3.4', onBehalfOf: 7 },
    ]);
  });

  it.each(['admin', 'sysadmin', 'secadmin', 'auditadmin'] as const)('lends nobody the role %s', (role) => {
    expect(callerOf(row({ role, unitPath: '', holder: 1 })).grants).toEqual([]);
  });

  it.each(['admin', 'sysadmin', 'secadmin', 'auditadmin'] as const)('gives %s nothing borrowed and no unit', (role) => {
    const caller = callerOf(row({ role: 'head', unitPath: '', holder: 1 }, { role, unitPath: '', holder: B }));
    expect(caller.grants).toEqual([{ role, unitPath: NOWHERE }]);
    expect(coversUnit(caller, [role], '3')).toBe(false);
  });
});

describe('coversUnit', () => {
  const caller = callerOf(
    row({ role: 'clerk', unitPath: '3.17', holder: B }, { role: 'head', unitPath: '', holder: 1 }),
  );

  it.each([
    ['the unit itself', '3.17', true],
    ['a unit below', '3.17.240', true],
    ['the unit above', '3', false],
    ['a unit whose number begins alike', '3.170', false],
    ['a neighbour', '3.18', false],
  ])('%s', (_, path, covered) => {
    expect(coversUnit(caller, ['clerk'], path)).toBe(covered);
  });

  it('counts only grants of the roles asked for', () => {
    expect(coversUnit(caller, ['leader'], '3.17')).toBe(false);
    expect(coversUnit(caller, ['leader', 'clerk'], '3.17')).toBe(true);
    expect(coversUnit(caller, [], '3.17')).toBe(false);
  });

  it('takes an empty path for the whole tree', () => {
    expect(coversUnit(caller, ['head'], '9.9.9')).toBe(true);
  });

  it('holdsRole asks for the role alone, own or borrowed', () => {
    expect(holdsRole(caller, ['head'])).toBe(true);
    expect(holdsRole(caller, ['admin', 'chief'])).toBe(false);
  });
});
