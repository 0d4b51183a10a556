import { describe, expect, it } from '@jest/globals';
import { meaningOf } from './key-meaning.js';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });
const READING = { writes: false, onControl: false, dialog: false };

describe('keys on the desk', () => {
  it('move, open, act, mark, search and explain', () => {
    const meanings = ['j', 'K', 'Enter', 'a', 'r', 'x', '/', '?'].map((key) => meaningOf(press(key), READING, true));
    expect(meanings).toEqual(['down', 'up', 'open', 'approve', 'return', 'mark', 'search', 'help']);
  });

  it('are letters again while somebody writes or a dialog is open', () => {
    for (const place of [
      { ...READING, writes: true },
      { ...READING, dialog: true },
    ]) {
      expect(['j', 'a', '?', 'Enter'].map((key) => meaningOf(press(key), place, true))).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
    expect(meaningOf(press('Escape'), { ...READING, writes: true }, true)).toBe('leave');
  });

  it('mean nothing once they are switched off', () => {
    expect(['j', 'a', '/', '?'].map((key) => meaningOf(press(key), READING, false))).toEqual([null, null, null, null]);
  });

  it('leave what the browser means by a modifier alone', () => {
    expect(meaningOf(press('a', { ctrlKey: true }), READING, true)).toBeNull();
    expect(meaningOf(press('r', { metaKey: true }), READING, true)).toBeNull();
  });

  it('leave Enter to the button that has the focus', () => {
    expect(meaningOf(press('Enter'), { ...READING, onControl: true }, true)).toBeNull();
    expect(meaningOf(press('j'), { ...READING, onControl: true }, true)).toBe('down');
  });
});
