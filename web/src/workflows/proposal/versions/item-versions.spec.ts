import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry, Item } from '../../../api/types.js';
import { compareItems, itemVersions } from './item-versions.js';

const item = (cadre: string, more: Partial<Item> = {}): Item => ({ cadre, appointTo: 'P1', kind: 'promote', ...more });

const step = (version: number, type: string, payload: HistoryEntry['payload'] = {}): HistoryEntry => ({
  version,
  type,
  label: type,
  from: '',
  to: '',
  fromLabel: '',
  toLabel: '',
  actor: { id: 1, name: '甲某', role: 'clerk', onBehalfOf: null, display: '甲某' },
  at: '2026-11-23T08:00:00.000Z',
  payload,
  facts: {},
});

describe('versions of a proposal', () => {
  const history = [
    step(1, 'CREATE', { title: '动议', reason: '空缺。', items: [item('A')] }),
    step(2, 'SUBMIT'),
    step(3, 'REVISE'),
    step(4, 'EDIT', { items: [item('B')] }),
    step(5, 'SUBMIT'),
    step(6, 'SIGN'),
  ];

  it('are those that were written, and it is known which were submitted', () => {
    expect(itemVersions(history)).toMatchObject([
      { version: 1, submitted: true, items: [{ cadre: 'A' }] },
      { version: 4, submitted: true, items: [{ cadre: 'B' }], title: '动议', reason: '空缺。' },
    ]);
  });

  it('are compared person by person', () => {
    const before = [item('A'), item('B'), item('C', { note: '' })];
    const after = [item('B', { appointTo: 'P2' }), item('C', { note: '' }), item('D')];
    expect(compareItems(before, after).map(({ cadre, change }) => `${cadre} ${change}`)).toEqual([
      'B changed',
      'C same',
      'D added',
      'A removed',
    ]);
  });

  it('take what is missing and what is empty for the same', () => {
    expect(compareItems([item('A', { removeFrom: null })], [item('A')])).toMatchObject([{ change: 'same' }]);
  });
});
