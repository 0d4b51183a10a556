import { useSyncExternalStore } from 'react';

const REMEMBERED = 'qingpei:shortcuts';
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) !== 'off';
  } catch {
    return true; // storage is switched off
  }
}

let on = read();

/** Whether single letters do something. Whoever dictates, or hits keys by accident, switches them off (WCAG 2.1.4). */
export function useShortcutSetting(): [boolean, (on: boolean) => void] {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => on,
  );
  return [now, setShortcuts];
}

function setShortcuts(next: boolean): void {
  on = next;
  try {
    localStorage.setItem(REMEMBERED, next ? 'on' : 'off');
  } catch {
    // storage is switched off: it holds until the page is left
  }
  for (const listener of listeners) listener();
}
