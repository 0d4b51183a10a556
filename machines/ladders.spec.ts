import { describe, expect, it } from '@jest/globals';
import type { AnyStateNode } from 'xstate';
import { DEFINITIONS } from './index.js';
import { deadlineNames } from './kernel/deadlines-of.js';
import { nodePath } from './kernel/index.js';
import { DEFAULT_LADDER, DEFAULT_REMINDERS, ladderOf, type ReminderPolicy, type Rung } from './rules/index.js';

interface Declared {
  workflow: string;
  state: string;
  deadline: string;
}

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];

/** Every deadline of every state of every workflow. */
const DECLARED: Declared[] = DEFINITIONS.flatMap(({ name: workflow, machine }) =>
  nodesOf(machine.root).flatMap((node) =>
    deadlineNames(node.meta).map((deadline) => ({ workflow, state: nodePath(node.path), deadline })),
  ),
);

/** What a ladder lacks: a reminder before, on and after the day, then section chief, deputy head and head one after the other. */
function lacking(ladder: readonly Rung[]): string[] {
  const reminders = ladder.filter(({ kind }) => kind === 'reminder');
  const escalations = ladder.filter(({ kind }) => kind === 'escalation');
  const next = escalations.flatMap(({ roles }) => roles).join(' → ');
  return [
    ...(reminders.some(({ workingDays }) => workingDays < 0) ? [] : ['before']),
    ...(reminders.some(({ workingDays }) => workingDays === 0) ? [] : ['on the day']),
    ...(reminders.some(({ workingDays }) => workingDays > 0) ? [] : ['after']),
    ...(next === 'chief → deputy → head' ? [] : [`next in line: ${next}`]),
    ...(escalations.every(({ workingDays }) => workingDays > 0) ? [] : ['escalates before the day has passed']),
  ];
}

const without = (policy: ReminderPolicy): string[] =>
  DECLARED.flatMap(({ workflow, state, deadline }) => {
    const lacks = lacking(ladderOf(policy, workflow, deadline));
    return lacks.length === 0 ? [] : [`${workflow}.${state} ${deadline}: ${lacks.join(', ')}`];
  });

describe('ladders', () => {
  it('stand under every deadline of every state of every workflow', () => {
    expect(DECLARED.length).toBeGreaterThan(20);
    expect(without(DEFAULT_REMINDERS)).toEqual([]);
  });

  it('are missed where there is none', () => {
    const { hours, ladders } = DEFAULT_REMINDERS;
    expect(without({ hours, ladders: { ...ladders, 'warning.receipt': [] } })).toEqual([
      'warning.open.firstReminder.issued receipt: before, on the day, after, next in line: ',
      'warning.open.secondReminder.issued receipt: before, on the day, after, next in line: ',
    ]);
    expect(without({ hours, ladders: {} })).toHaveLength(DECLARED.length);
  });

  it('of their own belong to deadlines that exist', () => {
    const names = new Set([DEFAULT_LADDER, ...DECLARED.map(({ workflow, deadline }) => `${workflow}.${deadline}`)]);
    expect(Object.keys(DEFAULT_REMINDERS.ladders).filter((name) => !names.has(name))).toEqual([]);
  });

  it('reach the end of probation and of the notice, the lapse of a recommendation, what must be filed and what must be answered', () => {
    const all = DECLARED.map(({ workflow, deadline }) => `${workflow}.${deadline}`);
    expect(all).toEqual(
      expect.arrayContaining([
        'proposal.probationEnd',
        'proposal.recommendationLapse',
        'proposal.noticeEnd',
        'filing.filingDue',
        'proposal.suggestionReply',
        'stocktake_unit.reply',
        'warning.receipt',
      ]),
    );
  });
});
