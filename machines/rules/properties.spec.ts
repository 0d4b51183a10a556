import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  addWorkingDays,
  ageAt,
  assessTask,
  CalendarCoverageError,
  ceilShare,
  DEFAULT_POLICY,
  isYoung,
  ITEM_KINDS,
  judgeGate,
  parseRational,
  type GateItem,
  type ItemKind,
  type Seat,
  type StaffingTask,
  type Verdict,
} from './index.js';
import { appointItem, buildGate, buildPost, buildSeat, buildTask, buildTeam, removeItem } from './spec-support.js';

/** A second, naive reading of the handbook, written without a look at the first; both must always agree. */
const naive = {
  /** "YYYYMM(ref) − YYYYMM(birth), first two digits" (§2.2). */
  ageYears: (birth: string, day: string): number =>
    Math.trunc((Number(day.slice(0, 7).replace('-', '')) - Number(birth.replace('-', ''))) / 100),

  /** 以下 不满N+1, 左右 不满N+2, 不满 不满N (contract §1). */
  young: (birth: string, day: string, { rule, years }: StaffingTask['age']): boolean => {
    const limit = rule === 'below' ? years + 1 : rule === 'around' ? years + 2 : years;
    return naive.ageYears(birth, day) < limit;
  },

  /** The least number of persons that is not below the share. */
  due: (num: number, den: number, base: number): number => {
    let persons = 0;
    while (BigInt(persons) * BigInt(den) < BigInt(num) * BigInt(base)) persons += 1;
    return persons;
  },

  /** §2.5, read row by row. */
  verdict: (due: number, before: number, after: number, fillsVacancy: boolean): Verdict => {
    const short = (actual: number): number => (actual < due ? due - actual : 0);
    const delta = short(after) - short(before);
    if (short(before) === 0) return delta > 0 ? 'flag' : 'clear';
    const isA = before * 2 < due;
    if (delta > 0) return 'block';
    if (delta === 0) return isA && fillsVacancy ? 'block' : 'flag';
    return short(after) === 0 ? 'clear' : 'flag';
  },
};

const month = fc
  .tuple(fc.integer({ min: 1955, max: 2000 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const day = fc
  .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => [y, String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-'));
const agePolicy = fc.record({
  rule: fc.constantFrom('below' as const, 'around' as const, 'strict' as const),
  years: fc.integer({ min: 28, max: 50 }),
});

describe('two readings agree', () => {
  it('on age', () => {
    fc.assert(
      fc.property(month, day, agePolicy, (birth, on, policy) => {
        expect(ageAt(birth, on).years).toBe(naive.ageYears(birth, on));
        expect(isYoung(birth, on, policy)).toBe(naive.young(birth, on, policy));
      }),
    );
  });

  it('on due counts', () => {
    const den = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), den, fc.integer({ min: 0, max: 60 }), (num, den, base) => {
        expect(ceilShare(num, den, base)).toBe(naive.due(num, den, base));
        expect(parseRational(`${num}%`)).toEqual(parseRational(`${num}/100`));
      }),
    );
  });

  it('on who counts in a team', () => {
    const person = fc.record({
      cadre: fc.constantFrom('a', 'b', 'c', 'd'),
      mode: fc.constantFrom('regular' as const, 'probation' as const, 'secondment' as const, 'concurrent' as const),
      occupiesHeadcount: fc.boolean(),
      tier: fc.constantFrom('principal' as const, 'deputy' as const),
      from: day,
      to: fc.option(day, { nil: undefined }),
    });
    const births: Record<string, string> = { a: '1984-09', b: '1986-03', c: '1990-12', d: '1970-01' };
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 8 }),
        day,
        agePolicy,
        fc.boolean(),
        (people, on, age, principalOnly) => {
          const seats = people.map((terms, n) =>
            buildSeat(terms.cadre, births[terms.cadre]!, { ...terms, post: `p${n}` }),
          );
          const task = buildTask({ rule: 'ratio-ceil', base: 'incumbents', age, principalOnly });
          const result = assessTask(buildTeam(seats), task, on, DEFAULT_POLICY);
          const members = new Set<string>();
          for (const p of people) {
            if (p.from > on || (p.to !== undefined && p.to <= on)) continue;
            if (!p.occupiesHeadcount || p.mode === 'secondment' || (principalOnly && p.tier === 'deputy')) continue;
            members.add(p.cadre);
          }
          const actual = [...members].filter((cadre) => naive.young(births[cadre]!, on, age)).length;
          const due = naive.due(15, 100, members.size);
          expect(result).toMatchObject({ base: members.size, due, actual, shortfall: Math.max(0, due - actual) });
        },
      ),
    );
  });
});

const KINDS = Object.keys(ITEM_KINDS) as ItemKind[];
const isExempt = (kind: ItemKind): boolean =>
  ['retire', 'resign', 'death', 'sanction', 'superior-decision', 'body-abolished', 'term-renewal'].includes(kind) ||
  ['congress-appointment', 'military-placement'].includes(kind);

