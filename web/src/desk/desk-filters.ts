import { isPlural, type Plural } from '../api/plurals.js';
import { t } from '../ui/t.js';

export const TABS = {
  todo: t('待办'),
  done: t('已办'),
  mine: t('我发起'),
  copied: t('抄送'),
  all: t('全部'),
} as const;
export type Tab = keyof typeof TABS;

export interface DeskFilters {
  tab: Tab;
  /** One kind of case; null is every kind. */
  kind: Plural | null;
  unit: string;
  /** Where a case stands; in the list of one kind alone. */
  state: string;
  done: 'true' | 'false' | '';
  text: string;
  overdue: boolean;
  open: { plural: Plural; id: number } | null;
}

/** The desk's state is its address; anything it does not understand reads as the ordinary view. */
export function readFilters(search: URLSearchParams): DeskFilters {
  const tab = search.get('tab') ?? 'todo';
  const kind = search.get('kind') ?? '';
  const done = search.get('done');
  return {
    tab: Object.hasOwn(TABS, tab) ? (tab as Tab) : 'todo',
    kind: isPlural(kind) ? kind : null,
    unit: search.get('unit') ?? '',
    state: search.get('state') ?? '',
    done: done === 'true' || done === 'false' ? done : '',
    text: search.get('q') ?? '',
    overdue: search.get('overdue') === 'true',
    open: readOpen(search.get('open')),
  };
}

function readOpen(text: string | null): DeskFilters['open'] {
  const found = /^([a-z_]+)\/([1-9]\d{0,9})$/.exec(text ?? '');
  const plural = found?.[1] ?? '';
  return found && isPlural(plural) ? { plural, id: Number(found[2]) } : null;
}

/** What makes up a view, apart from the case that happens to be open. */
export const VIEW_KEYS = ['tab', 'kind', 'unit', 'state', 'done', 'q', 'overdue'] as const;

/** The address of a view alone, in one order, so that the same view is the same text. */
export function viewOf(search: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const key of VIEW_KEYS) {
    const value = search.get(key);
    if (value !== null && value !== '') kept.set(key, value);
  }
  return kept.toString();
}

/** The name of the workflow that stands under a plural. */
export const workflowOf = (plural: Plural): string => plural.replace(/s$/, '');
