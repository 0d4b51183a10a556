import { describe, expect, it } from '@jest/globals';
import type { Finding, FindingCode } from './findings.js';
import { judgeGate } from './gate.js';
import type { GateInput, GateItem } from './gate-facts.js';
import { SENTENCES } from './sentences.js';
import { appointItem, buildGate, buildPost, buildSeat, buildTeam, removeItem } from './spec-support.js';
import type { Seat } from './staffing-facts.js';

const YOUNG = '1990-01';
const judge = (seats: Seat[], items: GateItem[], change: Partial<GateInput> = {}) =>
  judgeGate(buildGate(seats, items, change));
const find = (code: FindingCode, ...args: Parameters<typeof judge>): Finding | undefined =>
  judge(...args).findings.find((finding) => finding.code === code);

describe('findings about items', () => {
  it('always say that eligibility is unknown, without moving the verdict', () => {
    const found = find('ELIGIBILITY_UNKNOWN', [], [appointItem('a', YOUNG), appointItem('b', YOUNG)]);
    expect(found).toMatchObject({ severity: 'info', params: { rules: expect.arrayContaining(['E01', 'E16']) } });
    expect(found?.sentence).toContain('未知');
    expect(judge([], [appointItem('a', YOUNG), appointItem('b', YOUNG)]).verdict).toBe('clear');
  });

  it('EMPTY_PROPOSAL: nothing to judge is never clear', () => {
    expect(find('EMPTY_PROPOSAL', [], [])?.severity).toBe('block');
    expect(judge([], [])).toMatchObject({ verdict: 'block', teams: [], headcount: [] });
  });

  it('ITEM_INCOMPLETE: an appointment needs a post, a removal one too', () => {
    const cadre = { code: 'a', name: '干部a', birth: YOUNG };
    expect(find('ITEM_INCOMPLETE', [], [{ cadre, kind: 'retire' }])?.severity).toBe('block');
    const seat = buildSeat('a', YOUNG);
    expect(find('ITEM_INCOMPLETE', [seat], [removeItem(seat, { kind: 'promote' })])).toBeDefined();
    expect(find('ITEM_INCOMPLETE', [seat], [removeItem(seat, { kind: 'transfer' })])).toBeUndefined();
  });

  it('TEAM_UNKNOWN and TEAM_WITHOUT_TASK', () => {
    const elsewhere = appointItem('a', YOUNG, { appointTo: buildPost('p', 'T9') });
    expect(find('TEAM_UNKNOWN', [], [elsewhere])).toMatchObject({ severity: 'block', params: { team: 'T9' } });
    const teams = [buildTeam([], { unitKind: 'county-other' })];
    const result = judge([], [appointItem('a', YOUNG)], { teams });
    expect(result.findings.map(({ code }) => code)).toEqual(['TEAM_WITHOUT_TASK', 'ELIGIBILITY_UNKNOWN']);
    expect(result).toMatchObject({ verdict: 'clear', teams: [] });
  });

  it('CADRE_TWICE: the same post twice blocks, two teams at once are flagged, two posts given up are ordinary', () => {
    const item = appointItem('a', YOUNG);
    expect(find('CADRE_TWICE', [], [item, item])?.severity).toBe('block');
    const second = appointItem('a', YOUNG, { appointTo: buildPost('p', 'T2') });
    const teams = [buildTeam([]), buildTeam([], { code: 'T2' })];
    expect(find('CADRE_TWICE', [], [item, second], { teams })?.severity).toBe('flag');
    const seats = [buildSeat('a', YOUNG, { post: 'p1' }), buildSeat('a', YOUNG, { post: 'p2' })];
    expect(
      find(
        'CADRE_TWICE',
        seats,
        seats.map((seat) => removeItem(seat)),
      ),
    ).toBeUndefined();
    expect(find('CADRE_TWICE', seats, [removeItem(seats[0]!), removeItem(seats[0]!)])?.severity).toBe('block');
  });

  it('POST_TWICE: two persons for one post', () => {
    const appointTo = buildPost('p');
    const items = [appointItem('a', YOUNG, { appointTo }), appointItem('b', YOUNG, { appointTo })];
    expect(find('POST_TWICE', [], items)).toMatchObject({ severity: 'block', params: { names: ['干部a', '干部b'] } });
    const seconded = [items[0]!, { ...items[1]!, mode: 'secondment' as const }];
    expect(find('POST_TWICE', [], seconded)).toBeUndefined();
  });

  it('POST_OCCUPIED: unless the holder leaves in the same proposal', () => {
    const holder = buildSeat('h', YOUNG, { post: 'p' });
    const arrival = appointItem('a', YOUNG, { appointTo: buildPost('p') });
    expect(find('POST_OCCUPIED', [holder], [arrival])).toMatchObject({ severity: 'block', params: { holder: 'h' } });
    expect(find('POST_OCCUPIED', [holder], [arrival, removeItem(holder)])).toBeUndefined();
    expect(find('POST_OCCUPIED', [{ ...holder, to: '2026-09-30' }], [arrival])).toBeUndefined();
    expect(find('POST_OCCUPIED', [{ ...holder, mode: 'secondment' }], [arrival])).toBeUndefined();
  });

  it('POST_OCCUPIED: also by whom a cleared proposal appoints', () => {
    const appointTo = buildPost('p');
    const cleared = [appointItem('c', YOUNG, { appointTo })];
    expect(find('POST_OCCUPIED', [], [appointItem('a', YOUNG, { appointTo })], { cleared })).toBeDefined();
  });

  it('REMOVE_NOT_HOLDING: also when a cleared proposal has removed the person already', () => {
    const seat = buildSeat('a', YOUNG);
    expect(find('REMOVE_NOT_HOLDING', [], [removeItem(seat)])?.severity).toBe('block');
    expect(find('REMOVE_NOT_HOLDING', [seat], [removeItem(seat)])).toBeUndefined();
    expect(find('REMOVE_NOT_HOLDING', [seat], [removeItem(seat)], { cleared: [removeItem(seat)] })).toBeDefined();
  });

  it('APPOINT_ALREADY_HOLDING: unless the post is given up first', () => {
    const seat = buildSeat('a', YOUNG, { post: 'p', mode: 'probation' });
    const again = appointItem('a', YOUNG, { appointTo: buildPost('p') });
    expect(find('APPOINT_ALREADY_HOLDING', [seat], [again])?.severity).toBe('block');
    const renewed = { ...again, removeFrom: { post: 'p', team: 'T1' } };
    expect(find('APPOINT_ALREADY_HOLDING', [seat], [renewed])).toBeUndefined();
  });

  it('TRANSFER_KEEPS_POST: whatever is not written does not happen', () => {
    const seat = buildSeat('a', YOUNG);
    const move = appointItem('a', YOUNG, { kind: 'transfer' });
    expect(find('TRANSFER_KEEPS_POST', [seat], [move])?.severity).toBe('flag');
    expect(find('TRANSFER_KEEPS_POST', [], [move])).toBeUndefined();
    expect(find('TRANSFER_KEEPS_POST', [seat], [move, removeItem(seat)])).toBeUndefined();
  });
});

