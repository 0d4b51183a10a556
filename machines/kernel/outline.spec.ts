import { describe, expect, it } from '@jest/globals';
import { outlineOf } from './index.js';
import { leave } from './toy/spec-support.js';

describe('the outline of a chart', () => {
  const outline = outlineOf(leave());
  const state = (path: string) => outline.states.find((found) => found.path === path);

  it('names each state with its label, its kind and what runs there', () => {
    expect(state('new')).toMatchObject({ label: '开始', kind: 'start' });
    expect(state('asked')).toEqual({
      path: 'asked',
      label: '待批',
      kind: 'step',
      parent: null,
      initial: null,
      deadlines: ['答复'],
    });
    expect(state('booked')?.kind).toBe('end');
  });

  it('draws two guarded ways of one event as one, with who may', () => {
    const approvals = outline.transitions.filter(({ event }) => event === 'APPROVE');
    expect(approvals).toEqual([
      { from: 'asked', to: 'approved', event: 'APPROVE', label: '同意', roles: ['chief', 'head'] },
    ]);
  });

  it('draws a step that stays where it is as a loop', () => {
    expect(outline.transitions).toContainEqual(expect.objectContaining({ from: 'asked', to: 'asked', event: 'SIGN' }));
  });
});
