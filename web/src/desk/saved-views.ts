import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, put } from '../api/client.js';

/** A view with a name: tab and filters as the address has them. */
export interface SavedView {
  name: string;
  search: string;
}

/** As many as the server keeps. */
const MOST = 30;

interface Views {
  items: SavedView[];
}

const viewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => get<Views>('saved-views', {}, signal),
  staleTime: 60_000,
});

interface SavedViews {
  views: readonly SavedView[];
  /** Why they could not be read or kept; null when all is well. */
  error: unknown;
  keep: (views: readonly SavedView[]) => void;
}

/** Kept by the server for this person, so that they are there on every machine. */
export function useSavedViews(): SavedViews {
  const client = useQueryClient();
  const { data, error } = useQuery(viewsQuery);
  const storing = useMutation({
    mutationFn: (items: readonly SavedView[]) => put<Views>('saved-views', { items }),
    onSuccess: (stored) => client.setQueryData(viewsQuery.queryKey, stored),
  });
  return { views: data?.items ?? [], error: storing.error ?? error, keep: (views) => storing.mutate(views) };
}

/** A view under its name, in the place of an older one of the same name. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].slice(-MOST);
}
