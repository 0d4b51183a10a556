import { describe, expect, it } from '@jest/globals';
import { applyEvent, deadlinesOf, type Context, type WorkflowEvent } from '../kernel/index.js';
import { itTakesOn } from '../kernel/golden-spec-support.js';
import { coverTransitions, say, walk } from '../kernel/spec-support.js';
import { everyOne, itKeepsTo, type Row, staying } from '../kernel/state-event-spec-support.js';
import type { ReportContext } from './context.js';
import { definition } from './index.js';
import type { ReportEventType } from './payloads.js';
import { answering, CLERK, event, LETTER, proposal, WAYS } from './spec-support.js';

const REPORTED = ['reported.submitted', 'reported.underReview', 'reported.replyDrafted'];
const REPLIED = ['replied.approved', 'replied.partly', 'replied.refused'];

const TABLE: Readonly<Record<ReportEventType, Row>> = {
  CREATE: {},
  EDIT: staying(['draft']),
  SUBMIT: { draft: 'reported.submitted' },
  TAKE_UP: { 'reported.submitted': 'reported.underReview' },
  RETURN: everyOne(REPORTED, 'draft'),
  DRAFT_REPLY: { 'reported.underReview': 'reported.replyDrafted' },
  SIGN_REPLY: { 'reported.replyDrafted': 'replied.approved' },
  SEND_BACK: { 'reported.replyDrafted': 'reported.underReview' },
  NOTE: everyOne(REPLIED, 'closed'),
  REPORT_AGAIN: everyOne(['replied.partly', 'replied.refused'], 'draft'),
  WITHDRAW: everyOne(['draft', ...REPORTED], 'withdrawn'),
  PROPOSAL_LEFT: { ...everyOne(['draft', ...REPORTED], 'withdrawn'), ...everyOne(REPLIED, 'closed') },
};

describe('every state of a prior report × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as ReportEventType) });
  itTakesOn(definition, new URL('./golden/', import.meta.url));

  it('has no transition that lies on no path', () => {
    const types = Object.keys(TABLE) as ReportEventType[];
    const answers = [
      answering({ approved: ['nearStaff'], refused: ['bulkAdjustment'] }),
      answering({ approved: [], refused: ['bulkAdjustment', 'nearStaff'] }),
    ];
    const samples = [...types.map((type) => event(type)), ...answers];
    const digest = (context: Context) => (context as ReportContext).draftReply;
    expect(coverTransitions(definition, { samples, digest }).missed).toEqual([]);
  });
});

const at = (state: string, ...more: WorkflowEvent[]) => walk(definition, [...WAYS[state]!, ...more]);
const contextAt = (state: string, ...more: WorkflowEvent[]) => at(state, ...more).context as ReportContext;
const refusal = (state: string | null, one: WorkflowEvent) => {
  const applied = applyEvent(definition, state === null ? null : at(state), one);
  return applied.ok ? say(applied) : applied.refusal;
};

describe('事前报告', () => {
  it('holds what the rules found, ticked or not, and what somebody ticked', () => {
    expect(contextAt('draft').matters).toEqual(['bulkAdjustment', 'nearStaff']);
    const unticked = event('EDIT', { payload: { matters: [] } });
    expect(contextAt('draft', unticked).matters).toEqual(['bulkAdjustment']);
    // Found since it was drawn up: part of it when it goes out.
    const later = event('SUBMIT', { facts: proposal({ found: ['bulkAdjustment', 'shortTenure'] }) });
    expect(contextAt('draft', later).matters).toEqual(['bulkAdjustment', 'shortTenure', 'nearStaff']);
  });

  it('goes out when it says everything a report says, about something', () => {
    const silent = event('EDIT', { payload: { petitions: ' ' } });
    const applied = applyEvent(definition, at('draft', silent), event('SUBMIT'));
    expect(applied).toMatchObject({ refusal: { code: 'REPORT_INCOMPLETE', params: { missing: ['petitions'] } } });
    const nothing = walk(definition, [event('CREATE', { payload: { matters: [] }, facts: proposal({ found: [] }) })]);
    const empty = event('SUBMIT', { facts: proposal({ found: [] }) });
    expect(applyEvent(definition, nothing, empty)).toMatchObject({ refusal: { code: 'NOTHING_TO_REPORT' } });
    expect(refusal(null, event('CREATE', { facts: proposal({ ofUnit: false }) }))).toMatchObject({
      code: 'PROPOSAL_OF_OTHER_UNIT',
    });
    expect(refusal(null, event('CREATE', { facts: proposal({ underWay: false }) }))).toMatchObject({
      code: 'PROPOSAL_NOT_UNDER_WAY',
    });
    expect(contextAt('draft').letter).toEqual(LETTER);
  });

  it('is answered matter by matter, a refusal with its reason', () => {
    const answer = (approved: string[], refused: string[], opinion = '') =>
      refusal(
        'reported.underReview',
        event('DRAFT_REPLY', {
          payload: { approvedMatters: approved, refusedMatters: refused, opinion } as never,
        }),
      );
    expect(answer(['nearStaff'], [])).toMatchObject({ params: { missing: ['bulkAdjustment'], beyond: [] } });
    expect(answer(['nearStaff', 'bulkAdjustment', 'other'], [])).toMatchObject({ params: { beyond: ['other'] } });
    expect(answer(['nearStaff', 'bulkAdjustment'], ['nearStaff'])).toMatchObject({ code: 'REPLY_INCOMPLETE' });
    expect(answer(['nearStaff'], ['bulkAdjustment'])).toMatchObject({ code: 'OPINION_REQUIRED' });
  });

  it('the answer is signed by a head who has not drawn it up, numbered, and told to the proposal', () => {
    const signed = applyEvent(definition, at('reported.replyDrafted'), event('SIGN_REPLY'));
    expect(signed).toMatchObject({
      effects: [
        {
          type: 'recordReply',
          params: {
            proposal: 7,
            proposalVersion: 5,
            approved: ['bulkAdjustment', 'nearStaff'],
            refused: [],
            documentNo: '组复〔2026〕1号',
            day: '2026-11-23',
          },
        },
      ],
    });
    const self = { userId: 3, role: 'deputy' } as const;
    expect(refusal('reported.replyDrafted', event('SIGN_REPLY', { by: self }))).toMatchObject({
      code: 'NO_SELF_APPROVAL',
    });
    expect(refusal('reported.submitted', event('TAKE_UP', { by: { ...CLERK, role: 'reviewer' } }))).toMatchObject({
      code: 'NO_SELF_APPROVAL',
    });
    const gone = event('SIGN_REPLY', { facts: proposal({ underWay: false }) });
    expect(refusal('reported.replyDrafted', gone)).toMatchObject({ code: 'PROPOSAL_NOT_UNDER_WAY' });
  });

  it('has one deadline from the report to the answer, and none after it', () => {
    const names = (state: string) => deadlinesOf(definition, at(state).state).map(({ name }) => name);
    expect(REPORTED.map(names)).toEqual([['reportReply'], ['reportReply'], ['reportReply']]);
    expect(names('replied.partly')).toEqual([]);
  });

  it('what was refused may be reported again, with the earlier answer on record', () => {
    expect(contextAt('replied.refused', event('REPORT_AGAIN'))).toMatchObject({
      round: 2,
      reply: null,
      earlier: [{ refused: ['nearStaff', 'bulkAdjustment'] }],
    });
  });
});
