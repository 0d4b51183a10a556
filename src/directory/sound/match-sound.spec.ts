import { describe, expect, it } from '@jest/globals';
import { isSound, soundMatcher } from './match-sound.js';

describe('names by their sound', () => {
  it('are found in full, by initials, and mixed', async () => {
    for (const typed of ['wangming', 'wm', 'wangm', 'wming', 'Wang Ming', 'wami']) {
      const matches = await soundMatcher(typed);
      expect([typed, matches('王明'), matches('李红')]).toEqual([typed, true, false]);
    }
  });

  it('know that a character may have several readings, and what keyboards have no key for', async () => {
    const found = async (typed: string, name: string) => (await soundMatcher(typed))(name);
    expect(await Promise.all([found('shanyujie', '单玉洁'), found('danyujie', '单玉洁')])).toEqual([true, true]);
    expect(await Promise.all([found('lv', '吕强'), found('luqiang', '吕强')])).toEqual([true, true]);
  });

  it('are found within longer names, in one piece', async () => {
    const matches = await soundMatcher('zzb');
    expect([matches('巴音塔拉旗旗委组织部'), matches('组部织')]).toEqual([true, false]);
  });

  it('are letters alone: codes and characters are searched as they stand', () => {
    expect(['wm', "xi'an"].map(isSound)).toEqual([true, true]);
    expect(['G004540', '王明', 'w明', ''].map(isSound)).toEqual([false, false, false, false]);
  });
});
