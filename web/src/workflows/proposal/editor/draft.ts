import type { Item, PostView } from '../../../api/types.js';
import { t } from '../../../ui/t.js';

/** A proposal while it is being written. */
export interface Draft {
  unit: string;
  title: string;
  reason: string;
  items: Item[];
}

export const EMPTY_DRAFT: Draft = { unit: '', title: '', reason: '', items: [] };

export const sameDraft = (a: Draft, b: Draft): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Who is moved: his code, and where he sits now. */
export interface Moved {
  code: string;
  posts: readonly { code: string }[];
}

/** Somebody for a post. Who sits elsewhere now is transferred from there, unless the writer says otherwise. */
export function withAppointment(draft: Draft, cadre: Moved, post: Pick<PostView, 'code'>): Draft {
  const leaves = cadre.posts[0]?.code;
  const item: Item =
    leaves === undefined
      ? { cadre: cadre.code, appointTo: post.code, kind: 'appoint' }
      : { cadre: cadre.code, appointTo: post.code, removeFrom: leaves, kind: 'transfer' };
  const others = draft.items.filter(({ appointTo }) => appointTo !== post.code);
  const known = others.findIndex((other) => other.cadre === cadre.code);
  // One line per person: the removal that stands there already becomes half of a transfer.
  if (known === -1) return { ...draft, items: [...others, item] };
  const merged: Item = { ...others[known]!, appointTo: post.code, kind: 'transfer' };
  return { ...draft, items: others.map((other, at) => (at === known ? merged : other)) };
}

/** Somebody leaves a post; again, and it is taken back. */
export function withRemoval(draft: Draft, cadre: string, post: string): Draft {
  const at = draft.items.findIndex((item) => item.cadre === cadre && item.removeFrom === post);
  if (at === -1) {
    const known = draft.items.findIndex((item) => item.cadre === cadre && !item.removeFrom);
    if (known === -1) return { ...draft, items: [...draft.items, { cadre, removeFrom: post, kind: 'remove' }] };
    return withItem(draft, known, { removeFrom: post, kind: 'transfer' });
  }
  const item = draft.items[at]!;
  return item.appointTo ? withItem(draft, at, { removeFrom: null, kind: 'appoint' }) : withoutItem(draft, at);
}

export function withItem(draft: Draft, at: number, change: Partial<Item>): Draft {
  return { ...draft, items: draft.items.map((item, index) => (index === at ? { ...item, ...change } : item)) };
}

/** A list of items added; who stands in the draft already takes his new line. */
export function withItems(draft: Draft, items: readonly Item[]): Draft {
  const coming = new Set(items.map(({ cadre }) => cadre));
  return { ...draft, items: [...draft.items.filter(({ cadre }) => !coming.has(cadre)), ...items] };
}

export function withoutItem(draft: Draft, at: number): Draft {
  return { ...draft, items: draft.items.filter((_, index) => index !== at) };
}

/** What keeps a draft from being stored, in words; empty when nothing does. */
export function faultsOf({ unit, title, reason, items }: Draft): string[] {
  return [
    ...(unit === '' ? [t('请选择单位。')] : []),
    ...(title.trim() === '' ? [t('请填写动议名称。')] : []),
    ...(reason.trim() === '' ? [t('请填写动议理由。')] : []),
    ...items.flatMap(({ appointTo, removeFrom }, at) =>
      appointTo || removeFrom ? [] : [t('第{n}项既没有拟任职位，也没有拟免职位。', { n: at + 1 })],
    ),
  ];
}

/** Items that can be asked about: the gate wants each to do something. */
export function askable(items: readonly Item[]): Item[] {
  return items.filter(({ appointTo, removeFrom }) => Boolean(appointTo ?? removeFrom));
}
