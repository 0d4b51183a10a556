import type { Policy } from './policy.js';
import { compareRationals, type Rational } from './rational.js';

/** One team's standing under one task, under the 旗县区 it belongs to. */
export interface HeadlineRow {
  area: string;
  areaName: string;
  team: string;
  shortfall: number;
}

export interface AreaHeadline {
  area: string;
  areaName: string;
  teams: number;
  met: number;
  /** Teams that meet their tasks over all teams; an area without teams does not appear. */
  share: Rational;
  reached: boolean;
}

/**
 * The headline per 旗县区: which share of its teams meets the task. A team with several rows meets them all or none.
 *
 * @param rows teams of 旗县区党政工作部门 with their shortfall in persons
 * @param policy the share that counts as reached (50 % by default, itself included)
 * @returns one row per area, in the order of first mention
 * @source handbook §0 no. 2 (6个旗县区…达到50%以上), §2.4
 */
export function headline(rows: readonly HeadlineRow[], policy: Policy): AreaHeadline[] {
  const areas = new Map<string, { areaName: string; metByTeam: Map<string, boolean> }>();
  for (const { area, areaName, team, shortfall } of rows) {
    const entry = areas.get(area) ?? { areaName, metByTeam: new Map<string, boolean>() };
    entry.metByTeam.set(team, shortfall === 0 && entry.metByTeam.get(team) !== false);
    areas.set(area, entry);
  }
  return [...areas].map(([area, { areaName, metByTeam }]) => {
    const teams = metByTeam.size;
    const met = [...metByTeam.values()].filter(Boolean).length;
    const share = { num: met, den: teams };
    return { area, areaName, teams, met, share, reached: compareRationals(share, policy.headlineShare) >= 0 };
  });
}
