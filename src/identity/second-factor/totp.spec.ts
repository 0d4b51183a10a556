import { describe, expect, it } from '@jest/globals';
import { base32Of, newTotpSecret, totpCode, totpStepOf, totpUri } from './totp.js';

// The secret and the last six digits of the codes that RFC 6238 gives for SHA-1.
const SECRET = base32Of(Buffer.from('12345678901234567890'));

describe('a time-based code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('is that of RFC 6238 at second %d', (seconds, code) => {
    expect(totpCode(SECRET, Math.floor(seconds / 30))).toBe(code);
    expect(totpStepOf(SECRET, code, seconds, 0)).toBe(Math.floor(seconds / 30));
  });

  it('counts one step before and after, no further', () => {
    const at = (step: number) => totpStepOf(SECRET, totpCode(SECRET, step), 3000, 0);
    expect([98, 99, 100, 101, 102].map(at)).toEqual([null, 99, 100, 101, null]);
  });

  it('never counts twice, nor after a later one', () => {
    expect(totpStepOf(SECRET, totpCode(SECRET, 100), 3000, 100)).toBeNull();
    expect(totpStepOf(SECRET, totpCode(SECRET, 99), 3000, 100)).toBeNull();
    expect(totpStepOf(SECRET, totpCode(SECRET, 101), 3000, 100)).toBe(101);
  });

  it.each(['', '28708', '2870820', 'abcdef', '２８７０８２'])('is not %p', (code) => {
    expect(totpStepOf(SECRET, code, 59, 0)).toBeNull();
  });

  it('has a secret of 160 bits that is new each time', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(newTotpSecret());
  });

  it('is set up by an address that authenticator programs read', () => {
    expect(totpUri(SECRET, 'zhang.san', '青配')).toBe(
      `otpauth://totp/%E9%9D%92%E9%85%8D:zhang.san?secret=${SECRET}&issuer=%E9%9D%92%E9%85%8D&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
