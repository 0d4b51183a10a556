import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../../../api/client.js';
import { newCommandId } from '../../../api/command-id.js';
import type { CaseList, CaseSummary, CaseView, CommandResult, Plural } from '../../../api/types.js';

/** A case that answers something about a proposal. */
export interface Question extends CaseSummary {
  fields: CaseSummary['fields'] & { cadre_code?: string };
}

const MOST = 100;

/** @returns the cases of one kind that belong to this proposal, newest first; empty while they load, or where one may not read them */
export function useQuestions(plural: Plural, view: CaseView, may: boolean): readonly Question[] {
  const { data } = useQuery({
    queryKey: ['cases', plural, { unit: view.unit.code, proposal: view.id }],
    queryFn: ({ signal }) => get<CaseList>(plural, { unit: view.unit.code, limit: MOST }, signal),
    enabled: may,
  });
  return (data?.items ?? []).filter(({ fields }) => fields.proposal_id === view.id);
}

/** Begins a case about this proposal; the same question asked again after a broken connection is one case. */
export function useAsk(plural: Plural, view: CaseView): (payload: object) => Promise<CommandResult> {
  const client = useQueryClient();
  const [commands] = useState(() => new Map<string, string>());
  return async (payload) => {
    const text = JSON.stringify(payload);
    const commandId = commands.get(text) ?? newCommandId();
    commands.set(text, commandId);
    const body = { unit: view.unit.code, proposal: view.id, ...payload, commandId };
    const result = await post<CommandResult>(plural, body);
    commands.delete(text);
    void client.invalidateQueries({ queryKey: ['cases'] });
    return result;
  };
}