/** A team of young (y) and older (o) deputies, some of whom leave, and some arrivals. */
const batch = fc.record({
  due: fc.integer({ min: 0, max: 4 }),
  approved: fc.integer({ min: 0, max: 8 }),
  sitting: fc.array(fc.record({ young: fc.boolean(), leaves: fc.option(fc.constantFrom(...KINDS), { nil: null }) }), {
    maxLength: 6,
  }),
  arriving: fc.array(fc.boolean(), { maxLength: 3 }),
});
type Batch = typeof batch extends fc.Arbitrary<infer T> ? T : never;
const birthOf = (young: boolean): string => (young ? '1990-01' : '1970-01');

function judgeBatch({ due, approved, sitting, arriving }: Batch) {
  const seats: Seat[] = sitting.map(({ young }, n) => buildSeat(`s${n}`, birthOf(young)));
  const leaving = sitting.flatMap(({ leaves }, n) => (leaves ? [removeItem(seats[n]!, { kind: leaves })] : []));
  const items: GateItem[] = [...leaving, ...arriving.map((young, n) => appointItem(`n${n}`, birthOf(young)))];
  const teams = [buildTeam(seats, { approvedDeputies: approved })];
  return judgeGate(buildGate(seats, items, { teams, tasks: [buildTask({ quantity: due })] }));
}

const touches = ({ sitting, arriving }: Batch): boolean =>
  arriving.length > 0 || sitting.some(({ leaves }) => leaves !== null);

describe('two readings of the gate agree', () => {
  it('on the verdict of a team, exempt kinds included', () => {
    fc.assert(
      fc.property(batch.filter(touches), (b) => {
        const count = (list: { young: boolean }[]): number => list.filter(({ young }) => young).length;
        const before = count(b.sitting);
        const arrivals = b.arriving.filter(Boolean).length;
        const after = count(b.sitting.filter(({ leaves }) => !leaves)) + arrivals;
        const own = count(b.sitting.filter(({ leaves }) => !leaves || isExempt(leaves))) + arrivals;
        const ownItems = b.arriving.length + b.sitting.filter(({ leaves }) => leaves && !isExempt(leaves)).length;
        const fills = b.arriving.length > 0;
        let expected = naive.verdict(b.due, before, after, fills);
        if (expected === 'block' && (ownItems === 0 || naive.verdict(b.due, before, own, fills) !== 'block')) {
          expected = 'flag';
        }
        const row = judgeBatch(b).teams[0]!;
        expect([row.before.actual, row.after.actual, row.verdict]).toEqual([before, after, expected]);
      }),
      { numRuns: 500 },
    );
  });

  it('on headcount: 拟后＝现配－拟免＋拟配', () => {
    fc.assert(
      fc.property(batch.filter(touches), (b) => {
        const current = b.sitting.length;
        const removed = b.sitting.filter(({ leaves }) => leaves !== null).length;
        const added = b.arriving.length;
        const after = current - removed + added;
        const result = judgeBatch(b);
        const passes = added === 0 || after <= b.approved;
        expect(result.headcount[1]).toMatchObject({ current, removed, added, after, passes });
        expect(passes || result.verdict === 'block').toBe(true);
      }),
    );
  });

  it('on the order of items: it never matters', () => {
    const order = fc.array(fc.integer(), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(order, (keys) => {
        const seats = [buildSeat('a', '1990-01', { post: 'p' })];
        const items = [
          removeItem(seats[0]!),
          appointItem('b', '1991-01', { appointTo: buildPost('p') }),
          appointItem('c', '1970-01'),
        ];
        const shuffled = items.map((item, n) => ({ item, key: keys[n]! })).sort((x, y) => x.key - y.key);
        const result = judgeGate(
          buildGate(
            seats,
            shuffled.map(({ item }) => item),
          ),
        );
        expect([result.verdict, result.teams[0]!.after.actual]).toEqual(['flag', 1]);
      }),
    );
  });
});

describe('two readings of working days agree', () => {
  it('by listing every day of the calendar', () => {
    const all = Array.from({ length: 120 }, (_, n) => new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10));
    const exception = fc.tuple(fc.constantFrom(...all), fc.constantFrom('off' as const, 'work' as const));
    fc.assert(
      fc.property(
        fc.array(exception, { maxLength: 30 }),
        fc.integer({ min: 0, max: 119 }),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        (listed, at, n, countStart) => {
          const exceptions = new Map(listed);
          const calendar = { coverageFrom: all[0]!, coverageUntil: all.at(-1)!, exceptions };
          const working = all.filter((date) => {
            const week = new Date(`${date}T00:00:00Z`).getUTCDay();
            return exceptions.get(date) ? exceptions.get(date) === 'work' : week >= 1 && week <= 5;
          });
          const start = all[at]!;
          const expected = working.filter((date) => (countStart ? date >= start : date > start))[n - 1];
          const found = (): string => {
            try {
              return addWorkingDays(calendar, start, n, { countStart });
            } catch (error) {
              return error instanceof CalendarCoverageError ? error.code : String(error);
            }
          };
          expect(found()).toBe(expected ?? 'CALENDAR_NOT_COVERED');
        },
      ),
    );
  });
});
