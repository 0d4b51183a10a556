import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendForm } from '../api/client.js';
import { Problem } from '../api/problem.js';

interface Importing<R> {
  result: R | null;
  fault: unknown;
  busy: 'check' | 'store' | null;
  send: (body: FormData, dryRun: boolean) => Promise<void>;
  forget: () => void;
}

/** Sends files to be checked or stored. With faults the server refuses and lists them: that list is what was asked for. */
export function useImport<R>(path: string, refusedWith: string): Importing<R> {
  const client = useQueryClient();
  const [result, setResult] = useState<R | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState<'check' | 'store' | null>(null);

  const send = async (body: FormData, dryRun: boolean): Promise<void> => {
    setBusy(dryRun ? 'check' : 'store');
    setFault(null);
    try {
      setResult(await sendForm<R>(`${path}?dryRun=${dryRun}`, body));
      if (!dryRun) void client.invalidateQueries({ queryKey: ['directory'] });
    } catch (error) {
      const isList = error instanceof Problem && error.code === refusedWith;
      setResult(isList ? (error.body as unknown as R) : null);
      if (!isList) setFault(error);
    } finally {
      setBusy(null);
    }
  };
  const forget = (): void => {
    setResult(null);
    setFault(null);
  };
  return { result, fault, busy, send, forget };
}
