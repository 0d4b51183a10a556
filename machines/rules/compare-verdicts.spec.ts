import { describe, expect, it } from '@jest/globals';
import { compareVerdicts } from './compare-verdicts.js';
import { judgeGate } from './gate.js';
import type { GateInput } from './gate-facts.js';
import { appointItem, buildGate, buildPost, buildSeat, buildTask, buildTeam, removeItem } from './spec-support.js';

const YOUNG = '1990-01';
const seats = [buildSeat('a', '1985-10'), buildSeat('b', YOUNG)];
const input = (change: Partial<GateInput> = {}): GateInput =>
  buildGate(seats, [appointItem('c', '1975-01')], { tasks: [buildTask({ quantity: 2 })], ...change });
const compare = (change: Partial<GateInput>) => compareVerdicts(judgeGate(input()), judgeGate(input(change)));

describe('two judgements of one matter', () => {
  it('differ in nothing when nothing has changed', () => {
    expect(compare({})).toEqual([]);
    expect(compare({ decisionDate: '2026-09-29' })).toEqual([]);
  });

  it('show who has aged out in the meantime', () => {
    const differences = compare({ decisionDate: '2026-10-08' });
    expect(differences.map(({ scope }) => scope)).toEqual(['overall', 'team']);
    expect(differences[0]!.sentence).toBe('总体结论由“通过”变为“提示”。');
    expect(differences[1]).toMatchObject({ team: 'T1', task: 'K1', change: 'changed' });
    expect(differences[1]!.sentence).toContain('等级由C变为B，调整前实配数由2变为1，调整前差额由0变为1');
  });

  it('show another policy version even when the verdict stands', () => {
    expect(compare({ policyVersion: 2 })).toEqual([
      { scope: 'policy', change: 'changed', sentence: '适用的规则版本由第1版变为第2版。' },
    ]);
  });

  it('show teams and findings that appear or vanish', () => {
    const teams = [buildTeam(seats), buildTeam([buildSeat('z', YOUNG)], { code: 'T2' })];
    const items = [
      appointItem('c', '1975-01', { appointTo: buildPost('p', 'T2') }),
      removeItem(seats[0]!, { kind: 'retire' }),
      removeItem(seats[0]!),
    ];
    const appeared = compare({ teams, items });
    expect(appeared.filter(({ scope }) => scope === 'team').map(({ team, change }) => [team, change])).toEqual([
      ['T1', 'changed'],
      ['T2', 'appeared'],
    ]);
    expect(appeared.filter(({ scope }) => scope === 'finding')).toMatchObject([
      { code: 'CADRE_TWICE', change: 'appeared' },
    ]);
    const back = compareVerdicts(judgeGate(input({ teams, items })), judgeGate(input()));
    expect(back.filter(({ change }) => change === 'vanished').map(({ scope }) => scope)).toEqual(['team', 'finding']);
  });
});
