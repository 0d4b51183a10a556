import { describe, expect, it } from '@jest/globals';
import { deadlinesOf, type EventPolicy, type Role } from '../kernel/index.js';
import { DEFAULT_POLICY } from '../rules/index.js';
import { definition } from './index.js';
import { at, event, WAYS } from './spec-support.js';

const rows = Object.entries(definition.policy);
const eventsWith = (has: (policy: EventPolicy) => boolean | undefined) =>
  rows
    .filter(([, policy]) => has(policy))
    .map(([name]) => name)
    .toSorted();
const eventsOf = (role: Role) => eventsWith(({ roles }) => roles.includes(role));

const RECORDING = [
  'ANSWER_DISQUALIFICATIONS',
  'APPOINT',
  'ARCHIVE',
  'CONFIRM_PROBATION',
  'END_NOTICE',
  'POST_NOTICE',
  'RECORD_CHECK',
  'RECORD_DELIBERATION',
  'RECORD_INSPECTION',
  'RECORD_OBJECTION',
  'RECORD_RECOMMENDATION',
  'RECORD_TRAINING',
  'RELIEVE',
  'RESUME_DELIBERATION',
  'SIGN',
  'START_SELECTION',
];
const DRAFTING = ['CLAIM_EXCEPTIONAL', 'CONSULT', 'CREATE', 'EDIT', 'RECALL', 'SUBMIT', 'WITHDRAW'];
const ANSWERING = ['JUSTIFY', 'REFILE', 'REQUEST_OVERRIDE', 'REVISE'];
const UNIT = [...RECORDING, ...DRAFTING, ...ANSWERING].toSorted();
const JUDGING = [
  'ACCEPT_FOR_REVIEW',
  'ACCEPT_JUSTIFICATION',
  'ANSWER_AVOIDANCE',
  'ELIGIBILITY_REVIEW',
  'HEADCOUNT_REVIEW',
  'ISSUE_SUGGESTION',
  'PRIOR_REPORT_REVIEW',
  'RECORD_CONSULTATION',
  'RECORD_PRIOR_REPLY',
  'REFUSE_JUSTIFICATION',
  'RERUN_GATE',
  'RESOLVE_OBJECTION',
  'RETURN',
  'YOUNG_CADRE_REVIEW',
];
const DEPARTMENT = [...RECORDING, ...JUDGING, 'ADD_SIGNER', 'CANCEL_SIGNER', 'LAPSE'].toSorted();
const HEADS = ['ADD_SIGNER', 'APPROVE_OVERRIDE', 'CANCEL_SIGNER', 'REFUSE_OVERRIDE', 'RETURN', 'SIGN'];

describe('who may send what', () => {
  it.each<[Role, string[]]>([
    ['clerk', UNIT],
    ['leader', UNIT],
    ['reviewer', DEPARTMENT],
    ['chief', [...DEPARTMENT, 'REQUEST_OVERRIDE', 'TERMINATE'].toSorted()],
    ['deputy', HEADS],
    ['head', HEADS],
    ['admin', []],
    ['establishment', ['HEADCOUNT_REVIEW']],
    ['discipline', []],
    [
      'system',
      [
        'ARCHIVE',
        'FILING_ACCEPTED',
        'FILING_REJECTED',
        'LAPSE',
        'OPINION_REPLIED',
        'PRIOR_REPORT_REPLIED',
        'RECORD_DELIBERATION',
        'RERUN_GATE',
      ],
    ],
  ])('%s', (role, events) => {
    expect(eventsOf(role)).toEqual(events);
  });

  it('every judgement and every signature is closed to those on the unit’s side of the case', () => {
    const judgements = [...JUDGING, 'APPROVE_OVERRIDE', 'REFUSE_OVERRIDE', 'TERMINATE'].toSorted();
    expect(eventsWith(({ notBy }) => notBy?.includes('authors'))).toEqual([...judgements, 'SIGN'].toSorted());
  });

  it('a refusal, a return and an end are given with a reason', () => {
    expect(eventsWith(({ needsOpinion }) => needsOpinion)).toEqual([
      'RECORD_CONSULTATION',
      'REFUSE_JUSTIFICATION',
      'REFUSE_OVERRIDE',
      'RELIEVE',
      'RESOLVE_OBJECTION',
      'RETURN',
      'TERMINATE',
      'WITHDRAW',
    ]);
  });

  it('a step forward waits for signatures', () => {
    expect(eventsWith(({ waitsForSigners }) => waitsForSigners)).toEqual([
      'ACCEPT_FOR_REVIEW',
      'ACCEPT_JUSTIFICATION',
      'APPOINT',
      'APPROVE_OVERRIDE',
      'CONFIRM_PROBATION',
      'ELIGIBILITY_REVIEW',
      'END_NOTICE',
      'HEADCOUNT_REVIEW',
      'PRIOR_REPORT_REVIEW',
      'RECORD_DELIBERATION',
      'START_SELECTION',
      'YOUNG_CADRE_REVIEW',
    ]);
  });
});

describe('what is awaited by a day', () => {
  it('in which state', () => {
    const awaited = Object.keys(WAYS).map((state) => [
      state,
      deadlinesOf(definition, at(state).state).map((one) => one.name),
    ]);
    expect(Object.fromEntries(awaited.filter(([, names]) => names?.length))).toEqual({
      submitted: ['reviewStart'],
      preReview: ['preReview'],
      'gateDecision.suggestionIssued': ['suggestionReply'],
      'gateDecision.flagged': ['response'],
      'inSelection.inspection': ['recommendationLapse'],
      'inSelection.deliberation': ['recommendationLapse'],
      'inSelection.deferred': ['recommendationLapse'],
      'inSelection.publicNotice.posted': ['noticeEnd'],
      'inSelection.publicNotice.objectionUnderVerification': ['noticeEnd'],
      // The last of them only where somebody was appointed short of training.
      appointed: ['trainingMakeUp'],
      probation: ['probationEnd', 'trainingMakeUp'],
    });
  });

  it.each([
    ['reviewStart', 'submitted', '2026-11-23', { kind: 'working-days', n: 2, countStart: false }],
    ['preReview', 'preReview', '2026-11-23', { kind: 'working-days', n: 2, countStart: false }],
    [
      'suggestionReply',
      'gateDecision.suggestionIssued',
      '2026-11-23',
      { kind: 'working-days', n: 10, countStart: false },
    ],
    ['response', 'gateDecision.flagged', '2026-11-23', { kind: 'working-days', n: 5, countStart: false }],
    ['recommendationLapse', 'inSelection.inspection', '2025-10-10', { kind: 'months', n: 12 }],
    ['noticeEnd', 'inSelection.publicNotice.posted', '2025-11-04', { kind: 'working-days', n: 5, countStart: true }],
    ['probationEnd', 'probation', '2025-11-03', { kind: 'months', n: 12 }],
    ['trainingMakeUp', 'appointed', '2025-11-03', { kind: 'months', n: 12 }],
  ])('%s in %s runs from %s', (name, state, startDay, spec) => {
    const { context } = at(state);
    const deadline = definition.deadlines[name]!;
    expect(deadline.startDay(context, event('ACCEPT_FOR_REVIEW'))).toBe(startDay);
    expect(deadline.spec(DEFAULT_POLICY, context)).toEqual(spec);
  });
});
