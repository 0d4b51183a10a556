import { GROUPS, type Holder, type SeatBlueprint, type TeamBlueprint, type TeamGroup } from './blueprint.js';
import {
  AREA_OTHER,
  AREA_PARTY_GOV,
  AREAS,
  type AreaPlan,
  CITY_NAME,
  CITY_OTHER,
  CITY_PARTY_GOV,
  HAN_PLACES,
  headOf,
  MONGOLIAN_PLACES,
  STREETS,
} from './places.js';
import type { Random } from './random.js';
import type { PostRow, UnitKindLabel, UnitRow } from './rows.js';
import { planOutcome, type TeamOutcome } from './team-outcome.js';

const CITY_DEPARTMENTS_MET = 26;
const AREA_DEPUTIES = [
  '委副书记',
  '纪委书记、监委主任',
  '委组织部部长',
  '委宣传部部长',
  '委统战部部长',
  '常务副',
  '副',
  '副',
  '副',
];
const TOWN_DEPUTIES = ['副书记、政法委员', '纪委书记', '组织委员', '宣传统战委员', '人民武装部部长', '副', '副'];

interface UnitWish {
  code: string;
  name: string;
  kind: UnitKindLabel;
  group: TeamGroup;
  pool: string;
  parent?: string;
  met: boolean;
  titles: { principals: string[]; deputies: (count: number) => string[] };
}

/** All teams of the city, each with its posts and with who shall sit in them. */
export function planCity(random: Random): TeamBlueprint[] {
  const places = placeNames(random);
  const areas = AREAS.flatMap((area, index) => planArea(random, area, `Q${two(index + 1)}`, places));
  return [...planCityOffices(random), ...areas];
}

function planCityOffices(random: Random): TeamBlueprint[] {
  const met = random.shuffle(CITY_PARTY_GOV.map((_, index) => index < CITY_DEPARTMENTS_MET));
  const own = (
    name: string,
    index: number,
  ): { code: string; name: string; pool: string; titles: UnitWish['titles'] } => ({
    code: `S${two(index)}`,
    name,
    pool: CITY_NAME,
    titles: officeTitles(name),
  });
  const wishes: UnitWish[] = [
    { ...own('市委组织部', 0), kind: '组织部', group: 'organization', met: true },
    ...CITY_PARTY_GOV.map((name, index): UnitWish => ({
      ...own(name, index + 1),
      kind: '市直党政工作部门',
      group: 'city-dept',
      met: met[index] === true,
    })),
    ...CITY_OTHER.map((name, index): UnitWish => ({
      ...own(name, CITY_PARTY_GOV.length + index + 1),
      kind: '市直其他单位',
      group: 'city-other',
      met: random.chance(60),
    })),
  ];
  return wishes.map((wish) => planTeam(random, wish));
}

function planArea(random: Random, area: AreaPlan, code: string, places: PlaceNames): TeamBlueprint[] {
  const seat = area.name.slice(-1);
  const titles = {
    principals: [`${seat}委书记`, area.head],
    deputies: () => AREA_DEPUTIES.map((title) => (title.endsWith('副') ? title + area.head : seat + title)),
  };
  const wishes: UnitWish[] = [
    { code, name: area.name, kind: '旗县区', group: 'area', pool: code, met: random.chance(60), titles },
    ...areaDepartments(random, area, code),
    ...Array.from({ length: area.townships }, (_, index): UnitWish => {
      const { name, titles } = places.next(area, index);
      const own = { code: `${code}-X${two(index + 1)}`, name: area.name + name, pool: code, parent: code, titles };
      return { ...own, kind: '苏木乡镇街道', group: 'township', met: false };
    }),
  ];
  return wishes.map((wish) => planTeam(random, wish));
}

function areaDepartments(random: Random, area: AreaPlan, code: string): UnitWish[] {
  const met = random.shuffle(AREA_PARTY_GOV.map((_, index) => index < area.departmentsMet));
  return [...AREA_PARTY_GOV, ...AREA_OTHER].map((name, index): UnitWish => {
    const own = {
      code: `${code}-B${two(index + 1)}`,
      name: area.name + (name.startsWith('委') ? area.name.slice(-1) + name : name),
      pool: code,
      parent: code,
      titles: officeTitles(name),
    };
    return index < AREA_PARTY_GOV.length
      ? { ...own, kind: '旗县区党政工作部门', group: 'area-dept', met: met[index] === true }
      : { ...own, kind: '旗县区其他单位', group: 'area-other', met: random.chance(55) };
  });
}

