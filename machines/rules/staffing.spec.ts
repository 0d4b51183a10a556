import { describe, expect, it } from '@jest/globals';
import { countDistinct } from './aggregate.js';
import { DEFAULT_POLICY, type Policy } from './policy.js';
import { buildSeat, buildTask, buildTeam, DECISION_DAY } from './spec-support.js';
import { assessTask, headcountByTier } from './staffing.js';
import { seatsOn, taskApplies, type Seat, type StaffingTask } from './staffing-facts.js';

const YOUNG = '1990-01';
const OLDER = '1975-01';
const assess = (seats: Seat[], task: Partial<StaffingTask> = {}, policy: Policy = DEFAULT_POLICY) =>
  assessTask(buildTeam(seats), buildTask(task), DECISION_DAY, policy);

describe('seats on a day', () => {
  const seat = buildSeat('a', YOUNG, { from: '2026-03-10', to: '2026-06-30' });

  it.each([
    ['2026-03-09', 0],
    ['2026-03-10', 1],
    ['2026-06-29', 1],
    ['2026-06-30', 0],
  ])('on %s: %i', (day, count) => {
    expect(seatsOn({ seats: [seat] }, day)).toHaveLength(count);
  });
});

describe('a task', () => {
  it('applies by kind of unit or to one team', () => {
    const team = buildTeam([]);
    expect(taskApplies(buildTask(), team)).toBe(true);
    expect(taskApplies(buildTask({ appliesTo: { unitKind: 'township' } }), team)).toBe(false);
    expect(taskApplies(buildTask({ appliesTo: { team: 'T1' } }), team)).toBe(true);
    expect(taskApplies(buildTask({ appliesTo: { team: 'T2' } }), team)).toBe(false);
  });
});

describe('assessment', () => {
  it('gives due, actual, shortfall, ratio and who counts', () => {
    const result = assess([buildSeat('a', YOUNG), buildSeat('b', OLDER)]);
    expect(result).toMatchObject({ base: 5, due: 2, actual: 1, shortfall: 1, ratio: { num: 1, den: 5 } });
    expect(result.young).toEqual([{ cadre: 'a', name: '干部a', birth: YOUNG, ageYears: 36, post: 'post-a' }]);
  });

  it('never reports a negative shortfall', () => {
    expect(assess([buildSeat('a', YOUNG), buildSeat('b', YOUNG), buildSeat('c', YOUNG)]).shortfall).toBe(0);
  });

  it('counts a person with two posts in the team once, by the principal post', () => {
    const seats = [
      buildSeat('a', YOUNG, { post: 'p1' }),
      buildSeat('a', YOUNG, { post: 'p2', tier: 'principal', mode: 'concurrent' }),
    ];
    const result = assess(seats, { base: 'incumbents' });
    expect(result).toMatchObject({ base: 1, actual: 1, vacancies: { principal: 0, deputy: 4 } });
    expect(result.young[0]?.post).toBe('p2');
  });

  it('names the first of several principal posts', () => {
    const posts = ['p1', 'p2'].map((post) => buildSeat('a', YOUNG, { post, tier: 'principal' }));
    expect(assess(posts).young).toMatchObject([{ cadre: 'a', post: 'p1' }]);
  });

  it.each([
    ['not occupying headcount', { occupiesHeadcount: false }],
    ['seconded', { mode: 'secondment' as const }],
  ])('leaves out of count and base whoever is %s', (_, change) => {
    const result = assess([buildSeat('a', YOUNG, change), buildSeat('b', OLDER)], { base: 'incumbents' });
    expect(result).toMatchObject({ base: 1, actual: 0, vacancies: { principal: 1, deputy: 3 } });
  });

  it('counts by the seat that counts when a person has another that does not', () => {
    const seats = [
      buildSeat('a', YOUNG, { post: 'p1', occupiesHeadcount: false }),
      buildSeat('a', YOUNG, { post: 'p2' }),
    ];
    expect(assess(seats, { base: 'incumbents' })).toMatchObject({ base: 1, actual: 1 });
  });

  it('follows the counting settings', () => {
    const counting = { onlyOccupyingHeadcount: false, includeProbation: false, includeSecondment: true };
    const seats = [
      buildSeat('a', YOUNG, { mode: 'probation' }),
      buildSeat('b', YOUNG, { mode: 'secondment' }),
      buildSeat('c', YOUNG, { occupiesHeadcount: false }),
    ];
    const result = assess(seats, { base: 'incumbents' }, { ...DEFAULT_POLICY, counting });
    expect(result).toMatchObject({ base: 3, actual: 2 });
    expect(result.vacancies.deputy).toBe(3);
  });

  it('asks nobody of a ratio task without a base, and states that there is no share', () => {
    const result = assess([], { rule: 'ratio-ceil', base: 'incumbents' });
    expect(result).toMatchObject({ base: 0, due: 0, shortfall: 0, ratio: { num: 0, den: 0 } });
    expect(assess([], { base: 'incumbents' })).toMatchObject({ base: 0, due: 2, shortfall: 2 });
  });

  it('restricts count and base to principals where the task says so', () => {
    const seats = [buildSeat('a', YOUNG, { tier: 'principal' }), buildSeat('b', YOUNG), buildSeat('c', YOUNG)];
    expect(assess(seats, { principalOnly: true, base: 'incumbents' })).toMatchObject({ base: 1, actual: 1 });
    expect(assess(seats, { principalOnly: true })).toMatchObject({ base: 1, actual: 1 });
  });

  it('reports persons beyond approved headcount per tier, not netted against vacancies', () => {
    const seats = ['a', 'b', 'c'].map((cadre) => buildSeat(cadre, OLDER, { tier: 'principal' }));
    expect(assess(seats)).toMatchObject({ overEstablishment: 2, vacancies: { principal: 0, deputy: 4 } });
    expect(headcountByTier(buildTeam([]), seats).principal).toEqual({ approved: 1, current: 3 });
  });

  it.each([
    [['镇党委书记', '镇长', '镇长'], 1, 1, 0],
    [['镇长', '镇长', '镇长'], 1, 0, 1],
    [['镇长', '镇长', '镇长', '镇长'], 2, 0, 2],
    [[], 1, 0, 1],
  ])('judges the nested share for principals %j', (names, due, actual, shortfall) => {
    const seats = names.map((postName, n) => buildSeat(`p${n}`, YOUNG, { tier: 'principal', postName }));
    const nested = { postNameIncludes: '书记', share: { num: 1, den: 3 } };
    expect(assess(seats, { principalOnly: true, nested }).nested).toEqual({ due, actual, shortfall });
  });
});

describe('several teams', () => {
  it('add up without saying more than there is to say', () => {
    const one = { team: 'T1', assessment: assess([buildSeat('a', YOUNG)]) };
    const two = { team: 'T2', assessment: assess([buildSeat('b', YOUNG)]) };
    expect(countDistinct([one, two])).toMatchObject({ sumOfTeams: 2, distinctPersons: 2, inSeveralTeams: [] });
    expect(countDistinct([])).toMatchObject({ sumOfTeams: 0, distinctPersons: 0 });
  });
});
