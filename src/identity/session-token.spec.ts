import { describe, expect, it } from '@jest/globals';
import { cookieOptions, hashOfToken, newSessionToken, tokenOf } from './session-token.js';

const withCookie = (cookie?: string) => ({ headers: cookie === undefined ? {} : { cookie } });

describe('session token', () => {
  it('holds 256 random bits and never comes twice', () => {
    const tokens = new Set(Array.from({ length: 100 }, newSessionToken));
    expect(tokens.size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('is found among other cookies', () => {
    const token = newSessionToken();
    expect(tokenOf(withCookie(`theme=dark; qingpei_session=${token}; x=1`))).toBe(token);
  });

  it.each([
    ['no cookie', undefined],
    ['another cookie that ends alike', `x_qingpei_session=${'a'.repeat(43)}`],
    ['a value that cannot be a token', 'qingpei_session=abc'],
    ['a value with quotes', `qingpei_session="${'a'.repeat(43)}"`],
    ['a value too long', `qingpei_session=${'a'.repeat(44)}`],
  ])('is absent: %s', (_, cookie) => {
    expect(tokenOf(withCookie(cookie))).toBeNull();
  });

  it('is stored as SHA-256', () => {
    expect(hashOfToken('abc').toString('hex')).toMatch(/^ba7816bf8f01cfea/);
  });

  it('travels in a cookie that no script reads and no other site sends', () => {
    expect(cookieOptions(true)).toEqual({ httpOnly: true, sameSite: 'strict', path: '/', secure: true });
    expect(cookieOptions(false).secure).toBe(false);
  });
});
