import { describe, expect, it } from '@jest/globals';
import { networkList, readConfig } from './index.js';

const faultsOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
const KEY = Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 37 + 11) % 256)).toString('base64');
const PRODUCTION = { PROFILE: 'production', DATA_KEY: KEY };
const OIDC = { OIDC_ISSUER: 'https://id.example.cn', OIDC_CLIENT_ID: 'q', OIDC_CLIENT_SECRET: 'hidden-secret' };

describe('how people sign in', () => {
  it('is strict in production unless said otherwise', () => {
    expect(readConfig(PRODUCTION).signIn).toMatchObject({
      passwordMaxAgeDays: 90,
      secondFactorRoles: ['sysadmin', 'secadmin', 'auditadmin'],
      changesPerMinute: 600,
    });
    expect(readConfig({}).signIn).toMatchObject({ passwordMaxAgeDays: 0, secondFactorRoles: [], ways: {} });
  });

  it.each<[string, Record<string, string>, string]>([
    ['half an OIDC client', { OIDC_ISSUER: OIDC.OIDC_ISSUER }, 'OIDC_CLIENT_SECRET'],
    ['OIDC without our own address', OIDC, 'PUBLIC_ORIGIN'],
    ['CAS without our own address', { CAS_URL: 'https://cas.example.cn/cas' }, 'PUBLIC_ORIGIN'],
    ['a provider in the clear in production', { ...PRODUCTION, CAS_URL: 'http://cas.example.cn' }, 'https'],
    ['a gateway that may stand anywhere', { GATEWAY_USER_HEADER: 'x-remote-user' }, 'GATEWAY_ADDRESSES'],
    ['a label that is markup', { ...OIDC, OIDC_LABEL: '<b>市统一认证</b>' }, 'OIDC_LABEL'],
    ['a network that is none', { TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES'],
    ['a name for an address', { TRUSTED_PROXIES: 'proxy.example.cn' }, 'TRUSTED_PROXIES'],
    ['a role map that is no JSON', { EXTERNAL_ROLE_MAP: 'a=b' }, 'EXTERNAL_ROLE_MAP'],
    ['a role map with a misspelt field', { EXTERNAL_ROLE_MAP: '[{"groop":"a","role":"b","unit":null}]' }, 'ROLE_MAP'],
  ])('is refused: %s', (_, environment, named) => {
    const message = faultsOf(environment);
    expect(message).toContain(named);
    expect(message).not.toContain('hidden-secret');
  });

  it('takes what fits together', () => {
    const { signIn } = readConfig({
      ...OIDC,
      PUBLIC_ORIGIN: 'https://qp.example.cn',
      CAS_URL: 'https://cas.example.cn/cas/',
      CAS_LABEL: ' 市政务统一认证 ',
      GATEWAY_USER_HEADER: 'X-Remote-User',
      GATEWAY_ADDRESSES: '10.0.0.1, 10.1.0.0/16,::1',
      EXTERNAL_ROLE_MAP: '[{"group":"a","role":"clerk","unit":"Q01"}]',
    });
    expect(signIn).toMatchObject({
      oidc: { issuer: 'https://id.example.cn', scope: 'openid profile' },
      casUrl: 'https://cas.example.cn/cas',
      ways: { oidc: '统一认证登录', cas: '市政务统一认证', gateway: '经办公网关登录' },
      gateway: { header: 'x-remote-user', addresses: ['10.0.0.1', '10.1.0.0/16', '::1'] },
      roleMap: [{ group: 'a', role: 'clerk', unit: 'Q01' }],
    });
  });

  it.each([
    ['10.0.0.1', true],
    ['10.1.255.255', true],
    ['10.2.0.0', false],
    ['10.0.0.2', false],
  ])('address %s lies in the list: %s', (address, lies) => {
    expect(networkList(['10.0.0.1', '10.1.0.0/16']).check(address, 'ipv4')).toBe(lies);
  });
});
