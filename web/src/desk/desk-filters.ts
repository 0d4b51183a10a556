import type { Plural } from '../api/types.js';

export const TABS = { todo: '待办', all: '全部', mine: '我发起' } as const;
export type Tab = keyof typeof TABS;
export type Kind = 'both' | Plural;

export interface DeskFilters {
  tab: Tab;
  kind: Kind;
  text: string;
  done: boolean;
  open: { plural: Plural; id: number } | null;
}

/** The desk's state is its address; anything it does not understand reads as the ordinary view. */
export function readFilters(search: URLSearchParams): DeskFilters {
  const tab = search.get('tab') ?? 'todo';
  const kind = search.get('kind') ?? 'both';
  return {
    tab: tab in TABS ? (tab as Tab) : 'todo',
    kind: kind === 'proposals' || kind === 'filings' ? kind : 'both',
    text: search.get('q') ?? '',
    done: search.get('done') === 'true',
    open: readOpen(search.get('open')),
  };
}

function readOpen(text: string | null): DeskFilters['open'] {
  const found = /^(proposals|filings)\/([1-9]\d{0,9})$/.exec(text ?? '');
  return found ? { plural: found[1] as Plural, id: Number(found[2]) } : null;
}
