import { describe, expect, it } from '@jest/globals';
import { judgeGate } from './gate.js';
import type { GateInput, GateItem } from './gate-facts.js';
import { appointItem, buildGate, buildPost, buildSeat, buildTask, buildTeam, removeItem } from './spec-support.js';
import type { Candidate } from './suggestion-drafts.js';
import { suggest } from './suggestions.js';
import type { Seat } from './staffing-facts.js';

const YOUNG = '1990-01';
const OLDER = '1975-01';
const candidate = (code: string, birth = YOUNG, change: Partial<Candidate> = {}): Candidate => ({
  code,
  name: `人选${code}`,
  birth,
  rank: '四级主任科员',
  currentPosts: [],
  ...change,
});
const blocked = (change: Partial<GateInput> = {}, seats: Seat[] = []): GateInput =>
  buildGate(seats, [appointItem('old', OLDER)], { tasks: [buildTask({ quantity: 1 })], ...change });

describe('suggestions', () => {
  it('propose someone who counts for the same post', () => {
    const [first] = suggest(blocked(), [candidate('n')], [], 5);
    expect(first).toMatchObject({ kind: 'replace-appointee', verdict: 'clear' });
    expect(first!.items[0]).toMatchObject({ cadre: { code: 'n' }, appointTo: { post: 'new-old' }, kind: 'appoint' });
    expect(first!.sentence).toContain('由干部old调整为人选n');
    expect(first!.sentence).toContain('达到应配数');
  });

  it('are what the gate itself says of them, and always better than the proposal', () => {
    const vacant = [buildPost('v1'), buildPost('v2', 'T2')];
    const teams = [buildTeam([]), buildTeam([], { code: 'T2', unitKind: 'county-other' })];
    const input = blocked({ teams });
    const suggestions = suggest(
      input,
      ['a', 'b', 'c', 'd', 'e'].map((code) => candidate(code)),
      vacant,
      20,
    );
    expect(new Set(suggestions.map(({ kind }) => kind))).toEqual(
      new Set(['replace-appointee', 'add-appointment', 'change-post']),
    );
    for (const { items, verdict } of suggestions) {
      expect(judgeGate({ ...input, items }).verdict).toBe(verdict);
      expect(verdict).not.toBe('block');
    }
  });

  it('fill the vacancy that an exempt departure leaves', () => {
    const leaver = buildSeat('y', YOUNG);
    const input = buildGate([leaver], [removeItem(leaver, { kind: 'resign' })], {
      tasks: [buildTask({ quantity: 1 })],
    });
    const suggestions = suggest(input, [candidate('n')], [], 5);
    expect(suggestions).toMatchObject([{ kind: 'add-appointment', verdict: 'clear' }]);
    expect(suggestions[0]!.items[1]).toMatchObject({ appointTo: { post: 'post-y', team: 'T1' } });
  });

  it('leave an item out, never an exempt one', () => {
    const [leaver, other] = [buildSeat('y', YOUNG), buildSeat('o', OLDER)];
    const items = [removeItem(leaver), removeItem(other, { kind: 'retire' })];
    const input = buildGate([leaver, other], items, { tasks: [buildTask({ quantity: 1 })] });
    const suggestions = suggest(input, [], [], 5);
    expect(suggestions).toMatchObject([{ kind: 'drop-item', verdict: 'clear', items: [items[1]] }]);
    const retiring = buildGate([leaver], [removeItem(leaver, { kind: 'retire' })], { tasks: [buildTask()] });
    expect(suggest(retiring, [], [], 5)).toEqual([]);
  });

  it('never at the cost of the team a candidate would leave', () => {
    const home = (seats: Seat[]) => buildTeam(seats, { code: 'T2', name: '乙班子' });
    const mover = candidate('m', YOUNG, { currentPosts: [buildPost('m1', 'T2')] });
    const seat = buildSeat('m', YOUNG, { post: 'm1' });
    const needed = blocked({ teams: [buildTeam([]), home([seat])] });
    expect(suggest(needed, [mover], [], 5)).toEqual([]);
    const spare = blocked({ teams: [buildTeam([]), home([seat, buildSeat('k', YOUNG)])] });
    const [first] = suggest(spare, [mover], [], 5);
    expect(first!.items[0]).toMatchObject({ kind: 'transfer', removeFrom: { post: 'm1', team: 'T2' } });
  });

  it('are about people within reach: one step up at most, none down, none spoken for, none too old', () => {
    const within = (change: Partial<Candidate>, birth = YOUNG): boolean =>
      suggest(blocked(), [candidate('n', birth, change)], [], 5).length > 0;
    expect(within({})).toBe(true);
    expect(within({ rank: '一级科员' })).toBe(true);
    expect(within({ rank: undefined })).toBe(true);
    expect(within({ rank: '二级调研员' })).toBe(false);
    expect(within({}, '1985-09')).toBe(false);
    const spokenFor = blocked({ cleared: [appointItem('n', YOUNG, { appointTo: buildPost('elsewhere', 'T3') })] });
    expect(suggest(spokenFor, [candidate('n')], [], 5)).toEqual([]);
  });

  it('never skip a level of the ladder', () => {
    const appointTo = { ...buildPost('p'), rank: 'chu-deputy' as const };
    const input = blocked({ items: [appointItem('old', OLDER, { appointTo })] });
    const found = suggest(input, [candidate('a'), candidate('b', YOUNG, { rank: '二级主任科员' })], [], 5);
    expect(found.map(({ items }) => items[0]!.cadre.code)).toEqual(['b']);
  });

  it('come in one order whatever the order of the candidates, and no more than asked', () => {
    const codes = ['d', 'b', 'a', 'c', 'e'];
    const of = (list: string[]) =>
      suggest(
        blocked(),
        list.map((code) => candidate(code)),
        [buildPost('v')],
        4,
      );
    expect(of(codes)).toEqual(of(codes.toReversed()));
    expect(of(codes)).toHaveLength(4);
    expect(of(codes)[0]!.items[0]!.cadre.code).toBe('a');
    const threeForOneChange = suggest(
      blocked(),
      codes.map((code) => candidate(code)),
      [],
      9,
    );
    expect(threeForOneChange.map(({ items }) => items[0]!.cadre.code)).toEqual(['a', 'b', 'c']);
  });

  it('are not made for a proposal that is clear or empty', () => {
    const clear = buildGate([], [appointItem('y', YOUNG)], { tasks: [buildTask({ quantity: 1 })] });
    expect(suggest(clear, [candidate('n')], [], 5)).toEqual([]);
    expect(suggest(buildGate([], []), [candidate('n')], [buildPost('v')], 5)).toEqual([]);
  });

  it('stay within a bound however large the directory is', () => {
    const currentPosts = [buildPost('q', 'T9')];
    const many = Array.from({ length: 3000 }, (_, n) => candidate(`n${n}`, YOUNG, { currentPosts }));
    let runs = 0;
    const counted: GateInput = {
      ...blocked(),
      get policyVersion() {
        runs += 1;
        return 1;
      },
    };
    expect(suggest(counted, many, [buildPost('v')], 5)).toEqual([]);
    expect(runs).toBeGreaterThan(100);
    expect(runs).toBeLessThanOrEqual(201);
  });

  it('put what clears before what only softens', () => {
    const items: GateItem[] = [appointItem('old', OLDER), appointItem('old2', OLDER)];
    const input = buildGate([], items, { tasks: [buildTask({ quantity: 1 })] });
    const verdicts = suggest(input, [candidate('a')], [], 9).map(({ verdict }) => verdict);
    expect(verdicts).toEqual([...verdicts].sort());
    expect(verdicts[0]).toBe('clear');
  });
});
