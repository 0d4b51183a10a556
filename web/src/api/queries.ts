import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Asked, get, post, type Query, read, type Reads } from './client.js';
import type {
  ActionWithSchema,
  AttachmentView,
  CaseList,
  CaseView,
  CircularCopy,
  CommentView,
  CopyView,
  FormOffer,
  HistoryEntry,
  Item,
  Letter,
  Plural,
  Preview,
  Rehearsal,
  RoundRehearsal,
  UnitSuccession,
  RoundComparison,
  RoundSide,
  RoundSnapshot,
  Session,
  Suggestion,
  WorkflowView,
} from './types.js';
import { Problem } from './problem.js';

const DIRECTORY_STALE_MS = 60_000;

async function whoAmI(): Promise<Session | null> {
  try {
    return await read('GET session');
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: whoAmI, staleTime: Infinity });

/** Everything that depends on who is signed in, but not who that is. */
export const isBusiness = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[0] !== 'session';

const CASES_PAGE = 60;

/** Every case of one kind within reach, newest first. */
export const allCasesQuery = (plural: Plural, filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['cases', plural, filter],
    queryFn: ({ signal, pageParam }) =>
      get<CaseList>(plural, { ...filter, limit: CASES_PAGE, before: pageParam ?? undefined }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** One a quarter: all of them are few. */
export const circularsQuery = queryOptions({
  queryKey: ['cases', 'circulars', 'all'],
  queryFn: ({ signal }) => get<CaseList>('circulars', { limit: 200 }, signal),
});

export const caseQuery = (plural: Plural, id: number) =>
  queryOptions({
    queryKey: ['case', plural, id],
    queryFn: ({ signal }) => get<CaseView>(`${plural}/${id}`, {}, signal),
  });

/** The part of a case that is asked for beside it, under the case's own key so that one call refreshes all. */
const part = <T>(plural: Plural, id: number, name: string) =>
  queryOptions({
    queryKey: ['case', plural, id, name],
    queryFn: ({ signal }) => get<T>(`${plural}/${id}/${name}`, {}, signal),
  });

export const actionsQuery = (plural: Plural, id: number) => part<ActionWithSchema[]>(plural, id, 'actions');
export const historyQuery = (plural: Plural, id: number) => part<HistoryEntry[]>(plural, id, 'history');
export const commentsQuery = (plural: Plural, id: number) => part<CommentView[]>(plural, id, 'comments');
export const copiesQuery = (plural: Plural, id: number) => part<{ items: CopyView[] }>(plural, id, 'copies');
export const attachmentsQuery = (plural: Plural, id: number) => part<AttachmentView[]>(plural, id, 'attachments');
export const rehearsalQuery = (plural: Plural, id: number) => part<Rehearsal>(plural, id, 'rehearsal');
/** What forms can be had as on this server. */
export const printingQuery = queryOptions({
  queryKey: ['printing'],
  queryFn: ({ signal }) => get<{ pdf: { available: boolean } }>('printing', {}, signal),
  staleTime: Infinity,
});
export const formsQuery = (plural: Plural, id: number) => part<FormOffer[]>(plural, id, 'forms');
export const suggestionsQuery = (id: number) => part<Suggestion[]>('proposals', id, 'suggestions');

export const roundSidesQuery = (id: number) => part<RoundSide[]>('stocktakes', id, 'units');
export const roundSnapshotQuery = (id: number, query: Query = {}) =>
  queryOptions({
    queryKey: ['case', 'stocktakes', id, 'snapshot', query],
    queryFn: ({ signal }) => get<RoundSnapshot>(`stocktakes/${id}/snapshot`, query, signal),
    placeholderData: keepPreviousData,
  });
export const roundRehearsalQuery = (id: number) => part<RoundRehearsal>('stocktakes', id, 'rehearsal');
export const roundComparisonQuery = (id: number) => part<RoundComparison>('stocktakes', id, 'comparison');
export const successionsQuery = queryOptions({
  queryKey: ['unit-successions'],
  queryFn: ({ signal }) => get<UnitSuccession[]>('unit-successions', {}, signal),
});
export const circularCopiesQuery = (id: number) => part<CircularCopy[]>('circulars', id, 'units');
export const letterQuery = (plural: Plural, id: number, which: 'letter' | 'suggestion-letter' = 'letter') =>
  part<Letter>(plural, id, which);

export const previewQuery = (unit: string, items: readonly Item[]) =>
  queryOptions({
    queryKey: ['preview', unit, items],
    queryFn: ({ signal }) => post<Preview>('gate/preview', { unit, items }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });

/** Charts change with a release alone. */
export const workflowsQuery = queryOptions({
  queryKey: ['workflows'],
  queryFn: ({ signal }) => get<{ items: WorkflowView[] }>('workflows', {}, signal),
  staleTime: Infinity,
});

export const revisionQuery = (name: string, revision: number) =>
  queryOptions({
    queryKey: ['workflows', name, revision],
    queryFn: ({ signal }) => get<WorkflowView>(`workflows/${name}/revisions/${revision}`, {}, signal),
    staleTime: Infinity,
  });

const directory = <Call extends Reads>(call: Call, asked: Asked<Call> = {}) =>
  queryOptions({
    queryKey: ['directory', call, asked],
    queryFn: ({ signal }) => read(call, asked, signal),
    placeholderData: keepPreviousData,
    staleTime: DIRECTORY_STALE_MS,
  });

export const ledgerQuery = (query: Query) => directory('GET staffing', { query });
export const headlineQuery = (query: Query) => directory('GET staffing/headline', { query });
export const tasksQuery = () => directory('GET tasks');
export const unitsQuery = (query: Query) => directory('GET units', { query });
export const cadresQuery = (query: Query) => directory('GET cadres', { query });
export const colleaguesQuery = (query: Query) => directory('GET colleagues', { query });

// One thing by its code: what another code showed before is no placeholder for it.
const one = <Call extends Reads>(call: Call, asked: Asked<Call>) => ({
  ...directory(call, asked),
  placeholderData: undefined,
});

export const unitQuery = (code: string) => one('GET units/{code}', { at: { code } });
export const cadreQuery = (code: string) => one('GET cadres/{code}', { at: { code } });
export const dossierQuery = (code: string) => one('GET cadres/{code}/dossier', { at: { code } });
export const eligibilityQuery = (code: string, post: string, on: string | null) =>
  one('GET cadres/{code}/eligibility', { at: { code }, query: { post, on: on ?? undefined } });
export const teamQuery = (code: string, asOf?: string) => one('GET teams/{code}', { at: { code }, query: { asOf } });
