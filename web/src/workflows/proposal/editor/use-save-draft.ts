import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { post } from '../../../api/client.js';
import { newCommandId } from '../../../api/command-id.js';
import type { CaseView, CommandResult } from '../../../api/types.js';
import { navigate } from '../../../app/router.js';
import { faultsOf } from './draft.js';
import type { DraftInHand } from './use-draft.js';
import { t } from '../../../ui/t.js';

type Busy = 'save' | 'submit' | null;

export interface SaveDraft {
  busy: Busy;
  faults: string[];
  error: unknown;
  save: () => void;
  submit: () => void;
}

/** Stores the draft, and submits it if asked; one intention keeps one command id however often it is tried. */
export function useSaveDraft(stored: CaseView | null, { draft, dirty, stored: markStored }: DraftInHand): SaveDraft {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState<Busy>(null);
  const [faults, setFaults] = useState<string[]>([]);
  const [error, setError] = useState<unknown>(null);
  const known = useRef<{ id: number; version: number } | null>(stored);
  const commands = useRef(new Map<string, string>());

  const commandFor = (intent: string): string => {
    const commandId = commands.current.get(intent) ?? newCommandId();
    commands.current.set(intent, commandId);
    return commandId;
  };

  const send = async (type: string, payload: object): Promise<CommandResult> => {
    const { id = 0, version = 0 } = known.current ?? {};
    const commandId = commandFor(JSON.stringify([type, payload, id, version]));
    const body = { type, payload, commandId, expectedVersion: version };
    return (known.current = await post<CommandResult>(`proposals/${id}/events`, body));
  };

  const keep = async (): Promise<void> => {
    const { unit, ...content } = draft;
    if (known.current === null) {
      const commandId = commandFor(JSON.stringify(['CREATE', draft]));
      known.current = await post<CommandResult>('proposals', { unit, ...content, commandId });
    } else if (dirty) await send('EDIT', content);
    markStored(draft);
  };

  const run = async (what: 'save' | 'submit'): Promise<void> => {
    const wrong = faultsOf(draft);
    setFaults(wrong);
    if (wrong.length > 0) return;
    setBusy(what);
    setError(null);
    try {
      await keep();
      if (what === 'submit') await send('SUBMIT', {});
      void message.success(what === 'submit' ? t('动议已呈报。') : t('草稿已保存。'));
      void client.invalidateQueries({ queryKey: ['case'] });
      void client.invalidateQueries({ queryKey: ['cases'] });
      leaveFor(what, known.current?.id ?? 0, stored);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(null);
    }
  };
  return { busy, faults, error, save: () => void run('save'), submit: () => void run('submit') };
}

/** The guard lets go once the draft counts as stored, which React has to draw first. */
function leaveFor(what: 'save' | 'submit', id: number, stored: CaseView | null): void {
  setTimeout(() => {
    if (what === 'submit') navigate(`/desk?tab=all&open=proposals/${id}`);
    else if (stored === null) navigate(`/proposals/${id}/edit`, { replace: true });
  });
}
