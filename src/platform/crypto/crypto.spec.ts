import { describe, expect, it } from '@jest/globals';
import { FieldCipher, maskMiddle } from './index.js';

/** A generated number under the key of thirty-two sevens. */
const STORED_BEFORE_KEY_IDS =
  '01d49010ba9c6656ff17f773eb6495c156331e156db58c32e28242c2fb5a4af6e17062035981b05753f45aa43f9ed18a4400f50a15ddecb61d83b1282e692824ff50921a621481ca8aaa8c88c03dcb485b';

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
    const rotated = new FieldCipher(Buffer.alloc(32, 8), [Buffer.alloc(32, 7)]);
    expect(rotated.hashes('150402198609300016')).toEqual([rotated.hash('150402198609300016'), hash]);
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
    expect(() => new FieldCipher(Buffer.alloc(32), [Buffer.alloc(33)])).toThrow('32 bytes');
  });

  it('stays readable under a new key as long as the old one is at hand, and says that it waits to be moved', () => {
    const stored = cipher.protect('150402198609300016').cipher;
    const both = new FieldCipher(Buffer.alloc(32, 9), [Buffer.alloc(32, 8), Buffer.alloc(32, 7)]);
    expect(both.reveal(stored)).toBe('150402198609300016');
    expect([cipher.isCurrent(stored), both.isCurrent(stored)]).toEqual([true, false]);
    const moved = both.protect(both.reveal(stored)).cipher;
    expect(both.isCurrent(moved)).toBe(true);
    expect(() => cipher.reveal(moved)).toThrow('cannot be read');
    expect(new FieldCipher(Buffer.alloc(32, 9)).reveal(moved)).toBe('150402198609300016');
  });

  it('is read in the form it had before keys were named, and counts as waiting to be moved', () => {
    const stored = Buffer.from(STORED_BEFORE_KEY_IDS, 'hex');
    expect(cipher.reveal(stored)).toBe('150402198609300016');
    expect(new FieldCipher(Buffer.alloc(32, 9), [Buffer.alloc(32, 7)]).reveal(stored)).toBe('150402198609300016');
    expect(cipher.isCurrent(stored)).toBe(false);
    expect(() => new FieldCipher(Buffer.alloc(32, 8)).reveal(stored)).toThrow('cannot be read');
  });
});

describe('a mask', () => {
  it('keeps head and tail of a long text and nothing of a short one', () => {
    expect(maskMiddle('150402198609300016', 6, 4)).toBe('150402********0016');
    expect(maskMiddle('12345678901', 6, 4)).toBe('***********');
    expect(maskMiddle('', 6, 4)).toBe('');
  });
});
