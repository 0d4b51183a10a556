import type { Draft } from './draft.js';

/** A draft kept on this machine until it is stored or its writer signs out. */
export interface LocalDraft {
  draft: Draft;
  savedAt: string;
}

const PREFIX = 'qingpei.draft';

const keyOf = (user: number, proposal: number | null): string => `${PREFIX}.${user}.${proposal ?? 'new'}`;

/** Storage may be switched off or full: writing goes on without it. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export function readLocalDraft(user: number, proposal: number | null): LocalDraft | null {
  return quietly(() => {
    const text = localStorage.getItem(keyOf(user, proposal));
    return text === null ? null : (JSON.parse(text) as LocalDraft);
  });
}

export function keepLocalDraft(user: number, proposal: number | null, kept: LocalDraft): void {
  quietly(() => localStorage.setItem(keyOf(user, proposal), JSON.stringify(kept)));
}

export function dropLocalDraft(user: number, proposal: number | null): void {
  quietly(() => localStorage.removeItem(keyOf(user, proposal)));
}

/** Proposals are confidential: nothing of them stays behind when somebody signs out. */
export function forgetDrafts(user: number): void {
  quietly(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(`${PREFIX}.${user}.`)) localStorage.removeItem(key);
  });
}
