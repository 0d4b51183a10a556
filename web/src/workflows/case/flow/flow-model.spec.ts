import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry, WorkflowState, WorkflowTransition, WorkflowView } from '../../../api/types.js';
import { drawnPart, placeFlow } from './flow-layout.js';
import { flowOf, type NodeStatus } from './flow-model.js';

const state = (path: string, kind: WorkflowState['kind'], more: Partial<WorkflowState> = {}): WorkflowState => ({
  path,
  label: path,
  kind,
  parent: path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : null,
  initial: null,
  deadlines: [],
  ...more,
});
const way = (from: string, event: string, to: string): WorkflowTransition => ({
  from,
  to,
  event,
  label: event.toLowerCase(),
  roles: ['chief'],
});

/** Draft, two reviews at once, a gate that passes or stops, and a way out of everything. */
const CHART: WorkflowView = {
  name: 'toy',
  plural: 'toys',
  label: '示例',
  revision: 1,
  earlier: [],
  states: [
    state('new', 'start'),
    state('draft', 'step'),
    state('review', 'parallel'),
    state('review.first', 'region', { initial: 'review.first.pending' }),
    state('review.first.pending', 'step'),
    state('review.first.passed', 'end'),
    state('review.second', 'region', { initial: 'review.second.pending' }),
    state('review.second.pending', 'step'),
    state('review.second.passed', 'end'),
    state('gate', 'group', { initial: 'gate.evaluating' }),
    state('gate.evaluating', 'passing'),
    state('gate.blocked', 'step'),
    state('gate.cleared', 'step', { deadlines: ['办理期限'] }),
    state('done', 'end'),
    state('withdrawn', 'end'),
  ],
  transitions: [
    way('new', 'CREATE', 'draft'),
    way('draft', 'SUBMIT', 'review'),
    way('review.first.pending', 'FIRST', 'review.first.passed'),
    way('review.second.pending', 'SECOND', 'review.second.passed'),
    way('review', '', 'gate'),
    way('gate.evaluating', '', 'gate.blocked'),
    way('gate.evaluating', '', 'gate.cleared'),
    way('gate.blocked', 'REVISE', 'draft'),
    way('gate.cleared', 'FINISH', 'done'),
    ...['draft', 'review', 'gate.blocked', 'gate.cleared'].map((from) => way(from, 'WITHDRAW', 'withdrawn')),
  ],
};

let version = 0;
const step = (from: string, type: string, to: string, display = '甲某'): HistoryEntry => ({
  version: (version += 1),
  type,
  label: type.toLowerCase(),
  from,
  to,
  fromLabel: from,
  toLabel: to,
  actor: { id: 1, name: display, role: 'chief', onBehalfOf: null, display },
  at: `2026-11-23T0${version % 10}:00:00.000Z`,
  payload: {},
  facts: {},
});

const TO_REVIEW = [step('', 'CREATE', 'draft'), step('draft', 'SUBMIT', 'review')];
const TO_GATE = [
  ...TO_REVIEW,
  step('review', 'FIRST', 'review'),
  step('review', 'SECOND', 'gate.cleared', '丙某 代 乙某'),
];
const CLEARED = { state: { gate: 'cleared' }, statePath: 'gate.cleared', done: false };

const statusIn = (flow: ReturnType<typeof flowOf>, path: string): NodeStatus | undefined =>
  flow.nodes.find((node) => node.path === path)?.status;

describe('the chart of a case', () => {
  it('tells what is done, what is now, what is still open and what was passed by', () => {
    const flow = flowOf(CHART, CLEARED, TO_GATE);
    expect(statusIn(flow, 'draft')).toBe('done');
    expect(statusIn(flow, 'review')).toBe('done');
    expect(statusIn(flow, 'gate.evaluating')).toBe('done');
    expect(statusIn(flow, 'gate.blocked')).toBe('skipped');
    expect(statusIn(flow, 'gate.cleared')).toBe('current');
    expect(statusIn(flow, 'done')).toBe('open');
  });

  it('knows who came by, standing in for whom', () => {
    const flow = flowOf(CHART, CLEARED, TO_GATE);
    const gate = flow.nodes.find(({ path }) => path === 'gate.cleared');
    expect(gate?.visits).toMatchObject([{ label: 'second', who: '丙某 代 乙某' }]);
    expect(gate?.deadlines).toEqual(['办理期限']);
  });

  it('shows reviews that go on at once as one state with a line each', () => {
    const at = { state: { review: { first: 'passed', second: 'pending' } }, statePath: 'review', done: false };
    const flow = flowOf(CHART, at, [...TO_REVIEW, step('review', 'FIRST', 'review')]);
    const review = flow.nodes.find(({ path }) => path === 'review');
    expect(review?.regions).toMatchObject([
      { path: 'review.first', status: 'done', now: 'review.first.passed' },
      { path: 'review.second', status: 'current', now: 'review.second.pending' },
    ]);
    expect(flow.nodes.some(({ path }) => path === 'review.first.pending')).toBe(false);
  });

  it('of a case that has ended leaves nothing open', () => {
    const flow = flowOf(CHART, { state: 'withdrawn', statePath: 'withdrawn', done: true }, [
      ...TO_REVIEW,
      step('review', 'WITHDRAW', 'withdrawn'),
    ]);
    expect(flow.nodes.filter(({ status }) => status === 'open')).toEqual([]);
    expect(statusIn(flow, 'gate.cleared')).toBe('skipped');
  });

  it('draws ways out and ways back on demand, and always where they were taken', () => {
    const flow = flowOf(CHART, CLEARED, TO_GATE);
    const drawn = (whole: boolean) => drawnPart(flow, whole).edges.map(({ from, to }) => `${from}→${to}`);
    expect(drawn(false)).not.toContain('gate.blocked→draft');
    expect(drawn(false)).not.toContain('draft→withdrawn');
    expect(drawn(true)).toEqual(expect.arrayContaining(['gate.blocked→draft', 'draft→withdrawn']));
    const withdrawn = flowOf(CHART, { state: 'withdrawn', statePath: 'withdrawn', done: true }, [
      ...TO_REVIEW,
      step('review', 'WITHDRAW', 'withdrawn'),
    ]);
    expect(drawnPart(withdrawn, false).edges).toContainEqual(
      expect.objectContaining({ from: 'review', to: 'withdrawn', taken: true }),
    );
  });

  it('is laid out without states over one another', () => {
    const { nodes, width, height } = placeFlow(drawnPart(flowOf(CHART, CLEARED, TO_GATE), true));
    for (const { box } of nodes) {
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
    }
    const overlaps = nodes.flatMap(({ node, box }) =>
      nodes.filter(
        (other) =>
          other.node.path !== node.path &&
          other.box.x < box.x + box.width &&
          box.x < other.box.x + other.box.width &&
          other.box.y < box.y + box.height &&
          box.y < other.box.y + other.box.height,
      ),
    );
    expect(overlaps).toEqual([]);
  });
});
