import { describe, expect, it } from '@jest/globals';
import { createMachine, setup } from 'xstate';
import { checkDefinition, type EventPolicy } from './index.js';
import { leave } from './toy/spec-support.js';

const complete = leave();
const without = <T>(table: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => key !== name));
const anyone: EventPolicy = { roles: ['clerk'] };

describe('complete at boot or not at all', () => {
  it('finds nothing to say about a complete workflow', () => {
    expect(checkDefinition(complete)).toEqual([]);
  });

  it.each([
    ['an event without a policy row', { policy: without(complete.policy, 'BOOK') }, 'event BOOK has no policy row'],
    [
      'a policy row for no event',
      { policy: { ...complete.policy, CANCEL: anyone } },
      'policy row CANCEL belongs to no event',
    ],
    [
      'an event without a label',
      { labels: { ...complete.labels, events: without(complete.labels.events, 'REFUSE') } },
      'event REFUSE has no label',
    ],
    [
      'a state without a label',
      { labels: { ...complete.labels, states: without(complete.labels.states, 'asked') } },
      'state asked has no label',
    ],
    [
      'a label for no state',
      { labels: { ...complete.labels, states: { ...complete.labels.states, lost: '' } } },
      'label lost belongs to no state',
    ],
    [
      'an event that lies aside nowhere',
      { policy: { ...complete.policy, BOOK: { ...complete.policy['BOOK']!, aside: ['lost'] } } },
      'event BOOK lies aside in lost, which is no state',
    ],
    ['a guard without a check', { checks: without(complete.checks, 'isShort') }, 'guard isShort has no check'],
    ['a check nobody asks', { checks: { ...complete.checks, isIdle: () => null } }, 'check isIdle belongs to no guard'],
    ['an effect not declared', { effects: ['bookDays'] }, 'action tellAuthor has no effect'],
    ['an effect that never arises', { effects: [...complete.effects, 'shout'] }, 'effect shout belongs to no action'],
    [
      'parameters of no effect',
      { effectParams: { bookDays: () => ({}), shout: () => ({}) } },
      'parameters of shout belong to no effect',
    ],
    ['foresight of no check', { foresight: { isIdle: () => null } }, 'foresight of isIdle belongs to no check'],
    ['a deadline not declared', { deadlines: {} }, 'deadline reply has no declaration'],
    [
      'a day that tells of what nobody hears',
      { deadlines: { reply: { ...complete.deadlines['reply']!, tells: true as const } } },
      'deadline reply tells of DEADLINE_PASSED, which is no event',
    ],
    ['a revision nobody can reach', { revision: 2 }, 'revision 1 has no migration to 2'],
  ])('%s', (_what, change, fault) => {
    expect(checkDefinition(leave(change))).toEqual([`leave: ${fault}`]);
  });

  it('a chart with bodies in it, or beginning elsewhere than with CREATE in new', () => {
    const inline = setup({}).createMachine({
      initial: 'new',
      states: {
        new: { on: { CREATE: { guard: () => true, target: 'asked', actions: () => undefined }, OPEN: 'asked' } },
        asked: {},
      },
    });
    const faults = checkDefinition(leave({ machine: inline }));
    expect(faults).toContain('leave: guard (not a name) has no check');
    expect(faults).toContain('leave: action (not a name) has no effect');
    expect(faults).toContain('leave: state new must take CREATE and nothing else');
    const elsewhere = createMachine({ initial: 'asked', states: { asked: { on: { CREATE: 'asked' } } } });
    expect(checkDefinition(leave({ machine: elsewhere }))).toContain('leave: does not begin in state new');
  });
});
