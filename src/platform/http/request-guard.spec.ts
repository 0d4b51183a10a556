import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import { RefusalError } from './refusal.js';
import { RequestGuard } from './request-guard.js';

type Headers = Record<string, string>;

function verdict(method: string, headers: Headers, publicOrigin?: string): string {
  const request = { method, header: (name: string) => headers[name], is: () => 'application/json' };
  const context = { switchToHttp: () => ({ getRequest: () => request }), getHandler: () => verdict };
  try {
    return String(new RequestGuard(new Reflector(), publicOrigin).canActivate(context as unknown as ExecutionContext));
  } catch (error) {
    return (error as RefusalError).refusal.code;
  }
}

const host = { host: 'qp.example.cn:3000' };

describe('a request that changes something', () => {
  it.each<[string, Headers, string]>([
    ['from our own page', { origin: 'http://qp.example.cn:3000' }, 'true'],
    ['from our own page behind a proxy that ends https', { origin: 'https://qp.example.cn:3000' }, 'true'],
    ['from another port', { origin: 'http://qp.example.cn:4000' }, 'CROSS_SITE_REQUEST'],
    ['from another site', { origin: 'http://evil.example' }, 'CROSS_SITE_REQUEST'],
    ['from a site that has our name as its tail', { origin: 'http://x.qp.example.cn:3000' }, 'CROSS_SITE_REQUEST'],
    ['from a sandboxed page', { origin: 'null' }, 'CROSS_SITE_REQUEST'],
    ['from a program', {}, 'true'],
    ['typed into the address line', { 'sec-fetch-site': 'none' }, 'true'],
    ['from a browser that names no origin, same site', { 'sec-fetch-site': 'same-site' }, 'CROSS_SITE_REQUEST'],
    ['from a browser that names no origin, other site', { 'sec-fetch-site': 'cross-site' }, 'CROSS_SITE_REQUEST'],
  ])('%s', (_, headers, expected) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(verdict(method, { ...host, ...headers })).toBe(expected);
    expect(verdict('GET', { ...host, ...headers })).toBe('true');
  });

  it('must come from the public origin exactly when one is set', () => {
    const ours = 'https://qp.example.cn';
    expect(verdict('POST', { ...host, origin: ours }, ours)).toBe('true');
    expect(verdict('POST', { ...host, origin: 'http://qp.example.cn:3000' }, ours)).toBe('CROSS_SITE_REQUEST');
  });
});
