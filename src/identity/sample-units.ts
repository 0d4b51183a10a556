import type { Tx } from '../platform/index.js';

/** Code of the unit that the sample clerk and leader work for, or null when there is none to pick. */
export type PickSampleUnit = () => Promise<string | null>;

/** Provide this to choose a unit that shows more than the default does. */
export const PICK_SAMPLE_UNIT = Symbol('pick sample unit');

export interface SampleUnits {
  /** Null holds the whole tree. */
  unit: number | null;
  otherUnit: number | null;
}

/** The unit picked, else the first 旗县区 by code; and another of the same kind. Both null without a city. */
export async function sampleUnits(tx: Pick<Tx, 'query'>, picked: string | null): Promise<SampleUnits> {
  const { rows } = await tx.query<SampleUnits>(
    'identity-sample-units',
    `WITH chosen AS (
       SELECT id, kind FROM unit WHERE code = $1 OR kind = 'county-level-area'
       ORDER BY code = $1 DESC NULLS LAST, code LIMIT 1)
     SELECT (SELECT id FROM chosen) AS unit,
       (SELECT unit.id FROM unit, chosen WHERE unit.kind = chosen.kind AND unit.id <> chosen.id ORDER BY code LIMIT 1)
         AS "otherUnit"`,
    [picked],
  );
  return rows[0] ?? { unit: null, otherUnit: null };
}