describe('headcount pre-review', () => {
  const principals = (n: number): Seat[] =>
    Array.from({ length: n }, (_, i) => buildSeat(`d${i}`, YOUNG, { post: `d${i}` }));
  const deputies = (approvedDeputies: number, seats: Seat[]) => ({ teams: [buildTeam(seats, { approvedDeputies })] });

  it('lets an over-established team shrink', () => {
    const seats = principals(7);
    const result = judge(seats, [removeItem(seats[0]!)], deputies(5, seats));
    expect(result.headcount[1]).toMatchObject({ current: 7, removed: 1, added: 0, after: 6, passes: true });
    expect(result.headcount[1]?.message).toContain('仍超核定职数1名');
    expect(result.findings.map(({ code }) => code)).toEqual(['ELIGIBILITY_UNKNOWN']);
  });

  it('does not fail one tier for the other', () => {
    const seats = principals(6);
    const chief = appointItem('x', YOUNG, { appointTo: buildPost('head', 'T1', 'principal') });
    const result = judge(seats, [chief], deputies(5, seats));
    expect(result.headcount.map(({ tier, passes }) => [tier, passes])).toEqual([
      ['principal', true],
      ['deputy', true],
    ]);
  });

  it('moves a promoted deputy from one tier to the other', () => {
    const seats = principals(5);
    const rise = { ...removeItem(seats[0]!, { kind: 'promote' }), appointTo: buildPost('head', 'T1', 'principal') };
    const result = judge(seats, [rise], deputies(5, seats));
    expect(result.headcount).toMatchObject([
      { tier: 'principal', current: 0, removed: 0, added: 1, after: 1, passes: true },
      { tier: 'deputy', current: 5, removed: 1, added: 0, after: 4, passes: true },
    ]);
  });

  it('counts whom a cleared proposal brings', () => {
    const seats = principals(4);
    const change = { ...deputies(5, seats), cleared: [appointItem('c', YOUNG)] };
    expect(find('OVER_ESTABLISHMENT', seats, [appointItem('a', YOUNG)], change)).toMatchObject({
      severity: 'block',
      params: { approved: 5, current: 5, removed: 0, added: 1, after: 6 },
    });
  });

  it.each([{ mode: 'secondment' as const }, { occupiesHeadcount: false }])('is not touched by %j', (terms) => {
    const seats = principals(5);
    const result = judge(seats, [appointItem('a', YOUNG, terms)], deputies(5, seats));
    expect(result.headcount[1]).toMatchObject({ after: 5, added: 0, passes: true });
  });
});

describe('sentences', () => {
  it('exist for every code and never speak of drawing a line by age', () => {
    const texts = Object.values(SENTENCES).map(String);
    expect(texts.join('')).not.toContain('划线');
    expect(
      find('OVER_ESTABLISHMENT', [buildSeat('a', YOUNG)], [appointItem('b', YOUNG)], {
        teams: [buildTeam([buildSeat('a', YOUNG)], { approvedDeputies: 1 })],
      })?.sentence,
    ).toBe('县财政局班子副职现配1名、拟免0名、拟配1名，拟后2名，核定1名，超核定职数1名。');
  });
});
