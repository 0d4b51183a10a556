import type { Reader } from './reader.js';

export interface Area {
  code: string;
  name: string;
}

/** @returns what finds the 旗县区 above (or at) a unit, by the ids in its path; undefined for a unit of the city itself */
export async function loadAreas(q: Reader): Promise<(unitPath: string) => Area | undefined> {
  const { rows } = await q.query<Area & { id: number }>(
    'directory.areas',
    `SELECT id, code, name FROM unit WHERE kind = 'county-level-area'`,
  );
  const areas = new Map(rows.map((row) => [String(row.id), row]));
  return (unitPath) => {
    const above = unitPath.split('.').find((id) => areas.has(id));
    return above === undefined ? undefined : areas.get(above);
  };
}
