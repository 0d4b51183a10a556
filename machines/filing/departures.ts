import type { Json } from '../kernel/index.js';
import type { FiledItem } from './context.js';

/** One field in which a filing is not what was cleared. */
export type Departure = {
  /** Number of the cleared item, from 1; an item that was never cleared counts on from the last; 0 = the whole filing. */
  item: number;
  field: string;
  cleared: Json;
  filed: Json;
};

const FIELDS = ['cadre', 'appointTo', 'removeFrom', 'kind', 'mode', 'occupiesHeadcount'] as const;

/**
 * Where a filing departs from what was cleared, field by field. The order of items does not matter: an item is compared
 * with its equal, else with that of the same person, else with that for the same post.
 *
 * @param cleared what passed the first gate and was decided
 * @param filed what the unit reports
 * @returns empty when the filing is what was cleared
 * @source issue scope (a filing that departs from what was cleared is refused field by field)
 */
export function departuresOf(cleared: readonly FiledItem[], filed: readonly FiledItem[]): Departure[] {
  const left = [...filed];
  const pairs = new Map<FiledItem, FiledItem>();
  for (const alike of [isSame, isSamePerson, isSamePost]) {
    for (const item of cleared) {
      const at = pairs.has(item) ? -1 : left.findIndex((candidate) => alike(item, candidate));
      if (at !== -1) pairs.set(item, left.splice(at, 1)[0]!);
    }
  }
  return [
    ...cleared.flatMap((item, index) => compareItem(index + 1, item, pairs.get(item))),
    ...left.map((item, index) => unmatched(cleared.length + index + 1, null, item)),
  ];
}

function compareItem(number: number, cleared: FiledItem, filed: FiledItem | undefined): Departure[] {
  if (!filed) return [unmatched(number, cleared, null)];
  return FIELDS.filter((field) => cleared[field] !== filed[field]).map((field) => ({
    item: number,
    field,
    cleared: cleared[field],
    filed: filed[field],
  }));
}

function unmatched(number: number, cleared: FiledItem | null, filed: FiledItem | null): Departure {
  return { item: number, field: 'item', cleared: cleared?.cadre ?? null, filed: filed?.cadre ?? null };
}

const isSame = (a: FiledItem, b: FiledItem): boolean => FIELDS.every((field) => a[field] === b[field]);
const isSamePerson = (a: FiledItem, b: FiledItem): boolean => a.cadre === b.cadre;
const isSamePost = (a: FiledItem, b: FiledItem): boolean =>
  a.appointTo === null ? a.removeFrom === b.removeFrom : a.appointTo === b.appointTo;
