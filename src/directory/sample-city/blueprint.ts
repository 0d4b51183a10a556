import type { AppointmentRow, PostRow, TeamRow, UnitRow } from './rows.js';

/** What kind of team is planned: decides headcount, ranks and the age line of its task. */
export type TeamGroup = 'organization' | 'city-dept' | 'city-other' | 'area' | 'area-dept' | 'area-other' | 'township';

/** Who shall sit in a post. `just-aged` crossed the age line lately, `soon-ageing` will within two years. */
export type Holder =
  | 'vacant'
  | 'vacated-by-young'
  | 'young'
  | 'under-31'
  | 'soon-ageing'
  | 'just-aged'
  | 'older'
  | 'secondee'
  | 'concurrent';

export interface SeatBlueprint {
  post: PostRow;
  holder: Holder;
  mode: AppointmentRow['任职方式'];
}

export interface TeamBlueprint {
  group: TeamGroup;
  /** Where people move within: an area's code, or the city itself. */
  pool: string;
  unit: UnitRow;
  team: TeamRow;
  seats: SeatBlueprint[];
}

export interface GroupFacts {
  level: TeamRow['班子层级'];
  principalRank: PostRow['职务层次'];
  deputyRank: PostRow['职务层次'];
  principals: number;
  deputies: readonly [number, number];
  /** Exclusive upper age in years of the task that matters most here. */
  ageLimit: number;
  youngestYears: number;
}

const CITY = { level: '县处级', principalRank: '正处', deputyRank: '副处', principals: 1, ageLimit: 41 } as const;
const AREA = { level: '乡科级', principalRank: '正科', deputyRank: '副科', principals: 1, ageLimit: 37 } as const;

export const GROUPS: Readonly<Record<TeamGroup, GroupFacts>> = {
  organization: { ...CITY, deputies: [5, 5], youngestYears: 36 },
  'city-dept': { ...CITY, deputies: [3, 5], youngestYears: 35 },
  'city-other': { ...CITY, deputies: [2, 3], youngestYears: 35 },
  area: { ...CITY, principals: 2, deputies: [9, 9], ageLimit: 37, youngestYears: 33 },
  'area-dept': { ...AREA, deputies: [3, 4], youngestYears: 28 },
  'area-other': { ...AREA, deputies: [2, 3], youngestYears: 28 },
  township: { ...AREA, principals: 2, deputies: [7, 7], ageLimit: 36, youngestYears: 26 },
};
