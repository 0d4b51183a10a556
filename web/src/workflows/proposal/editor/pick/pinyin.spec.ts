import { describe, expect, it } from '@jest/globals';
import { isPinyin, pinyinMatcher } from './pinyin.js';

describe('names by their sound', () => {
  it('are found in full, by initials, and mixed', async () => {
    for (const typed of ['wangming', 'wm', 'wangm', 'wming', 'Wang Ming']) {
      const matches = await pinyinMatcher(typed);
      expect([typed, matches('王明'), matches('李红')]).toEqual([typed, true, false]);
    }
  });

  it('know that a character may have several readings', async () => {
    expect((await pinyinMatcher('dyj'))('单玉洁') || (await pinyinMatcher('syj'))('单玉洁')).toBe(true);
  });

  it('are letters alone: codes and characters are for the server', () => {
    expect(['wm', "xi'an"].map(isPinyin)).toEqual([true, true]);
    expect(['G004540', '王明', 'w明'].map(isPinyin)).toEqual([false, false, false]);
  });
});
