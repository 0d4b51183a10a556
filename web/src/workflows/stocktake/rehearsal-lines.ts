import type { RoundRehearsal } from '../../api/types.js';

type Item = RoundRehearsal['items'][number];

/** All reminders of one kind that come on one day. */
export interface RehearsalLine extends Pick<Item, 'day' | 'label' | 'kind' | 'roles'> {
  /** To how many cases. */
  cases: number;
}

/** @returns one line for each day, deadline and addressee, in the order in which they come */
export function rehearsalLines(items: readonly Item[]): RehearsalLine[] {
  const lines = new Map<string, RehearsalLine>();
  for (const { day, label, kind, roles } of items) {
    const key = JSON.stringify([day, label, kind, roles]);
    const known = lines.get(key);
    lines.set(key, { day, label, kind, roles, cases: (known?.cases ?? 0) + 1 });
  }
  return [...lines.values()].toSorted((a, b) => a.day.localeCompare(b.day));
}
