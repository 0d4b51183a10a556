import { useEffect, useState } from 'react';
import { useSession } from '../../../app/current-session.js';
import { useLeaveGuard } from '../../../app/router.js';
import { type Draft, sameDraft } from './draft.js';
import { dropLocalDraft, keepLocalDraft, type LocalDraft, readLocalDraft } from './local-draft.js';
import { t } from '../../../ui/t.js';

const AUTOSAVE_MS = 600;

export interface DraftInHand {
  draft: Draft;
  change: (next: (draft: Draft) => Draft) => void;
  dirty: boolean;
  /** Work of an earlier visit that was never stored. */
  found: LocalDraft | null;
  restore: () => void;
  discard: () => void;
  /** The server has it now. */
  stored: (saved: Draft) => void;
}

/** A draft that survives a closed window, and is not left by mistake. */
export function useDraft(proposal: number | null, start: Draft): DraftInHand {
  const { user } = useSession();
  const [saved, setSaved] = useState(start);
  const [draft, setDraft] = useState(start);
  const [found, setFound] = useState(() => {
    const kept = readLocalDraft(user.id, proposal);
    return kept && !sameDraft(kept.draft, start) ? kept : null;
  });
  const dirty = !sameDraft(draft, saved);
  useLeaveGuard(dirty ? t('有尚未保存的修改，确定离开吗？（内容会在本机保留，下次打开可以恢复）') : null);

  useEffect(() => {
    if (!dirty) return undefined;
    const timer = setTimeout(
      () => keepLocalDraft(user.id, proposal, { draft, savedAt: new Date().toISOString() }),
      AUTOSAVE_MS,
    );
    return () => clearTimeout(timer);
  }, [dirty, draft, proposal, user.id]);

  const discard = (): void => {
    dropLocalDraft(user.id, proposal);
    setFound(null);
  };
  return {
    draft,
    dirty,
    found,
    change: (next) => setDraft(next),
    restore: () => {
      if (found) setDraft(found.draft);
      setFound(null);
    },
    discard,
    stored: (now) => {
      setSaved(now);
      discard();
    },
  };
}
