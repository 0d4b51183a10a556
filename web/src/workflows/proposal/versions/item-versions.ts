import type { HistoryEntry, Item } from '../../../api/types.js';

/** The items of a proposal as they stood after a step. */
export interface ItemVersion {
  version: number;
  label: string;
  who: string;
  at: string;
  title: string | null;
  reason: string | null;
  items: Item[];
  /** Whether this is how it went to the department. */
  submitted: boolean;
}

/** Every state of the items on record: those that were submitted, and those written in between. */
export function itemVersions(history: readonly HistoryEntry[]): ItemVersion[] {
  const versions: ItemVersion[] = [];
  for (const { version, type, label, payload, actor, at } of history) {
    const last = versions[versions.length - 1];
    if (type === 'SUBMIT' && last) versions[versions.length - 1] = { ...last, submitted: true };
    if (!Array.isArray(payload['items'])) continue;
    versions.push({
      version,
      label,
      who: actor.display,
      at,
      title: textOf(payload['title']) ?? last?.title ?? null,
      reason: textOf(payload['reason']) ?? last?.reason ?? null,
      items: payload['items'] as Item[],
      submitted: false,
    });
  }
  return versions;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export type Change = 'added' | 'removed' | 'changed' | 'same';

export interface ItemChange {
  cadre: string;
  before: Item | null;
  after: Item | null;
  change: Change;
}

const FIELDS = ['appointTo', 'removeFrom', 'kind', 'mode', 'occupiesHeadcount', 'note'] as const;

/** Person by person what one version has and the other has not; in the order of the later one, the removed ones last. */
export function compareItems(before: readonly Item[], after: readonly Item[]): ItemChange[] {
  const left = [...before];
  const kept = after.map((item): ItemChange => {
    const at = left.findIndex(({ cadre }) => cadre === item.cadre);
    const [earlier = null] = at === -1 ? [] : left.splice(at, 1);
    return { cadre: item.cadre, before: earlier, after: item, change: changeOf(earlier, item) };
  });
  return [
    ...kept,
    ...left.map((item): ItemChange => ({ cadre: item.cadre, before: item, after: null, change: 'removed' })),
  ];
}

function changeOf(before: Item | null, after: Item): Change {
  if (before === null) return 'added';
  return FIELDS.every((field) => (before[field] ?? null) === (after[field] ?? null)) ? 'same' : 'changed';
}
