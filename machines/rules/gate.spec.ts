import { describe, expect, it } from '@jest/globals';
import { judgeGate } from './gate.js';
import type { GateInput, GateItem } from './gate-facts.js';
import type { GateOutcome, Severity } from './policy.js';
import { appointItem, buildGate, buildPost, buildSeat, buildTask, buildTeam, removeItem } from './spec-support.js';
import type { Seat } from './staffing-facts.js';
import { ITEM_KINDS, type ItemKind, type Verdict } from './vocabulary.js';

const YOUNG = '1990-01';
const OLDER = '1975-01';
const EXEMPT = Object.entries(ITEM_KINDS).flatMap(([kind, { exempt }]) => (exempt ? [kind as ItemKind] : []));

const young = (n: number): Seat[] => Array.from({ length: n }, (_, i) => buildSeat(`y${i}`, YOUNG));
const older = (n: number): Seat[] => Array.from({ length: n }, (_, i) => buildSeat(`o${i}`, OLDER));
const comes = (n: number, birth: string): GateItem[] =>
  Array.from({ length: n }, (_, i) => appointItem(`c${i}-${birth}`, birth));
const judge = (seats: Seat[], items: GateItem[], quantity: number, change: Partial<GateInput> = {}) =>
  judgeGate(buildGate(seats, items, { tasks: [buildTask({ quantity })], ...change }));
const rowOf = (...args: Parameters<typeof judge>) => judge(...args).teams[0]!;

type Case = [Severity, GateOutcome, number, Seat[], GateItem[], Verdict];
const [firstYoung] = young(1) as [Seat];
const [firstOlder] = older(1) as [Seat];

const TABLE: Case[] = [
  [3, 'met', 1, [], comes(1, YOUNG), 'clear'],
  [3, 'improved', 3, [], comes(1, YOUNG), 'flag'],
  [3, 'unchanged', 1, older(1), [removeItem(firstOlder)], 'flag'],
  [3, 'unchangedFillingVacancy', 1, [], comes(1, OLDER), 'block'],
  [3, 'worsened', 3, young(1), [removeItem(firstYoung)], 'block'],
  [2, 'met', 2, young(1), comes(1, YOUNG), 'clear'],
  [2, 'improved', 4, young(2), comes(1, YOUNG), 'flag'],
  [2, 'unchanged', 2, [...young(1), ...older(1)], [removeItem(firstOlder)], 'flag'],
  [2, 'unchangedFillingVacancy', 2, young(1), comes(1, OLDER), 'flag'],
  [2, 'worsened', 2, young(1), [removeItem(firstYoung)], 'block'],
  [1, 'unchanged', 1, [...young(1), ...older(1)], [removeItem(firstOlder)], 'clear'],
  [1, 'unchangedFillingVacancy', 1, young(1), comes(1, OLDER), 'clear'],
  [1, 'worsened', 1, young(1), [removeItem(firstYoung)], 'flag'],
];

describe('the decision table', () => {
  it.each(TABLE)('severity %i, %s', (severity, outcome, quantity, seats, items, verdict) => {
    const row = rowOf(seats, items, quantity);
    expect(row).toMatchObject({ severity, verdict, exempt: false });
    expect(row.fillsVacancy).toBe(items.some(({ appointTo }) => appointTo !== undefined));
    expect(Math.sign(row.delta)).toBe({ met: -1, improved: -1, worsened: 1 }[outcome as 'met'] ?? 0);
  });

  it('gives the worst verdict of all rows', () => {
    const other = buildTeam([buildSeat('z', YOUNG, { post: 'z1' })], { code: 'T2', name: '乙班子' });
    const move: GateItem = {
      cadre: { code: 'z', name: '干部z', birth: YOUNG },
      appointTo: buildPost('new'),
      removeFrom: { post: 'z1', team: 'T2' },
      kind: 'transfer',
    };
    const result = judge([], [move], 1, { teams: [buildTeam([]), other] });
    expect(result.teams.map(({ team, verdict }) => [team, verdict])).toEqual([
      ['T1', 'clear'],
      ['T2', 'flag'],
    ]);
    expect(result.verdict).toBe('flag');
  });

  it('judges every task of a team, in the order of their codes', () => {
    const tasks = [buildTask({ code: 'K2', quantity: 3 }), buildTask({ code: 'K1', quantity: 1 })];
    const result = judge([], comes(1, YOUNG), 0, { tasks });
    expect(result.teams.map(({ task, verdict }) => [task, verdict])).toEqual([
      ['K1', 'clear'],
      ['K2', 'flag'],
    ]);
  });

  it('remembers which policy version judged, for which day', () => {
    expect(judge([], comes(1, YOUNG), 1, { policyVersion: 7 })).toMatchObject({
      policyVersion: 7,
      decisionDate: '2026-09-30',
    });
  });
});

