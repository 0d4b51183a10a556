import { refuse } from '../platform/index.js';
import type { Reader } from './reader.js';

export interface FoundUnit {
  id: number;
  code: string;
  name: string;
  path: string;
}

/**
 * A unit by its code, within the caller's reach.
 *
 * @refuses NOT_FOUND - no such unit, or it lies outside; the caller cannot tell which
 */
export async function findUnit(q: Reader, code: string, scope: readonly string[]): Promise<FoundUnit> {
  const { rows } = await q.query<FoundUnit>(
    'directory.find-unit',
    'SELECT id, code, name, path::text FROM unit WHERE code = $1 AND path <@ ANY($2::ltree[])',
    [code, scope],
  );
  return rows[0] ?? refuse('NOT_FOUND', { kind: 'unit', code });
}
