import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from './policy.js';
import { buildSeat, buildTask, buildTeam } from './spec-support.js';
import type { Seat } from './staffing-facts.js';
import { noticesOfTeam, teamNoticeSentence } from './team-notices.js';

const YOUNG = '1995-01';
const TASK = buildTask({ quantity: 1, name: '年轻干部' });
const told = (seats: Seat[], today: string, tasks = [TASK], policy = DEFAULT_POLICY) =>
  noticesOfTeam(buildTeam(seats), tasks, today, policy);

describe('ageing-out notices', () => {
  // 40岁以下 is 不满41岁: born 1985-12, no longer counted from 2026-12 on.
  const seat = buildSeat('a', '1985-12');

  it.each([
    ['2026-05-31', []],
    ['2026-06-01', [6]],
    ['2026-08-31', [6]],
    ['2026-09-01', [3]],
    ['2026-11-01', [1]],
    ['2026-11-30', [1]],
    ['2026-12-01', []],
  ])('on %s the smallest number of months that has been reached is told: %j', (today, months) => {
    expect(told([seat], today).map((notice) => notice.months)).toEqual(months);
  });

  it('name the post and the first day without the member, and what will then be lacking', () => {
    expect(told([seat], '2026-06-15')).toEqual([
      {
        kind: 'ageing-out',
        post: 'post-a',
        cadre: 'a',
        day: '2026-12-01',
        months: 6,
        tasks: ['年轻干部'],
        shortfall: 1,
      },
    ]);
    expect(told([seat, buildSeat('b', YOUNG)], '2026-06-15')).toMatchObject([{ cadre: 'a', shortfall: 0 }]);
  });

  it('are one for one person and post, whatever the number of tasks; another age line is another notice', () => {
    const tasks = [TASK, buildTask({ code: 'K2', name: '结构', quantity: 2 })];
    expect(told([seat], '2026-11-15', tasks)).toMatchObject([{ tasks: ['年轻干部', '结构'], shortfall: 2 }]);
    const around = buildTask({ code: 'K3', age: { rule: 'around', years: 40 } });
    const near = told([buildSeat('a', '1985-01')], '2026-11-15', [buildTask(), around]);
    expect(near).toMatchObject([{ day: '2027-01-01', months: 3 }]);
  });

  it('say nothing of whom a known term takes away before, of older members and of tasks of others', () => {
    expect(told([buildSeat('a', '1985-12', { to: '2026-10-01' })], '2026-09-01', [TASK])).toEqual([]);
    expect(told([buildSeat('a', '1970-12')], '2026-09-01')).toEqual([]);
    expect(told([seat], '2026-09-01', [buildTask({ appliesTo: { team: 'T9' } })])).toEqual([]);
  });

  it('follow the settings', () => {
    const teamNotices = { ...DEFAULT_POLICY.teamNotices, ageingOutMonths: [12] };
    expect(told([seat], '2026-01-01', [TASK], { ...DEFAULT_POLICY, teamNotices })).toMatchObject([{ months: 12 }]);
    expect(
      told([seat], '2026-11-30', [TASK], { ...DEFAULT_POLICY, teamNotices: { ...teamNotices, ageingOutMonths: [] } }),
    ).toEqual([]);
  });
});

describe('vacancy notices', () => {
  const gone = buildSeat('a', YOUNG, { to: '2026-09-10' });
  const vacancy = { kind: 'vacancy', post: 'post-a', cadre: null, day: '2026-09-10', months: 0, shortfall: 1 };

  it('come when a post of a team below its target is held by nobody any more', () => {
    expect(told([gone], '2026-09-09')).toEqual([]);
    expect(told([gone], '2026-09-10')).toMatchObject([vacancy]);
    expect(told([gone], '2026-12-09')).toMatchObject([vacancy]);
    expect(told([gone], '2026-12-10')).toEqual([]);
  });

  it('not in a team that meets its target, nor where somebody is or will be appointed, nor beyond the approved headcount', () => {
    expect(told([gone, buildSeat('b', YOUNG)], '2026-09-10')).toEqual([]);
    for (const from of ['2026-09-10', '2026-10-08']) {
      expect(told([gone, buildSeat('o', '1970-01', { post: 'post-a', from })], '2026-09-11')).toEqual([]);
    }
    const full = { approvedPrincipals: 1, approvedDeputies: 1 };
    const team = buildTeam([gone, buildSeat('o', '1970-01')], full);
    expect(noticesOfTeam(team, [TASK], '2026-09-10', DEFAULT_POLICY)).toEqual([]);
  });

  it('of a deputy’s post, not for a task that asks for principals alone', () => {
    expect(told([gone], '2026-09-10', [buildTask({ principalOnly: true })])).toEqual([]);
  });

  it('come again for the same post when it has been filled and falls vacant anew', () => {
    const after = buildSeat('b', '1970-01', { post: 'post-a', from: '2026-09-20', to: '2026-11-01' });
    expect(told([gone, after], '2026-11-02')).toMatchObject([{ ...vacancy, day: '2026-11-01' }]);
  });

  it('can be switched off', () => {
    const teamNotices = { ...DEFAULT_POLICY.teamNotices, vacancies: false };
    expect(told([gone], '2026-09-10', [TASK], { ...DEFAULT_POLICY, teamNotices })).toEqual([]);
  });
});

describe('the sentence of a notice', () => {
  it('speaks of posts, tasks and numbers, and names nobody', () => {
    const words = { day: '2026-12-01', tasks: ['年轻干部', '结构'], postName: '副局长' };
    expect(teamNoticeSentence({ ...words, kind: 'ageing-out', shortfall: 1 })).toBe(
      '“副局长”现任人员自2026年12月起不再计入“年轻干部”、“结构”，届时差额1名，请提前谋划接续人选。',
    );
    expect(teamNoticeSentence({ ...words, kind: 'ageing-out', shortfall: 0 })).toContain('届时仍可达到应配数');
    expect(teamNoticeSentence({ ...words, kind: 'vacancy', shortfall: 2 })).toBe(
      '“副局长”自2026年12月1日起空缺，班子在“年轻干部”、“结构”上尚差2名，请统筹考虑人选。',
    );
  });
});
