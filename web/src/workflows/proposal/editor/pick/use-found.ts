import { useQuery } from '@tanstack/react-query';
import { cadresQuery, unitsQuery } from '../../../../api/queries.js';
import type { CadreRow, UnitRow } from '../../../../api/types.js';
import { useDebounced } from '../../../../ui/use-debounced.js';

/** Shown at once; who looks further types more. */
const MOST = 500;

export interface Found<T> {
  items: readonly T[];
  /** How many there are; more than `items` where not all were read. */
  total: number;
  error: unknown;
  busy: boolean;
  refetch: () => void;
}

/** The server finds parts of names, their sound and codes among all within reach. @param unit null looks everywhere within reach */
export function useFoundCadres(text: string, unit: string | null): Found<CadreRow> {
  const wanted = useDebounced(text.trim(), 200);
  const query = useQuery(cadresQuery({ query: wanted, unit: unit ?? undefined, limit: MOST }));
  return {
    items: query.data?.items ?? [],
    total: query.data?.total ?? 0,
    error: query.error,
    busy: query.isFetching,
    refetch: () => void query.refetch(),
  };
}

export function useFoundUnits(text: string): Found<UnitRow> {
  const wanted = useDebounced(text.trim(), 200);
  const query = useQuery(unitsQuery({ query: wanted, limit: MOST }));
  return {
    items: query.data?.items ?? [],
    total: query.data?.total ?? 0,
    error: query.error,
    busy: query.isFetching,
    refetch: () => void query.refetch(),
  };
}
