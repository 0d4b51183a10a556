import { describe, expect, it } from '@jest/globals';
import type { Caller, CallerGrant } from '../types.js';
import { capacities, fitting } from './choose-actor.js';

const caller = (...grants: CallerGrant[]): Caller => ({ userId: 7, displayName: '甲', grants });

describe('capacities of a caller', () => {
  it('is the product itself when nobody calls', () => {
    expect(capacities(null, '3')).toEqual([{ userId: null, role: 'system' }]);
  });

  it('is nothing outside the granted units', () => {
    expect(capacities(caller({ role: 'chief', unitPath: '4' }), '3.17')).toEqual([]);
  });

  it('is nothing for an administrator, whose grant reaches no unit', () => {
    expect(capacities(caller({ role: 'sysadmin', unitPath: 'nowhere' }), '3.17')).toEqual([]);
  });

  it('puts own grants before borrowed ones, each once', () => {
    const actors = capacities(
      caller(
        { role: 'deputy', unitPath: '', onBehalfOf: 9 },
        { role: 'reviewer', unitPath: '3' },
        { role: 'reviewer', unitPath: '' },
      ),
      '3.17',
    );
    expect(actors).toEqual([
      { userId: 7, role: 'reviewer' },
      { userId: 7, role: 'deputy', onBehalfOf: 9 },
    ]);
  });

  it('keeps only what the event asks for, or leaves the first to be refused', () => {
    const actors = capacities(caller({ role: 'clerk', unitPath: '3' }, { role: 'leader', unitPath: '3' }), '3');
    expect(fitting(actors, ['leader', 'chief'])).toEqual([{ userId: 7, role: 'leader' }]);
    expect(fitting(actors, ['head'])).toEqual([{ userId: 7, role: 'clerk' }]);
  });
});
