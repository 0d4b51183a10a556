import { describe, expect, it } from '@jest/globals';
import {
  ageAt,
  assessTask,
  ceilShare,
  countDistinct,
  DEFAULT_POLICY,
  deadlineDay,
  isLapsed,
  isYoung,
  judgeGate,
  judgeLevel,
  rollForward,
  addWorkingDays,
  type GateItem,
  type GateResult,
  type Policy,
  type Seat,
  type StaffingTask,
} from './index.js';
import {
  appointItem,
  buildGate,
  buildSeat,
  buildTask,
  buildTeam,
  CALENDAR_2026,
  CALENDAR_MAY_2022,
  removeItem,
} from './spec-support.js';

/** The acceptance scenarios of the handbook (§7) that the rules alone can answer, by their numbers. */
const REF = '2026-09-30';
const P1 = { rule: 'below', years: 40 } as const;
const P0 = { rule: 'strict', years: 40 } as const;
const assess = (seats: Seat[], task: Partial<StaffingTask> = {}, asOf = REF) =>
  assessTask(buildTeam(seats), buildTask({ base: 'incumbents', age: P1, ...task }), asOf, DEFAULT_POLICY);

describe('age and counting', () => {
  it('§7-1 boundary, loose: 40岁以下 is 不满41岁', () => {
    expect(ageAt('1985-10', REF).years).toBe(40);
    expect(isYoung('1985-10', REF, P1)).toBe(true);
    expect(ageAt('1985-09', REF).years).toBe(41);
    expect(isYoung('1985-09', REF, P1)).toBe(false);
  });

  it('§7-2 boundary, strict: 不满40周岁; the age word belongs to the task alone', () => {
    expect([isYoung('1986-10', REF, P0), ageAt('1986-10', REF).years]).toEqual([true, 39]);
    expect([isYoung('1986-09', REF, P0), ageAt('1986-09', REF).years]).toEqual([false, 40]);
    const seats = [buildSeat('a', '1986-09')];
    const [switched, other] = [{ age: P1 }, { age: P0 }].map((task) => assess(seats, task).actual);
    expect([assess(seats, { age: P0 }).actual, switched, other]).toEqual([0, 1, 0]);
  });

  it('§7-3 month precision: 40 already on the first day of the birth month', () => {
    expect(ageAt('1986-09', '2026-09-01').years).toBe(40);
    expect(isYoung('1986-09', '2026-09-01', P0)).toBe(false);
  });

  it('§7-4 archive against identity card: the archive’s month decides', () => {
    const byArchive = assess([buildSeat('a', '1986-10')], { age: P0 });
    expect(byArchive.young).toMatchObject([{ cadre: 'a', birth: '1986-10', ageYears: 39 }]);
    expect(assess([buildSeat('a', '1986-08')], { age: P0 }).actual).toBe(0);
  });

  it('§7-8 serving in two teams: once in each team, once in the county, and the difference is explained', () => {
    const county = assess([buildSeat('a', '1990-01', { post: 'deputy-head' }), buildSeat('b', '1991-01')]);
    const bureau = assess([buildSeat('a', '1990-01', { post: 'chief', tier: 'principal', mode: 'concurrent' })]);
    const count = countDistinct([
      { team: '县政府班子', assessment: county },
      { team: '县公安局班子', assessment: bureau },
    ]);
    expect([county.actual, bureau.actual]).toEqual([2, 1]);
    expect(count).toMatchObject({ sumOfTeams: 3, distinctPersons: 2 });
    expect(count.inSeveralTeams).toEqual([{ cadre: 'a', name: '干部a', teams: ['县政府班子', '县公安局班子'] }]);
    expect(count.sentence).toBe('各班子合计3人次，其中1人同时在几个班子任职，不重复计算实为2人。');
  });

  it('§7-9 secondee without headcount: not counted in the host, counted at home', () => {
    const away = { mode: 'secondment', occupiesHeadcount: false } as const;
    expect(assess([buildSeat('a', '1993-05', away)])).toMatchObject({ base: 0, actual: 0 });
    expect(assess([buildSeat('a', '1993-05')])).toMatchObject({ base: 1, actual: 1 });
  });

  it('§7-10 rank only: without a seat there is no member, no count and no base', () => {
    expect(assess([buildSeat('b', '1975-01')])).toMatchObject({ base: 1, actual: 0, young: [] });
  });

  it('§7-11 choice of base: approved 7 asks for 2, incumbents 5 for 1, and the result names the base', () => {
    const seats = ['a', 'b', 'c', 'd', 'e'].map((cadre) => buildSeat(cadre, '1975-01'));
    const team = buildTeam(seats, { approvedPrincipals: 1, approvedDeputies: 6 });
    const of = (base: StaffingTask['base']) =>
      assessTask(team, buildTask({ rule: 'ratio-ceil', base }), REF, DEFAULT_POLICY);
    expect(of('approved-headcount')).toMatchObject({ base: 7, due: 2 });
    expect(of('incumbents')).toMatchObject({ base: 5, due: 1 });
  });

  it('§7-12 rounding is exact', () => {
    expect([ceilShare(15, 100, 20), ceilShare(15, 100, 13), ceilShare(7, 100, 100)]).toEqual([3, 2, 7]);
  });

  it('§7-15 probationer: counts until the day of removal', () => {
    const seats = [buildSeat('a', '1991-03', { mode: 'probation', to: '2026-09-30' })];
    expect(assess(seats, {}, '2026-09-29').actual).toBe(1);
    expect(assess(seats, {}, '2026-09-30')).toMatchObject({ base: 0, actual: 0 });
  });
});

