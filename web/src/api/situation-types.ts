import type { Schemas } from './schema.js';

/** What the server answers about the situation of the staffing. */

export type Situation = Schemas['Situation'];
export type Sums = Situation['totals'];
export type LevelCounts = Sums['levels'];
export type LevelRow = Situation['levels'][number];
export type AreaSums = Situation['areas'][number];
export type DepartmentSums = Situation['departments'][number];
export type LeavingMonth = Situation['ageingOut'][number];

export type Trend = Schemas['SituationTrend'];
export type TrendQuarter = Trend['quarters'][number];

export type Leavers = Schemas['SituationLeavers'];
export type Leaver = Leavers['items'][number];
