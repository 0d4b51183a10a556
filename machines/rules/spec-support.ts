import { DEFAULT_POLICY } from './policy.js';
import type { GateInput, GateItem, PostRef } from './gate-facts.js';
import type { Seat, StaffingTask, TeamFacts } from './staffing-facts.js';
import type { Month, PostTier } from './vocabulary.js';
import type { WorkingCalendar } from './working-days.js';

/** Builders for the specs of this room; every person and unit is made up. */
export const DECISION_DAY = '2026-09-30';

export function buildSeat(cadre: string, birth: Month, change: Partial<Seat> = {}): Seat {
  const post = change.post ?? `post-${cadre}`;
  return {
    cadre,
    name: `干部${cadre}`,
    birth,
    post,
    postName: `${post}副局长`,
    tier: 'deputy',
    rank: 'ke-deputy',
    mode: 'regular',
    occupiesHeadcount: true,
    from: '2020-01-01',
    ...change,
  };
}

export function buildTeam(seats: readonly Seat[], change: Partial<TeamFacts> = {}): TeamFacts {
  return {
    code: 'T1',
    name: '县财政局班子',
    unit: 'U1',
    unitName: '县财政局',
    unitKind: 'county-party-gov-department',
    level: 'township-section',
    approvedPrincipals: 1,
    approvedDeputies: 4,
    seats,
    posts: seats.map(({ post, postName, tier, rank }) => ({ code: post, name: postName, tier, rank })),
    ...change,
  };
}

export function buildTask(change: Partial<StaffingTask> = {}): StaffingTask {
  return {
    code: 'K1',
    name: '年轻干部配备',
    appliesTo: { unitKind: 'county-party-gov-department' },
    rule: 'at-least',
    quantity: 2,
    share: { num: 15, den: 100 },
    base: 'approved-headcount',
    age: { rule: 'below', years: 40 },
    principalOnly: false,
    ...change,
  };
}

export function buildPost(post: string, team = 'T1', tier: PostTier = 'deputy'): PostRef {
  return { post, postName: `${post}副局长`, team, tier, rank: tier === 'deputy' ? 'ke-deputy' : 'ke-principal' };
}

/** Appoints a person who holds nothing yet. */
export function appointItem(cadre: string, birth: Month, change: Partial<GateItem> = {}): GateItem {
  return {
    cadre: { code: cadre, name: `干部${cadre}`, birth },
    appointTo: buildPost(`new-${cadre}`),
    kind: 'appoint',
    ...change,
  };
}

/** Removes a person from the seat a builder made. */
export function removeItem(seat: Seat, change: Partial<GateItem> = {}): GateItem {
  const { cadre: code, name, birth, post } = seat;
  return { cadre: { code, name, birth }, removeFrom: { post, team: 'T1' }, kind: 'remove', ...change };
}

export function buildGate(
  seats: readonly Seat[],
  items: readonly GateItem[],
  change: Partial<GateInput> = {},
): GateInput {
  return {
    decisionDate: DECISION_DAY,
    policy: DEFAULT_POLICY,
    policyVersion: 1,
    teams: [buildTeam(seats)],
    tasks: [buildTask()],
    unmetQuarters: {},
    cleared: [],
    items,
    ...change,
  };
}

function span(from: string, count: number): [string, 'off'][] {
  const first = Number(from.slice(8));
  return Array.from({ length: count }, (_, n) => [`${from.slice(0, 8)}${String(first + n).padStart(2, '0')}`, 'off']);
}

function workdays(...days: string[]): [string, 'work'][] {
  return days.map((day) => [day, 'work']);
}

/** The schedule of 2026 as announced. */
export const CALENDAR_2026: WorkingCalendar = {
  coverageFrom: '2026-01-01',
  coverageUntil: '2026-12-31',
  exceptions: new Map<string, 'off' | 'work'>([
    ...span('2026-01-01', 3),
    ...span('2026-02-15', 9),
    ...span('2026-04-04', 3),
    ...span('2026-05-01', 5),
    ...span('2026-06-19', 3),
    ...span('2026-09-25', 3),
    ...span('2026-10-01', 7),
    ...workdays('2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'),
  ]),
};

/** The weeks of May 2022 around a notice that was really published. */
export const CALENDAR_MAY_2022: WorkingCalendar = {
  coverageFrom: '2022-05-01',
  coverageUntil: '2022-05-31',
  exceptions: new Map<string, 'off' | 'work'>([...span('2022-05-01', 4), ...workdays('2022-05-07')]),
};
