import { describe, expect, it } from '@jest/globals';
import { readFilters, viewOf, workflowOf } from './desk-filters.js';

const read = (text: string) => readFilters(new URLSearchParams(text));

describe('the address of the desk', () => {
  it('opens on what waits, of every kind', () => {
    expect(read('')).toEqual({
      tab: 'todo',
      kind: null,
      unit: '',
      state: '',
      done: '',
      text: '',
      overdue: false,
      open: null,
    });
  });

  it('remembers tab, kind, unit, words and the open case', () => {
    expect(
      read('tab=mine&kind=filings&unit=Q06&state=open&done=false&q=旗委&overdue=true&open=stocktake_units/12'),
    ).toEqual({
      tab: 'mine',
      kind: 'filings',
      unit: 'Q06',
      state: 'open',
      done: 'false',
      text: '旗委',
      overdue: true,
      open: { plural: 'stocktake_units', id: 12 },
    });
  });

  it('does not trust what somebody typed', () => {
    expect(read('tab=toString&kind=users&done=perhaps&open=filings/0')).toEqual(read(''));
    expect(read('open=users/1').open).toBeNull();
  });

  it('takes a view without the case that is open, in one order', () => {
    expect(viewOf(new URLSearchParams('q=旗&open=filings/3&tab=done&kind='))).toBe(
      viewOf(new URLSearchParams('tab=done&q=旗')),
    );
  });

  it('asks for a workflow by its name', () => {
    expect(workflowOf('stocktake_units')).toBe('stocktake_unit');
    expect(workflowOf('proposals')).toBe('proposal');
  });
});