describe('what a proposal is compared with', () => {
  it('is the decision date: who ages out or leaves by then no longer counts', () => {
    const seats = [buildSeat('a', '1985-10'), buildSeat('b', YOUNG, { to: '2026-10-01' })];
    expect(rowOf(seats, comes(1, OLDER), 2).before.actual).toBe(2);
    expect(rowOf(seats, comes(1, OLDER), 2, { decisionDate: '2026-10-01' }).before.actual).toBe(0);
  });

  it('includes what other cleared proposals will do', () => {
    const cleared = [removeItem(firstYoung), appointItem('c', YOUNG), appointItem('d', YOUNG)];
    const row = rowOf(young(1), comes(1, OLDER), 2, { cleared });
    expect(row).toMatchObject({ before: { actual: 2, shortfall: 0 }, delta: 0, verdict: 'clear' });
  });

  it('uses the quarters missed when the strategy asks for them', () => {
    const input = buildGate([], comes(1, OLDER), { tasks: [buildTask({ quantity: 1 })] });
    const levels = { ...input.policy.levels, strategy: 'persistence' as const };
    const policy = { ...input.policy, levels };
    expect(judgeGate({ ...input, policy }).teams[0]).toMatchObject({ level: 'B', verdict: 'flag' });
    const unmetQuarters = { 'T1/K1': 2 };
    expect(judgeGate({ ...input, policy, unmetQuarters }).teams[0]).toMatchObject({ level: 'A', verdict: 'block' });
  });

  it('counts the unmet tasks of the team when the strategy asks for them', () => {
    const tasks = ['K1', 'K2', 'K3', 'K4'].map((code) => buildTask({ code, quantity: 1 }));
    const input = buildGate([], comes(1, OLDER), { tasks });
    const levels = { ...input.policy.levels, strategy: 'unmetIndicatorCount' as const };
    const result = judgeGate({ ...input, policy: { ...input.policy, levels } });
    expect(result.teams.map(({ severity }) => severity)).toEqual([3, 3, 3, 3]);
  });

  it('does not take a secondee for filling a vacancy', () => {
    const items = [appointItem('c', OLDER, { mode: 'secondment' })];
    expect(rowOf([], items, 1)).toMatchObject({ fillsVacancy: false, verdict: 'flag' });
  });

  it('tells a change of post within the team from arrivals', () => {
    const seat = buildSeat('a', YOUNG);
    const item: GateItem = {
      ...removeItem(seat, { kind: 'promote' }),
      appointTo: buildPost('head', 'T1', 'principal'),
    };
    const tasks = [buildTask({ quantity: 1, principalOnly: true })];
    const result = judge([seat], [item], 1, { tasks });
    expect(result.teams[0]).toMatchObject({ before: { actual: 0 }, after: { actual: 1 }, verdict: 'clear' });
    expect(result.teams[0]!.sentence).toContain('班子内调整1名（干部a，36岁，调整后计入）');
  });
});

