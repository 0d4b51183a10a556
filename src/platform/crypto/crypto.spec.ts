import { describe, expect, it } from '@jest/globals';
import { FieldCipher, maskMiddle } from './index.js';

describe('a protected field', () => {
  const cipher = new FieldCipher(Buffer.alloc(32, 7));

  it('can be read again, and is never stored the same way twice', () => {
    const first = cipher.protect('150402198609300016');
    const second = cipher.protect('150402198609300016');
    expect(cipher.reveal(first.cipher)).toBe('150402198609300016');
    expect(first.cipher.equals(second.cipher)).toBe(false);
    expect(first.cipher.includes('150402')).toBe(false);
  });

  it('has a hash that is equal for equal values only, and only under the same key', () => {
    const hash = cipher.protect('150402198609300016').hash;
    expect(hash).toEqual(cipher.hash('150402198609300016'));
    expect(hash).not.toEqual(cipher.hash('150402198609300024'));
    expect(hash).not.toEqual(new FieldCipher(Buffer.alloc(32, 8)).hash('150402198609300016'));
    expect(hash).toHaveLength(32);
  });

  it('cannot be read when any byte was changed, when cut short, or with another key', () => {
    const stored = cipher.protect('').cipher;
    for (let at = 0; at < stored.length; at += 1) {
      const changed = Buffer.from(stored);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => cipher.reveal(changed)).toThrow('cannot be read');
    }
    expect(() => cipher.reveal(stored.subarray(0, 40))).toThrow('cannot be read');
    expect(() => new FieldCipher(Buffer.alloc(32, 8)).reveal(stored)).toThrow('cannot be read');
  });

  it('wants a whole key', () => {
    expect(() => new FieldCipher(Buffer.alloc(31))).toThrow('32 bytes');
  });
});

describe('a mask', () => {
  it('keeps head and tail of a long text and nothing of a short one', () => {
    expect(maskMiddle('150402198609300016', 6, 4)).toBe('150402********0016');
    expect(maskMiddle('12345678901', 6, 4)).toBe('***********');
    expect(maskMiddle('', 6, 4)).toBe('');
  });
});
