import { describe, expect, it } from '@jest/globals';
import { applyEvent, deadlinesOf, readersOf, waitingFor, type WorkflowEvent } from '../kernel/index.js';
import { itTakesOn } from '../kernel/golden-spec-support.js';
import { coverTransitions, say, walk } from '../kernel/spec-support.js';
import { everyOne, itKeepsTo, type Row } from '../kernel/state-event-spec-support.js';
import type { OpinionContext } from './context.js';
import { definition } from './index.js';
import type { OpinionEventType } from './payloads.js';
import { event, replying, REVIEWER, TODAY, WAYS } from './spec-support.js';

const ASKED = ['asked.requested', 'asked.underReview'];
const REPLIED = ['replied.none', 'replied.concerns', 'replied.weighed', 'replied.doNotProceed'];

const TABLE: Readonly<Record<OpinionEventType, Row>> = {
  CREATE: {},
  TAKE_UP: { 'asked.requested': 'asked.underReview' },
  RETURN_REQUEST: everyOne(ASKED, 'returned'),
  REPLY: { 'asked.underReview': 'replied.none' },
  WEIGH: { 'replied.concerns': 'replied.weighed' },
  ASK_AGAIN: everyOne(['returned', ...REPLIED], 'asked.requested'),
  NOTE: everyOne(['replied.none', 'replied.weighed', 'replied.doNotProceed'], 'closed'),
  WITHDRAW: everyOne([...ASKED, 'returned'], 'withdrawn'),
  PROPOSAL_LEFT: { ...everyOne([...ASKED, 'returned'], 'withdrawn'), ...everyOne(REPLIED, 'closed') },
};

describe('every state of an opinion × every event', () => {
  itKeepsTo({ definition, ways: WAYS, table: TABLE, event: (type) => event(type as OpinionEventType) });
  itTakesOn(definition, new URL('./golden/', import.meta.url));

  it('has no transition that lies on no path', () => {
    const types = Object.keys(TABLE) as OpinionEventType[];
    const samples = [...types.map((type) => event(type)), replying('concerns'), replying('doNotProceed')];
    expect(coverTransitions(definition, { samples, digest: () => null }).missed).toEqual([]);
  });
});

const SEEN = { underWay: true, ofUnit: true, version: 5, appointees: ['C1'] };
const at = (state: string, ...more: WorkflowEvent[]) => walk(definition, [...WAYS[state]!, ...more]);
const contextAt = (state: string, ...more: WorkflowEvent[]) => at(state, ...more).context as OpinionContext;
const outcome = (state: string, one: WorkflowEvent) => say(applyEvent(definition, at(state), one));
const effects = (state: string, one: WorkflowEvent) => {
  const applied = applyEvent(definition, at(state), one);
  return applied.ok ? applied.effects : applied.refusal.code;
};

describe('廉洁意见', () => {
  it('is asked of somebody whom the proposal appoints, while the proposal is under way, in its own unit', () => {
    const asking = (proposal: object) =>
      say(applyEvent(definition, null, event('CREATE', { facts: { proposal: proposal as never } })));
    expect(asking({ ...SEEN, appointees: ['C1'] })).toBe('asked.requested');
    expect(asking({ ...SEEN, underWay: false })).toBe('PROPOSAL_NOT_UNDER_WAY');
    expect(asking({ ...SEEN, ofUnit: false })).toBe('PROPOSAL_OF_OTHER_UNIT');
    expect(asking({ ...SEEN, appointees: ['C2'] })).toBe('NOT_APPOINTED');
  });

  it('bears two signatures of two people, of days that have come, after it was asked for (双签字)', () => {
    const reply = (payload: object) => outcome('asked.underReview', event('REPLY', { payload }));
    expect(reply({ disciplineSecretary: '甲书记' })).toBe('SIGNATURES_OF_ONE');
    expect(reply({ signedOn: '2026-11-24' })).toBe('DAY_IN_FUTURE');
    expect(reply({ signedOn: '2026-11-22' })).toBe('SIGNED_BEFORE_REQUEST');
    expect(reply({ conclusion: 'none', disciplineSecretary: '甲书记' })).toBe('SIGNATURES_OF_ONE');
    expect(reply({ conclusion: 'concerns', opinion: '  ' })).toBe('OPINION_REQUIRED');
    expect(reply({ conclusion: 'doNotProceed' })).toBe('OPINION_REQUIRED');
  });

  it('concludes one of the four checks without saying what it says', () => {
    const conclusion = { proposal: 7, proposalVersion: 5, cadre: 'C1', day: TODAY, validUntil: '2027-05-23' };
    expect(effects('asked.underReview', event('REPLY'))).toEqual([
      { type: 'recordConclusion', params: { ...conclusion, clear: true } },
    ]);
    expect(effects('asked.underReview', replying('doNotProceed'))).toEqual([
      { type: 'recordConclusion', params: { ...conclusion, clear: false } },
    ]);
    // Concerns conclude nothing until they have been weighed.
    expect(effects('asked.underReview', replying('concerns'))).toEqual([]);
    expect(effects('replied.concerns', event('WEIGH', { payload: { clear: false } }))).toEqual([
      { type: 'recordConclusion', params: { ...conclusion, clear: false } },
    ]);
  });

  it('is not given on a proposal that was withdrawn while the commission looked into it', () => {
    const withdrawn = { proposal: { ...SEEN, underWay: false } };
    expect(outcome('asked.underReview', event('REPLY', { facts: withdrawn }))).toBe('PROPOSAL_NOT_UNDER_WAY');
    expect(outcome('replied.concerns', event('WEIGH', { facts: withdrawn }))).toBe('PROPOSAL_NOT_UNDER_WAY');
  });

  it('is asked again when it has expired or matters are new, and what was said before no longer stands', () => {
    const expired = (today: string) => event('ASK_AGAIN', { payload: { cause: 'expired' }, today });
    expect(outcome('replied.none', expired('2027-05-23'))).toBe('OPINION_STILL_VALID');
    expect(outcome('replied.none', expired('2027-05-24'))).toBe('asked.requested');
    expect(contextAt('replied.none', event('ASK_AGAIN'))).toMatchObject({
      round: 2,
      reply: null,
      earlier: [{ round: 1, conclusion: 'none', repliedOn: TODAY, validUntil: '2027-05-23' }],
    });
    expect(effects('replied.none', event('ASK_AGAIN'))).toMatchObject([
      { type: 'retractConclusion', params: { proposal: 7, cadre: 'C1', clear: null } },
    ]);
  });

  it('waits for the commission, then for the section; nobody of the unit reads it', () => {
    const waits = (state: string) => waitingFor(definition, at(state), TODAY).roles;
    expect(waits('asked.requested')).toEqual(['discipline']);
    expect(waits('asked.underReview')).toEqual(['discipline']);
    expect(waits('replied.concerns')).toContain('chief');
    expect(readersOf(definition)).toEqual(['reviewer', 'chief', 'deputy', 'head', 'discipline']);
    expect(outcome('asked.underReview', event('REPLY', { by: REVIEWER }))).toBe('ROLE_NOT_ALLOWED');
  });

  it('runs on one deadline from the request to the reply, whoever has it', () => {
    const armed = (state: string) => deadlinesOf(definition, at(state).state).map(({ name }) => name);
    expect(armed('asked.requested')).toEqual(['opinionReply']);
    expect(armed('asked.underReview')).toEqual(['opinionReply']);
    expect(armed('replied.none')).toEqual(['opinionValidity']);
    expect(armed('closed')).toEqual([]);
  });
});
