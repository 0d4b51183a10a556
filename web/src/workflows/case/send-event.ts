import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { post } from '../../api/client.js';
import { newCommandId } from '../../api/command-id.js';
import { Problem } from '../../api/problem.js';
import { caseQuery } from '../../api/queries.js';
import type { CaseView, CommandResult, Plural } from '../../api/types.js';
import type { Payload } from './forms/payload.js';

/** What happens after the commit (a filing opens, a proposal hears of it) takes a moment. */
const AFTERMATH_MS = 1500;

export interface StaleNote {
  by: string | null;
  at: string | null;
}

/** The note that a page shows when somebody else was faster; null for every other refusal. */
export function staleNoteOf(error: unknown): StaleNote | null {
  if (!(error instanceof Problem) || error.code !== 'STALE_VERSION') return null;
  const { by, at } = error.params as { by?: string | null; at?: string | null };
  return { by: by ?? null, at: at ?? null };
}

/** The case as it is by now, which the refusal brings along. */
export function currentOf(error: unknown): CaseView | null {
  if (staleNoteOf(error) === null) return null;
  return ((error as Problem).params['current'] as CaseView | undefined) ?? null;
}

type Send = (type: string, payload: Payload, version: number) => Promise<CommandResult>;

/**
 * Sends a step. The same step sent again after a broken connection carries the same command id, so it happens once; a page
 * that shows an older version gets the current one in its place.
 */
export function useSendEvent(plural: Plural, id: number): Send {
  const client = useQueryClient();
  const intent = useRef({ text: '', commandId: '' });

  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: ['case'] });
    void client.invalidateQueries({ queryKey: ['cases'] });
    void client.invalidateQueries({ queryKey: ['inbox'] });
    void client.invalidateQueries({ queryKey: ['directory'] });
  };
  return async (type, payload, expectedVersion) => {
    const text = JSON.stringify([plural, id, type, payload, expectedVersion]);
    if (intent.current.text !== text) intent.current = { text, commandId: newCommandId() };
    const { commandId } = intent.current;
    try {
      const result = await post<CommandResult>(`${plural}/${id}/events`, { type, payload, commandId, expectedVersion });
      refresh();
      setTimeout(refresh, AFTERMATH_MS);
      // The next step starts from what this one has made of the case.
      await client.invalidateQueries({ queryKey: ['case', plural, id] }, { cancelRefetch: false });
      return result;
    } catch (error) {
      const current = currentOf(error);
      if (current) {
        client.setQueryData(caseQuery(plural, id).queryKey, (shown) => ({ ...shown, ...current }));
        refresh();
      }
      throw error;
    }
  };
}
