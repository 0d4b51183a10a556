import type { Day, UnitKind } from '../../../machines/rules/index.js';
import type { Reader } from '../reader.js';
import { loadTeamFacts } from './load-team-facts.js';
import type { LoadedTeam } from './team-row.js';

export interface TeamFilter {
  /** Paths of the units the caller may see; '' is the whole tree. */
  scope: readonly string[];
  /** Only below (and at) this unit. */
  under?: string;
  unitKinds?: readonly UnitKind[];
  /** Only units of the city itself, none below a 旗县区. */
  outsideAreas?: boolean;
}

export interface StreamOptions {
  since?: Day;
  /** Teams per statement. */
  batch?: number;
}

// Small enough that judging one batch does not hold up requests beside it.
const BATCH = 250;

/** All teams of a part of the tree, batch by batch in the order of their numbers; a city's whole ledger fits no memory. */
export async function* streamTeamFacts(
  q: Reader,
  filter: TeamFilter,
  { since, batch = BATCH }: StreamOptions = {},
): AsyncGenerator<LoadedTeam[]> {
  const ids = await listTeamIds(q, filter);
  const load = (start: number): Promise<LoadedTeam[]> => {
    const loading = loadTeamFacts(q, { teamIds: ids.slice(start, start + batch) }, { since });
    // Whoever stops early leaves this one unread; its failure is then nobody's.
    loading.catch(() => undefined);
    return loading;
  };
  // The database reads the next batch while the last one is being judged.
  let next = ids.length > 0 ? load(0) : null;
  for (let start = batch; next !== null; start += batch) {
    const loaded = await next;
    next = start < ids.length ? load(start) : null;
    yield loaded;
  }
}

/** Numbers of the teams of a part of the tree, ascending. */
export async function listTeamIds(q: Reader, { scope, under, unitKinds, outsideAreas }: TeamFilter): Promise<number[]> {
  const { rows } = await q.query<{ id: number }>(
    'directory.team-ids',
    `SELECT team.id FROM team JOIN unit ON unit.id = team.unit_id
     WHERE unit.path <@ ANY($1::ltree[]) AND ($2::ltree IS NULL OR unit.path <@ $2::ltree)
       AND ($3::text[] IS NULL OR unit.kind = ANY($3))
       AND (NOT $4::boolean OR NOT EXISTS (
         SELECT FROM unit area WHERE area.kind = 'county-level-area' AND unit.path <@ area.path))
     ORDER BY team.id`,
    [scope, under ?? null, unitKinds ?? null, outsideAreas ?? false],
  );
  return rows.map(({ id }) => id);
}
