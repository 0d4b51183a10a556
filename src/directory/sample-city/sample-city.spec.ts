import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  addMonths,
  assessTask,
  countUnmetQuarters,
  DEFAULT_POLICY,
  forecastShortfall,
  headline,
  headcountByTier,
  judgeLevel,
  monthOf,
  seatsOn,
  type StaffingTask,
  taskApplies,
  type TeamFacts,
} from '../../../machines/rules/index.js';
import { cityFacts, groupBy } from '../../../test/support/factories-city.js';
import { AREAS } from './places.js';
import { generateSampleCity, SAMPLE_CADRES, type SampleCity } from './index.js';

const POLICY = DEFAULT_POLICY;

// The last days lie at the edges of quarters, months and years, where a city seen "from today" could go wrong.
describe.each(['2026-11-23', '2026-12-31', '2028-02-29'])('the sample city of %s', (today) => {
  let city: SampleCity;
  let teams: TeamFacts[];
  let tasks: StaffingTask[];
  let rows: { team: TeamFacts; task: StaffingTask; level: string; shortfall: number }[];

  beforeAll(() => {
    city = generateSampleCity({ seed: 1, today });
    ({ teams, tasks } = cityFacts(city));
    rows = teams.flatMap((team) =>
      tasks
        .filter((task) => taskApplies(task, team))
        .map((task) => {
          const assessment = assessTask(team, task, today, POLICY);
          const quarters = countUnmetQuarters(team, task, today, POLICY);
          return { team, task, shortfall: assessment.shortfall, ...judgeLevel(assessment, quarters, POLICY) };
        }),
    );
  });

  const kinds = (): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { 单位类别: kind } of city.units) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  };

  it('has the size of a city', () => {
    expect(kinds()).toEqual({
      组织部: 1,
      市直党政工作部门: 48,
      市直其他单位: 12,
      旗县区: 12,
      旗县区党政工作部门: 252,
      旗县区其他单位: 48,
      苏木乡镇街道: 150,
    });
    expect(city.teams).toHaveLength(523);
    expect(city.cadres).toHaveLength(SAMPLE_CADRES);
    expect(city.posts.length).toBeGreaterThan(3000);
  });

  it('uses no code, unit name or ID number twice, and nobody sits in a post that another holds', () => {
    const unique = (values: string[]): void => expect(new Set(values).size).toBe(values.length);
    unique(city.units.map((unit) => unit.单位编码));
    unique(city.units.map((unit) => unit.单位名称));
    unique(city.posts.map((post) => post.职位编码));
    unique(city.cadres.map((cadre) => cadre.干部编号));
    unique(city.cadres.map((cadre) => cadre.身份证号));
    for (const seats of groupBy(city.appointments, (seat) => seat.职位编码).values()) {
      const overlapping = seats.slice(1).filter((seat, index) => {
        const before = seats[index]?.免职时间 ?? '';
        return before === '' || before > seat.任职时间;
      });
      expect(overlapping).toEqual([]);
    }
  });

  it('has valid ID numbers of a region that does not exist, and a few that disagree with the archive', () => {
    const differing = city.cadres.filter((cadre) => cadre.身份证号.slice(6, 12) !== cadre.出生年月.replace('.', ''));
    expect(differing.length).toBeGreaterThan(20);
    expect(differing.length).toBeLessThan(100);
    const faulty = city.cadres.filter(({ 身份证号: number, 性别: sex }) => {
      const weights = number
        .split('')
        .map((digit, index) => (digit === 'X' ? 10 : Number(digit)) * (2 ** (17 - index) % 11));
      const sexOfNumber = Number(number[16]) % 2 === 1 ? '男' : '女';
      const checks = weights.reduce((sum, value) => sum + value, 0) % 11 === 1;
      return !/^159999\d{11}[\dX]$/.test(number) || !checks || sexOfNumber !== sex;
    });
    expect(faulty).toEqual([]);
  });

  it('gives nobody a life in disorder', () => {
    const born = new Map(city.cadres.map((cadre) => [cadre.干部编号, cadre.出生年月]));
    const now = today.replaceAll('-', '.');
    const disordered = city.cadres.filter((cadre) =>
      [cadre.参加工作时间, cadre.入党时间, cadre.任现职级时间].some(
        (month) => month !== '' && (month <= cadre.出生年月 || month > now),
      ),
    );
    const impossible = city.appointments.filter((seat) => {
      const years = Number(seat.任职时间.slice(0, 4)) - Number(born.get(seat.干部编号)?.slice(0, 4));
      return years < 24 || seat.任职时间 > now || (seat.免职时间 !== '' && seat.免职时间 <= seat.任职时间);
    });
    expect([...disordered, ...impossible]).toEqual([]);
  });

  it('has Mongolian and Han cadres, vacancies, over-establishment and a history of at least three years', () => {
    expect(city.cadres.filter((cadre) => cadre.民族 === '蒙古族').length).toBeGreaterThan(1000);
    expect(city.cadres.filter((cadre) => cadre.民族 === '汉族').length).toBeGreaterThan(3000);
    const tiers = teams.map((team) => headcountByTier(team, seatsOn(team, today)));
    expect(tiers.filter(({ deputy }) => deputy.current < deputy.approved).length).toBeGreaterThan(100);
    expect(tiers.filter(({ principal }) => principal.current < principal.approved).length).toBeGreaterThan(2);
    const over = tiers.filter(({ deputy }) => deputy.current > deputy.approved).length;
    expect(over).toBeGreaterThan(3);
    expect(over).toBeLessThan(30);
    const threeYearsAgo = `${Number(today.slice(0, 4)) - 3}.${today.slice(5, 7)}`;
    expect(
      city.appointments.filter((seat) => seat.免职时间 !== '' && seat.免职时间 < threeYearsAgo).length,
    ).toBeGreaterThan(200);
  });

  it('has secondees outside the headcount, probationers, concurrent posts and people with a rank alone', () => {
    const count = (mode: string): number => city.appointments.filter((seat) => seat.任职方式 === mode).length;
    expect(count('挂职')).toBeGreaterThan(15);
    expect(city.appointments.every((seat) => (seat.任职方式 === '挂职') === (seat.占职数 === '否'))).toBe(true);
    expect(count('试用期')).toBeGreaterThan(30);
    expect(count('兼任')).toBe(12);
    const seated = new Set(city.appointments.map((seat) => seat.干部编号));
    expect(city.cadres.filter((cadre) => !seated.has(cadre.干部编号) && cadre.职级 !== '').length).toBeGreaterThan(
      1500,
    );
  });

  it('has teams at every level, blocked ones without a vacancy and ones that a young cadre could heal', () => {
    const levels = groupBy(rows, ({ level }) => level);
    for (const level of ['A', 'B', 'C']) expect(levels.get(level)?.length ?? 0).toBeGreaterThan(30);
    const departments = levels.get('A')?.filter(({ task }) => task.code === 'COUNTY_DEPT_TEAM') ?? [];
    const vacant = departments.filter(({ team, task }) => assessTask(team, task, today, POLICY).vacancies.deputy > 0);
    expect(vacant.length).toBeGreaterThan(30);
    expect(departments.length - vacant.length).toBeGreaterThan(20);
  });

  it('has shortfalls of every age: fresh ones, and ones that have lasted for quarters', () => {
    const quarters = rows
      .filter(({ shortfall }) => shortfall > 0)
      .map(({ team, task }) => countUnmetQuarters(team, task, today, POLICY));
    expect(quarters.filter((count) => count <= 1).length).toBeGreaterThan(4);
    expect(quarters.filter((count) => count >= 2).length).toBeGreaterThan(100);
  });

  it('has members who pass the age line within a year, and teams that will fall short within two', () => {
    const forecasts = rows.map(({ team, task }) => forecastShortfall(team, task, today, POLICY));
    const leavers = forecasts.flatMap(({ leavers }) => leavers.filter(({ reason }) => reason === 'age'));
    const inAYear = addMonths(monthOf(today), 12);
    expect(leavers.filter(({ month }) => month <= inAYear).length).toBeGreaterThan(30);
    expect(leavers.filter(({ month }) => month > inAYear).length).toBeGreaterThan(30);
    expect(forecasts.filter(({ month }) => month !== null).length).toBeGreaterThan(50);
  });

  it('reads as the headline says: six of twelve areas have reached one half', () => {
    const lines = headline(
      rows
        .filter(({ task }) => task.code === 'COUNTY_DEPT_TEAM')
        .map(({ team, shortfall }) => ({ area: team.unit.slice(0, 3), areaName: '', team: team.code, shortfall })),
      POLICY,
    );
    expect(lines.map(({ met }) => met)).toEqual(AREAS.map(({ departmentsMet }) => departmentsMet));
    expect(lines.every(({ teams }) => teams === 21)).toBe(true);
    expect(lines.filter(({ reached }) => reached)).toHaveLength(6);
  });

  it('sets every kind of task', () => {
    expect(tasks.map(({ code }) => code)).toContain('TOWN_PRINCIPAL');
    expect(tasks.some(({ nested }) => nested !== undefined)).toBe(true);
    expect(tasks.some(({ appliesTo }) => 'team' in appliesTo)).toBe(true);
    expect(new Set(tasks.map(({ age }) => age.rule))).toEqual(new Set(['below', 'around', 'strict']));
    expect(new Set(tasks.map(({ base }) => base))).toEqual(new Set(['approved-headcount', 'incumbents']));
  });
});

describe('the generator', () => {
  it('gives the same city for the same seed and day, and another for another seed', () => {
    const first = generateSampleCity({ seed: 7, today: '2026-11-23' });
    expect(generateSampleCity({ seed: 7, today: '2026-11-23' })).toEqual(first);
    expect(generateSampleCity({ seed: 8, today: '2026-11-23' }).cadres).not.toEqual(first.cadres);
  });
});
