import { describe, expect, it } from '@jest/globals';
import type { AccessRule } from '../platform/index.js';
import { faultsOf } from './access-check.js';

const route = (access: AccessRule | null) => faultsOf({ name: 'C.m', method: 'GET', path: '/x', access });

describe('faultsOf', () => {
  it.each<[string, AccessRule]>([
    ['public, with its reason', { roles: 'public', scope: 'none', why: 'monitoring' }],
    ['any account', { roles: 'signed-in', scope: 'none' }],
    ['known roles', { roles: ['clerk', 'head'], scope: 'unit' }],
  ])('takes %s', (_, access) => {
    expect(route(access)).toEqual([]);
  });

  it.each<[string, AccessRule | null]>([
    ['no declaration', null],
    ['public without a reason', { roles: 'public', scope: 'none', why: ' ' }],
    ['no role at all', { roles: [], scope: 'unit' }],
    ['an unknown role', { roles: ['clerk', 'boss'], scope: 'unit' }],
    ['the product itself, which never signs in', { roles: ['system'], scope: 'unit' }],
  ])('names the route: %s', (_, access) => {
    expect(route(access)).toEqual([expect.stringContaining('GET /x（C.m）')]);
  });
});
