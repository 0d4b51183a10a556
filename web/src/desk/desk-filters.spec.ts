import { describe, expect, it } from '@jest/globals';
import { readFilters } from './desk-filters.js';

const read = (text: string) => readFilters(new URLSearchParams(text));

describe('the address of the desk', () => {
  it('opens on what waits, of both kinds', () => {
    expect(read('')).toEqual({ tab: 'todo', kind: 'both', text: '', done: false, open: null });
  });

  it('remembers tab, kind, words and the open case', () => {
    expect(read('tab=mine&kind=filings&q=旗委&done=true&open=filings/12')).toEqual({
      tab: 'mine',
      kind: 'filings',
      text: '旗委',
      done: true,
      open: { plural: 'filings', id: 12 },
    });
  });

  it('does not trust what somebody typed', () => {
    expect(read('tab=toString2&kind=users&open=filings/0')).toEqual(read(''));
    expect(read('open=users/1').open).toBeNull();
  });
});
