import { describe, expect, it } from '@jest/globals';
import { DEPARTMENT_SIDE, type Role } from '../../machines/kernel/index.js';
import { leave } from '../../machines/kernel/toy/spec-support.js';
import { asReader } from './as-reader.js';
import type { CallerGrant, WorkflowRuntime } from './types.js';

const runtime = (readers?: readonly Role[]): Pick<WorkflowRuntime, 'definition'> => ({
  definition: leave({ readers }),
});
const grants: CallerGrant[] = [
  { role: 'reviewer', unitPath: '1' },
  { role: 'clerk', unitPath: '2' },
  { role: 'discipline', unitPath: '' },
  { role: 'auditadmin', unitPath: 'nowhere' },
];
const caller = { userId: 1, displayName: '甲', grants };

describe('who reads the cases of a workflow', () => {
  it('are unit and department, where nothing is said', () => {
    expect(asReader(runtime(), caller).grants).toEqual(grants.slice(0, 2));
  });

  it('are those named and, one person having several roles, only where he holds such a role', () => {
    expect(
      asReader(runtime([...DEPARTMENT_SIDE, 'discipline']), caller).grants.map(({ unitPath }) => unitPath),
    ).toEqual(['1', '']);
    expect(asReader(runtime(DEPARTMENT_SIDE), { ...caller, grants: grants.slice(1) }).grants).toEqual([]);
  });

  it('leaves the product itself as it is', () => {
    expect(asReader(runtime(), null)).toBeNull();
  });
});