describe('exempt kinds', () => {
  it.each(EXEMPT)('%s of the only young member is flagged at most, at any level', (kind) => {
    for (const quantity of [1, 2, 3]) {
      const row = rowOf(young(1), [removeItem(firstYoung, { kind })], quantity);
      expect(row).toMatchObject({ delta: 1, verdict: 'flag', exempt: true });
      expect(row.sentence).toContain('豁免');
    }
  });

  it('do not cover what the unit itself does in the same proposal', () => {
    const retire = removeItem(firstOlder, { kind: 'retire' });
    const row = rowOf(older(1), [retire, ...comes(1, OLDER)], 1);
    expect(row).toMatchObject({ verdict: 'block', exempt: false });
    const seats = [...young(2), ...older(1)];
    expect(rowOf(seats, [retire, removeItem(firstYoung)], 3)).toMatchObject({ verdict: 'block', exempt: false });
  });

  it('do not turn a replacement by a young cadre into a block', () => {
    const items = [removeItem(firstYoung, { kind: 'sanction' }), ...comes(1, YOUNG)];
    expect(rowOf(young(1), items, 3)).toMatchObject({ delta: 0, severity: 3, verdict: 'flag', exempt: true });
  });

  it('stay flagged even where a stricter city blocks whatever does not improve', () => {
    const input = buildGate(young(1), [removeItem(firstYoung, { kind: 'death' })], {
      tasks: [buildTask({ quantity: 3 })],
    });
    const table = { ...input.policy.gate.table, 3: { ...input.policy.gate.table[3], unchanged: 'block' as const } };
    expect(judgeGate({ ...input, policy: { ...input.policy, gate: { ...input.policy.gate, table } } }).verdict).toBe(
      'flag',
    );
  });

  it('cover an appointment that is not the unit’s own', () => {
    const items = [appointItem('c', OLDER, { kind: 'military-placement' })];
    expect(rowOf([], items, 1)).toMatchObject({ delta: 0, verdict: 'flag', exempt: true });
  });
});

describe('the sentence', () => {
  it('has the arithmetic and each person’s effect', () => {
    const leaver = buildSeat('a', '1989-12', { name: '李四' });
    const arrival = appointItem('b', '1991-05', { cadre: { code: 'b', name: '张三', birth: '1991-05' } });
    expect(rowOf([leaver], [arrival, removeItem(leaver)], 2).sentence).toBe(
      '应配2名、现配1名、差1名；本次调入1名（张三，35岁，计入）、调出1名（李四，36岁，计入），调整后仍为1名，差额未减少。',
    );
  });

  it.each([
    [[], comes(1, YOUNG), 1, '调整后为1名，达到应配数'],
    [[], comes(1, YOUNG), 3, '调整后为1名，差额由3名减至2名'],
    [young(1), [removeItem(firstYoung)], 1, '应配1名、现配1名、已达到'],
    [young(1), [removeItem(firstYoung)], 1, '调整后为0名，差额由0名增至1名'],
    [young(1), comes(1, OLDER), 1, '51岁，不计入），调整后仍为1名，仍达到应配数'],
  ])('says what becomes of the shortfall (%#)', (seats, items, quantity, text) => {
    expect(rowOf(seats, items, quantity).sentence).toContain(text);
  });

  it('counts nobody who is not born yet on a decision day long past', () => {
    const row = judge([], comes(1, YOUNG), 1, { decisionDate: '1950-01-01' }).teams[0]!;
    expect(row).toMatchObject({ after: { actual: 0 } });
    expect(row.sentence).toContain('当日尚未出生，不计入');
  });

  it('mentions a due number that moves with the incumbents', () => {
    const tasks = [buildTask({ rule: 'ratio-ceil', share: { num: 1, den: 2 }, base: 'incumbents' })];
    const row = rowOf(older(2), comes(1, OLDER), 0, { tasks });
    expect(row).toMatchObject({ before: { base: 2, due: 1 }, after: { base: 3, due: 2 }, verdict: 'block' });
    expect(row.sentence).toContain('应配变为2名，调整后仍为0名，差额由1名增至2名');
  });
});
