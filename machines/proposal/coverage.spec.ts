import { describe, expect, it } from '@jest/globals';
import type { Context, WorkflowEvent } from '../kernel/index.js';
import { coverTransitions } from '../kernel/spec-support.js';
import type { ProposalContext } from './context.js';
import { DEFAULT_POLICY } from '../rules/index.js';
import { definition, limitsOf } from './index.js';
import { RETURN_STEPS } from './payloads.js';
import { EVENT_TYPES, GATES, ITEM, JUDGED, ON_PAPER, PEOPLE, event } from './spec-support.js';

type GateEvent = 'RERUN_GATE' | 'HEADCOUNT_REVIEW' | 'YOUNG_CADRE_REVIEW' | 'PRIOR_REPORT_REVIEW';
const onGates = (type: GateEvent, ...gates: readonly (keyof typeof GATES)[]) =>
  gates.map((name) => event(type, { facts: { gate: GATES[name] } }));
const votes = (yes: number, no: number, deferred: number) =>
  event('RECORD_DELIBERATION', { payload: { votes: [{ for: yes, against: no, deferred }] } });

const untrained = event('RECORD_DELIBERATION', {
  facts: { eligibility: [JUDGED.untrained], limits: limitsOf({ ...DEFAULT_POLICY, procedure: ON_PAPER }) },
});

const SIGNING = ['ADD_SIGNER', 'SIGN', 'CANCEL_SIGNER'];
const regular = event('CREATE', { payload: { items: [{ ...ITEM, mode: 'regular' }] } });

/** Every event but signatures, in every shape that leads somewhere else. */
const EVENTS: readonly WorkflowEvent[] = [
  ...EVENT_TYPES.filter((type) => !SIGNING.includes(type)).map((type) => event(type)),
  ...RETURN_STEPS.map((to) => event('RETURN', { payload: { to } })),
  ...onGates('RERUN_GATE', 'stillShort', 'block'),
  ...onGates('HEADCOUNT_REVIEW', 'unjudged', 'overHeadcount'),
  ...onGates('YOUNG_CADRE_REVIEW', 'unjudged', 'block'),
  ...onGates('PRIOR_REPORT_REVIEW', 'stillShort', 'block'),
  event('ELIGIBILITY_REVIEW', { payload: { result: 'passed' } }),
  event('PRIOR_REPORT_REVIEW', { payload: { result: 'passed' } }),
  event('ELIGIBILITY_REVIEW', { payload: { result: 'failed', opinion: '任职年限不足' } }),
  event('PRIOR_REPORT_REVIEW', { payload: { result: 'failed', opinion: '未事前报告' } }),
  event('APPROVE_OVERRIDE', { facts: { gate: GATES.block } }),
  event('APPROVE_OVERRIDE', { facts: { gate: GATES.block }, by: PEOPLE.head }),
  votes(2, 1, 4),
  votes(2, 5, 0),
  untrained,
  event('RESOLVE_OBJECTION', { payload: { founded: true } }),
  event('RECORD_OBJECTION', { payload: { content: '反映兼职取酬' } }),
  event('RESOLVE_OBJECTION', { payload: { objection: 1 } }),
];

/** Signatures on the straight ways through every state, with and without probation. */
const BACKWARDS = ['EDIT', 'RECALL', 'WITHDRAW', 'RETURN', 'RERUN_GATE', 'REVISE'];
const WITH_SIGNATURES: readonly WorkflowEvent[] = [
  ...EVENT_TYPES.filter((type) => !BACKWARDS.includes(type)).map((type) => event(type)),
  regular,
  untrained,
  votes(2, 1, 4),
];

/** What of a context leads to other steps; the rest only describes. */
const digest = (context: Context) => {
  const {
    gate,
    reviews,
    takenUp,
    justification,
    override,
    recommendation,
    inspection,
    items,
    signers,
    trainingDue,
    objections = [],
  } = context as ProposalContext;
  return [
    gate?.verdict,
    gate?.headcountPasses === false,
    reviews.eligibility === 'failed' || reviews.priorReport === 'failed',
    takenUp,
    justification?.accepted,
    override?.approved,
    recommendation !== null,
    inspection !== null,
    items[0]?.mode,
    trainingDue?.length,
    Math.min(objections.filter(({ conclusion }) => conclusion === null).length, 2),
    signers.map(({ agree }) => agree),
  ];
};

describe('the production machine', () => {
  it('has no transition that lies on no path', () => {
    const missed = coverTransitions(definition, { samples: EVENTS, digest }).missed;
    const signing = coverTransitions(definition, { samples: WITH_SIGNATURES, digest }).missed;
    expect(missed.filter((one) => signing.includes(one))).toEqual([]);
  });
});