describe('gates', () => {
  const leaver = buildSeat('a', '1989-12', { name: '李四' });
  const arrival = appointItem('b', '1991-05', { cadre: { code: 'b', name: '张三', birth: '1991-05' } });

  it.each([
    [2, 'B', 'flag'],
    [3, 'A', 'block'],
  ])('§7-16 one in, one out: due %i, actual 1 (%s) does not clear', (quantity, level, verdict) => {
    const tasks = [buildTask({ quantity })];
    const result = judgeGate(buildGate([leaver], [arrival, removeItem(leaver)], { tasks }));
    expect(result.verdict).toBe(verdict);
    expect(result.teams[0]).toMatchObject({ level, delta: 0, after: { actual: 1 } });
    expect(result.teams[0]!.sentence).toContain('调入1名（张三，35岁，计入）、调出1名（李四，36岁，计入）');
    expect(result.teams[0]!.sentence).toContain('差额未减少');
  });

  it.each(['resign', 'sanction'] as const)('§7-18 the only young member leaves (%s): flag at most', (kind) => {
    const tasks = [buildTask({ quantity: 2 })];
    expect(judgeGate(buildGate([leaver], [removeItem(leaver, { kind })], { tasks })).verdict).toBe('flag');
    expect(judgeGate(buildGate([leaver], [removeItem(leaver)], { tasks })).verdict).toBe('block');
  });

  it('§7-19 improving but short: a flag, answered by a commitment', () => {
    const result = judgeGate(buildGate([], [arrival], { tasks: [buildTask({ quantity: 3 })] }));
    expect(result).toMatchObject({ verdict: 'flag', teams: [{ level: 'A', delta: -1, after: { shortfall: 2 } }] });
    expect(DEFAULT_POLICY.commitmentWindowDays).toBe(90);
  });

  it('§7-21 headcount: 拟后＝现配－拟免＋拟配 may not exceed what is approved', () => {
    const judge = (current: number, items: (seats: Seat[]) => GateItem[]): GateResult => {
      const seats = Array.from({ length: current }, (_, n) => buildSeat(`s${n}`, '1975-01'));
      return judgeGate(buildGate(seats, items(seats), { teams: [buildTeam(seats, { approvedDeputies: 5 })] }));
    };
    const plusOne = judge(5, () => [arrival]);
    expect(plusOne.headcount[1]).toMatchObject({
      approved: 5,
      current: 5,
      removed: 0,
      added: 1,
      after: 6,
      passes: false,
    });
    expect(plusOne.findings).toContainEqual(expect.objectContaining({ code: 'OVER_ESTABLISHMENT', severity: 'block' }));
    const swap = (seats: Seat[]): GateItem[] => [arrival, removeItem(seats[0]!)];
    expect(judge(5, swap).headcount[1]).toMatchObject({ removed: 1, added: 1, after: 5, passes: true });
    const over = judge(7, swap);
    expect(over.headcount[1]).toMatchObject({ current: 7, after: 7, passes: false });
    expect(over.headcount[1]!.message).toContain('超职数未消化');
    expect(over.findings.map(({ code }) => code)).toContain('OVER_ESTABLISHMENT_NOT_ABSORBED');
  });
});

describe('deadlines and calendar', () => {
  const fiveDays = (calendar: typeof CALENDAR_2026, start: string) =>
    addWorkingDays(calendar, start, DEFAULT_POLICY.notice.workingDays, {
      countStart: DEFAULT_POLICY.notice.countStartDay,
    });

  it('§7-25 make-up workday: a notice from Friday 2026-09-18 ends on 09-23 at the earliest', () => {
    expect(fiveDays(CALENDAR_2026, '2026-09-18')).toBe('2026-09-23');
  });

  it('§7-26 holidays within the notice', () => {
    expect(fiveDays(CALENDAR_2026, '2026-09-24')).toBe('2026-10-08');
    expect(fiveDays(CALENDAR_2026, '2026-02-11')).toBe('2026-02-24');
    expect(fiveDays(CALENDAR_MAY_2022, '2022-05-07')).toBe('2022-05-12');
  });

  it('§7-29 a due date on a holiday rolls to the next working day', () => {
    expect(rollForward(CALENDAR_2026, '2026-10-03')).toBe('2026-10-08');
  });

  it('§7-31 a recommendation lapses after a year', () => {
    expect(isLapsed('2025-11-20', '2026-11-23', DEFAULT_POLICY.recommendationValidMonths)).toBe(true);
  });

  it('§7-35 an inquiry received on 2026-09-21 is due in 15 working days, the make-up Saturday counted', () => {
    const spec = { kind: 'working-days', n: 15, countStart: false } as const;
    expect(deadlineDay(CALENDAR_2026, spec, '2026-09-21')).toEqual({ day: '2026-10-19', provisional: false });
  });
});

describe('levels', () => {
  it('§7-47 polarity: A may be the best; what is severe still blocks', () => {
    const letters = {
      A: { severity: 1, label: 'A档' },
      B: { severity: 2, label: 'B档' },
      C: { severity: 3, label: 'C档' },
    } as const;
    const renamed: Policy = { ...DEFAULT_POLICY, levels: { ...DEFAULT_POLICY.levels, letters } };
    expect(judgeLevel({ due: 2, actual: 0, shortfall: 2 }, 0, renamed)).toEqual({ level: 'C', severity: 3 });
    expect(judgeLevel({ due: 2, actual: 2, shortfall: 0 }, 0, renamed)).toEqual({ level: 'A', severity: 1 });
    const input = buildGate([], [appointItem('o', '1975-01')]);
    expect([judgeGate(input).verdict, judgeGate({ ...input, policy: renamed }).verdict]).toEqual(['block', 'block']);
    expect(judgeGate({ ...input, policy: renamed }).teams[0]!.level).toBe('C');
  });
});
