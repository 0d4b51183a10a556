import type { CadreRow } from '../../../../api/types.js';

const MOST = 6;

/** Beside the drafts, so that signing out forgets these people with them. */
const keyOf = (user: number): string => `qingpei.draft.${user}.recent`;

/** Whom this person has chosen lately, the latest first. */
export function readRecent(user: number): CadreRow[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(user)) ?? '[]');
    return Array.isArray(kept) ? (kept as CadreRow[]).slice(0, MOST) : [];
  } catch {
    return []; // storage is switched off, or holds something else
  }
}

export function keepRecent(user: number, cadre: CadreRow): void {
  try {
    const others = readRecent(user).filter(({ code }) => code !== cadre.code);
    localStorage.setItem(keyOf(user), JSON.stringify([cadre, ...others].slice(0, MOST)));
  } catch {
    // storage is switched off or full: nothing is remembered
  }
}
