import { useEffect, useRef } from 'react';
import { type Command, meaningOf } from './key-meaning.js';
import { useShortcutSetting } from './shortcut-setting.js';

/** Hears keys anywhere on the page while the desk is shown. */
export function useShortcuts(run: (command: Command) => void): void {
  const [on] = useShortcutSetting();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const command = meaningOf(event, placeOf(event.target), on);
      if (command === null) return;
      event.preventDefault();
      latest.current(command);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [on]);
}

function placeOf(target: EventTarget | null): { writes: boolean; onControl: boolean; dialog: boolean } {
  const element = target instanceof HTMLElement ? target : document.body;
  const dialog = document.querySelector('.ant-modal-wrap, .ant-drawer-open, .ant-dropdown:not(.ant-dropdown-hidden)');
  return {
    writes:
      element.isContentEditable ||
      element.closest('textarea, select, [role=combobox], input:not([type=checkbox])') !== null,
    onControl: element.closest('button, a, summary, input, [role=tab]') !== null,
    dialog: dialog !== null && isShown(dialog),
  };
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/** Presses what stands on the page for a key, as a mouse would: a control that is not there or not allowed does nothing. */
export function pressShortcut(key: string, within: string): boolean {
  const control = document.querySelector<HTMLElement>(`${within} [aria-keyshortcuts="${key}"]:not([disabled])`);
  control?.click();
  return control !== null;
}