function planTeam(random: Random, wish: UnitWish): TeamBlueprint {
  const facts = GROUPS[wish.group];
  const deputies = random.int(...facts.deputies);
  const { principals } = facts;
  const outcome = planOutcome(random, { group: wish.group, principals, deputies, met: wish.met });
  const unit: UnitRow = {
    单位编码: wish.code,
    单位名称: wish.name,
    上级单位编码: wish.parent ?? '',
    单位类别: wish.kind,
  };
  const team = {
    班子编码: `${wish.code}-T`,
    单位编码: wish.code,
    班子名称: `${wish.name}${wish.group === 'area' || wish.group === 'township' ? '党政领导班子' : '领导班子'}`,
    班子层级: facts.level,
    核定正职数: String(principals),
    核定副职数: String(deputies),
  };
  return { group: wish.group, pool: wish.pool, unit, team, seats: planSeats(wish, outcome) };
}

function planSeats(wish: UnitWish, outcome: TeamOutcome): SeatBlueprint[] {
  const { principalRank, deputyRank } = GROUPS[wish.group];
  const seats: SeatBlueprint[] = [];
  const add = (name: string, tier: PostRow['正副'], holder: Holder, mode: SeatBlueprint['mode'] = '任职'): void => {
    const post: PostRow = {
      职位编码: `${wish.code}-P${two(seats.length + 1)}`,
      班子编码: `${wish.code}-T`,
      职务名称: name,
      职务层次: tier === '正职' ? principalRank : deputyRank,
      正副: tier,
    };
    seats.push({ post, holder, mode });
  };
  const deputies = wish.titles.deputies(outcome.deputies.length + outcome.surplus);
  outcome.principals.forEach((holder, index) => add(wish.titles.principals[index] ?? '', '正职', holder));
  deputies.forEach((name, index) => add(name, '副职', outcome.deputies[index] ?? 'older'));
  if (outcome.secondee) add(`${deputies.at(-1)}（挂职）`, '副职', 'secondee', '挂职');
  return wish.group === 'area-dept' && wish.name.endsWith('公安局') ? ledByAreaDeputy(seats) : seats;
}

/** The head of public security is a deputy head of the area at the same time. */
function ledByAreaDeputy(seats: SeatBlueprint[]): SeatBlueprint[] {
  return seats.map((seat) => (seat.post.正副 === '正职' ? { ...seat, holder: 'concurrent', mode: '兼任' } : seat));
}

function officeTitles(name: string): UnitWish['titles'] {
  const head = headOf(name);
  const principal = head === '局长' ? `党组书记、${head}` : head;
  return {
    principals: [principal],
    deputies: (count) =>
      Array.from({ length: count }, (_, index) => (index === 0 && count > 3 ? `常务副${head}` : `副${head}`)),
  };
}

interface PlaceNames {
  next: (area: AreaPlan, index: number) => { name: string; titles: UnitWish['titles'] };
}

/** Districts begin with sub-district offices, banners with sumu; no name is used twice in the city. */
function placeNames(random: Random): PlaceNames {
  const streets = random.shuffle(STREETS);
  const mongolian = random.shuffle(MONGOLIAN_PLACES);
  const han = random.shuffle(HAN_PLACES);
  const town = (
    stem: string | undefined,
    kind: string,
    head: string,
    party = '党委',
  ): ReturnType<PlaceNames['next']> => ({
    name: `${stem}${kind}`,
    titles: {
      principals: [`${party}书记`, head],
      deputies: (count) =>
        Array.from({ length: count }, (_, index) => {
          const title = TOWN_DEPUTIES[index] ?? '副';
          return title === '副' ? `副${head}` : title.includes('书记') ? party.slice(0, -1) + title : title;
        }),
    },
  });
  return {
    next: (area, index) => {
      if (area.head === '区长' && index < 5) return town(streets.pop(), '街道', '办事处主任', '党工委');
      const place = area.head === '旗长' ? mongolian.pop() : han.pop();
      if (area.head === '旗长' && index % 2 === 0) return town(place, '苏木', '苏木达');
      return index % 3 === 1 ? town(place, '乡', '乡长') : town(place, '镇', '镇长');
    },
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
