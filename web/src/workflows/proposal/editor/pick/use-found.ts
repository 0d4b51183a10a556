import { useQuery } from '@tanstack/react-query';
import { cadresQuery, unitsQuery } from '../../../../api/queries.js';
import type { CadreRow, UnitRow } from '../../../../api/types.js';
import { useDebounced } from '../../../../ui/use-debounced.js';
import { isPinyin, pinyinMatcher } from './pinyin.js';

/** The server finds parts of names and codes; what is typed by sound is found here, among so many at most. */
const MOST = 500;

export interface Found<T> {
  items: readonly T[];
  /** How many there are; more than `items` where not all were read. */
  total: number;
  error: unknown;
  busy: boolean;
  refetch: () => void;
}

/** @param unit null looks everywhere within reach */
export function useFoundCadres(text: string, unit: string | null): Found<CadreRow> {
  const wanted = useDebounced(text.trim(), 200);
  const bySound = isPinyin(wanted);
  const query = useQuery(cadresQuery({ query: bySound ? '' : wanted, unit: unit ?? undefined, limit: MOST }));
  const matches = useMatcher(bySound ? wanted : null);
  const all = query.data?.items ?? [];
  const items = bySound ? all.filter(({ name }) => matches?.(name) === true) : all;
  return {
    items,
    total: bySound ? items.length : (query.data?.total ?? 0),
    error: query.error,
    busy: query.isFetching || (bySound && matches === undefined),
    refetch: () => void query.refetch(),
  };
}

export function useFoundUnits(text: string): Found<UnitRow> {
  const wanted = useDebounced(text.trim(), 200);
  const bySound = isPinyin(wanted);
  const query = useQuery(unitsQuery({ query: bySound ? '' : wanted, limit: MOST }));
  const matches = useMatcher(bySound ? wanted : null);
  const all = query.data?.items ?? [];
  const items = bySound ? all.filter(({ name, code }) => matches?.(name) === true || code.includes(wanted)) : all;
  return {
    items,
    total: items.length,
    error: query.error,
    busy: query.isFetching,
    refetch: () => void query.refetch(),
  };
}

function useMatcher(text: string | null): ((name: string) => boolean) | undefined {
  const { data } = useQuery({
    queryKey: ['pinyin', text],
    queryFn: async () => ({ matches: await pinyinMatcher(text ?? '') }),
    enabled: text !== null,
    staleTime: Infinity,
  });
  return data?.matches;
}
