import { describe, expect, it } from '@jest/globals';
import { passwordProblems } from './password-policy.js';

describe('passwordProblems', () => {
  it.each([
    ['three kinds, ten characters', 'Abcdefgh1x', []],
    ['Chinese counts as letters', '红山水草木2026#!', []],
    ['nine characters', 'Abcdefg1x', ['too-short']],
    ['the longest that is taken', `Aa1${'x'.repeat(125)}`, []],
    ['one more', `Aa1${'x'.repeat(126)}`, ['too-long']],
    ['two kinds', 'abcdefgh12345', ['too-plain']],
    ['two kinds with signs', 'abcdefgh-----', ['too-plain']],
    ['the user name in other case', 'xxZhang.SanA1', ['contains-username']],
    ['what is tried first', 'Password123!', ['well-known']],
    ['what is tried first, in disguise', '2026P@ssw0rd!', ['well-known']],
    ['the product and a year', 'Qingpei@2026', ['well-known']],
    ['more than that word', 'Qingpei-Horse-2026', []],
    ['several at once', 'zhang.san', ['too-short', 'too-plain', 'contains-username']],
  ])('%s', (_, password, problems) => {
    expect(passwordProblems(password, 'zhang.san')).toEqual(problems);
  });
});
