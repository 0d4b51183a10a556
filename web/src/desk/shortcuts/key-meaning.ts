export type Command = 'down' | 'up' | 'open' | 'approve' | 'return' | 'mark' | 'search' | 'help' | 'leave';

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const LETTERS: Readonly<Record<string, Command>> = {
  j: 'down',
  k: 'up',
  a: 'approve',
  r: 'return',
  x: 'mark',
  '/': 'search',
  '?': 'help',
  Enter: 'open',
};

/**
 * What a key means on the desk. Letters mean nothing while somebody writes, while a dialog is open, with a modifier, or where
 * they have been switched off; Escape leaves a field in any case.
 *
 * @param place where the focus is
 */
export function meaningOf(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  place: { writes: boolean; onControl: boolean; dialog: boolean },
  lettersOn: boolean,
): Command | null {
  if (ctrlKey || metaKey || altKey || place.dialog) return null;
  if (key === 'Escape') return place.writes ? 'leave' : null;
  if (place.writes || !lettersOn) return null;
  const command = LETTERS[key.length === 1 ? key.toLowerCase() : key] ?? null;
  // Enter on a button or link is the button's.
  return command === 'open' && place.onControl ? null : command;
}
