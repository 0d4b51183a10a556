import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import type { AccessRule } from '../../platform/index.js';
import type { AuditRule } from '../../platform/audit/index.js';
import { type RecordedCaller, RequestRecord } from './request-record.js';

interface Given {
  method?: string;
  path?: string;
  params?: Record<string, string>;
  ip?: string;
  headers?: Record<string, string>;
  grants?: RecordedCaller['grants'];
}

function record(given: Given = {}): RequestRecord {
  const { method = 'GET', path = '/api/v1/cadres/:code', params = {}, ip, headers = {}, grants } = given;
  const caller = grants === undefined ? undefined : { userId: 7, grants };
  const request = { method, params, ip, caller, route: { path }, header: (name: string) => headers[name] };
  return new RequestRecord(request as unknown as Request);
}

const access = (roles: AccessRule['roles'], scope: 'none' | 'unit' | 'case' | 'global'): AccessRule =>
  ({ roles, scope, why: 'a test' }) as AccessRule;

describe('what is recorded of a request', () => {
  it.each<[string, string, AccessRule | undefined, AuditRule | undefined, string]>([
    ['a read within units', 'GET', access(['clerk'], 'unit'), undefined, 'read'],
    ['a read of a case', 'HEAD', access(['clerk'], 'case'), undefined, 'read'],
    ['a read of the installation', 'GET', access(['sysadmin'], 'global'), undefined, 'read'],
    ['a read that touches no data', 'GET', access('signed-in', 'none'), undefined, 'nothing'],
    ['a read declared to show nobody', 'GET', access(['clerk'], 'unit'), { records: 'nothing', why: '-' }, 'nothing'],
    ['a question sent as POST', 'POST', access(['clerk'], 'unit'), { records: 'read' }, 'read'],
    ['a change', 'POST', access(['clerk'], 'unit'), undefined, 'change'],
    ['a change of one’s own account', 'DELETE', access('signed-in', 'none'), undefined, 'change'],
    ['a change that no guard let through', 'PATCH', undefined, undefined, 'change'],
  ])('%s', (_, method, rule, auditRule, expected) => {
    const request = record({ method });
    request.admit(rule, auditRule);
    expect(request.records).toBe(expected);
    expect(request.base().event).toBe(expected === 'change' ? 'change' : 'read');
  });

  const GRANTS = [
    { role: 'clerk', unitPath: '3.17' },
    { role: 'reviewer', unitPath: '4' },
    { role: 'deputy', unitPath: '', onBehalfOf: 9 },
    { role: 'reviewer', unitPath: '', onBehalfOf: 9 },
  ];

  it.each([
    ['in the capacity the route asks for', ['reviewer'], { role: 'reviewer', unitPath: '4', onBehalfOf: null }],
    ['in an absent colleague’s place where only that opens it', ['deputy'], { role: 'deputy', onBehalfOf: 9 }],
    ['in the first capacity where none does', ['head'], { role: 'clerk', unitPath: '3.17', onBehalfOf: null }],
  ])('names the actor %s', (_, roles, expected) => {
    const request = record({ grants: GRANTS });
    request.admit(access(roles, 'unit'), undefined);
    expect(request.base()).toMatchObject({ actorId: 7, ...expected });
  });

  it('names nobody where nobody signed in, and no role where somebody holds none', () => {
    expect(record().base()).toMatchObject({ actorId: null, role: null, unitPath: null });
    expect(record({ grants: [] }).base()).toMatchObject({ actorId: 7, role: null, unitPath: null });
  });

  it.each([
    ['/api/v1/users/:id/grants/:grantId', { id: '5', grantId: '12' }, 'users', '5/12'],
    ['/api/v1/cadres', {}, 'cadres', null],
    ['/health/ready', {}, 'product', null],
  ])('names the thing by its route: %s', (path, params, objectType, objectId) => {
    expect(record({ path, params }).base()).toMatchObject({ objectType, objectId, action: `GET ${path}` });
  });

  it('keeps where it came from, and of the browser a digest alone', () => {
    const { address, terminal } = record({ ip: 'fe80::1%eth0', headers: { 'user-agent': 'Chrome/106' } });
    expect([address, terminal]).toEqual(['fe80::1', expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect([record().address, record().terminal]).toEqual([null, null]);
  });
});
