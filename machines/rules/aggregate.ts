import type { Assessment } from './staffing.js';

/** Young cadres over several teams, with the reason why persons and team sums may differ. */
export interface DistinctCount {
  sumOfTeams: number;
  distinctPersons: number;
  inSeveralTeams: { cadre: string; name: string; teams: string[] }[];
  sentence: string;
}

/**
 * Counts young cadres over several teams: each team counts its own members, the area counts each person once.
 *
 * @param rows team codes with their assessment under one task
 * @returns persons; `inSeveralTeams` explains the difference, empty when there is none
 * @source handbook §2.4 (distinctPersonInAggregates), §7 scenario 8
 */
export function countDistinct(rows: readonly { team: string; assessment: Assessment }[]): DistinctCount {
  const teamsOf = new Map<string, { cadre: string; name: string; teams: string[] }>();
  let sumOfTeams = 0;
  for (const { team, assessment } of rows) {
    sumOfTeams += assessment.young.length;
    for (const { cadre, name } of assessment.young) {
      const person = teamsOf.get(cadre) ?? { cadre, name, teams: [] };
      person.teams.push(team);
      teamsOf.set(cadre, person);
    }
  }
  const inSeveralTeams = [...teamsOf.values()].filter(({ teams }) => teams.length > 1);
  const distinctPersons = teamsOf.size;
  const sentence =
    inSeveralTeams.length === 0
      ? `各班子合计${sumOfTeams}人次，无人同时在几个班子任职，实为${distinctPersons}人。`
      : `各班子合计${sumOfTeams}人次，其中${inSeveralTeams.length}人同时在几个班子任职，不重复计算实为${distinctPersons}人。`;
  return { sumOfTeams, distinctPersons, inSeveralTeams, sentence };
}
