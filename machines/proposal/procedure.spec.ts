import { describe, expect, it } from '@jest/globals';
import { replay, type JsonObject, type WorkflowEvent } from '../kernel/index.js';
import { walk } from '../kernel/spec-support.js';
import { DEFAULT_POLICY, FOUR_CHECKS, type FourCheck } from '../rules/index.js';
import { limitsOf, type ProposalFacts } from './facts.js';
import { definition, EARLIER } from './index.js';
import { after, at, contextOf, event, GATES, JUDGED, outcome, PEOPLE, refused, reviews, WAYS } from './spec-support.js';

const PASSED = 'inSelection.publicNotice.pending';
const asking = (): ProposalFacts['limits'] => limitsOf(DEFAULT_POLICY);

/** A deliberation under the whole law, everything in order unless changed. */
const decide = (facts: Partial<ProposalFacts> = {}) =>
  event('RECORD_DELIBERATION', {
    facts: { limits: asking(), eligibility: [JUDGED.met], ...facts },
  });
const SIGNED = { partySecretary: '甲', disciplineSecretary: '乙' };
const check = (name: FourCheck, clear = true) => event('RECORD_CHECK', { payload: { check: name, clear, ...SIGNED } });
const CHECKS = (Object.keys(FOUR_CHECKS) as FourCheck[]).map((name) => check(name));
const ready = after(at('inSelection.deliberation'), ...CHECKS, event('ANSWER_DISQUALIFICATIONS'));

describe('the procedure’s law before a decision', () => {
  it('lets pass what is eligible, checked, answered and reported', () => {
    expect(outcome(ready, decide())).toBe(PASSED);
  });

  it('§7-40 four checks: three of four concluded do not do, and the missing one is named', () => {
    for (const missing of Object.keys(FOUR_CHECKS) as FourCheck[]) {
      const three = CHECKS.filter(({ payload }) => payload.check !== missing);
      const stored = after(at('inSelection.deliberation'), ...three, event('ANSWER_DISQUALIFICATIONS'));
      expect(refused(stored, decide())).toEqual({
        code: 'CHECKS_NOT_CONCLUDED',
        params: { item: 1, cadre: 'C1', missing: [missing] },
      });
    }
  });

  it('a conclusion against the candidate stops the case until another takes its place', () => {
    const against = after(ready, check('petitionCheck', false));
    expect(refused(against, decide()).params).toMatchObject({ checks: ['petitionCheck'] });
    expect(outcome(after(against, check('petitionCheck')), decide())).toBe(PASSED);
  });

  it('§7-39 unknown: submission allowed, deliberation not', () => {
    const submission = event('SUBMIT', { facts: { eligibility: [JUDGED.unknown] } });
    expect(outcome(at('draft'), submission)).toBe('submitted');
    expect(refused(ready, decide({ eligibility: [JUDGED.unknown] }))).toEqual({
      code: 'ELIGIBILITY_UNKNOWN',
      params: {
        item: 1,
        cadre: 'C1',
        post: 'P1',
        on: JUDGED.unknown.on,
        rules: [{ code: 'E12', sentence: '家庭成员情况未填，任职回避无法判断' }],
      },
    });
  });

  it('what the register cannot tell of kin is answered by a person, with what shows it, and stands as answered', () => {
    const judged = { facts: { eligibility: [JUDGED.kinOpen] } };
    const answered = after(at('preReview'), event('ANSWER_AVOIDANCE', judged));
    expect(contextOf(answered).avoidance).toEqual({
      C1: { clear: true, about: ['妻子的工作单位或职务未能对应，请人工核对'] },
    });
    const against = event('ANSWER_AVOIDANCE', { ...judged, payload: { clear: false } });
    expect(contextOf(after(answered, against)).avoidance).toMatchObject({ C1: { clear: false } });
    expect(contextOf(after(answered, event('RETURN'))).avoidance).toEqual({});
  });

  it('no answer clears a clash, a family nobody has written down, or what is not open', () => {
    const clash = { ...JUDGED.notMet, rules: [{ ...JUDGED.notMet.rules[0]!, code: 'E12' as const }] };
    const answer = (eligibility: ProposalFacts['eligibility'], payload = {}) =>
      refused(ready, event('ANSWER_AVOIDANCE', { facts: { eligibility }, payload })).code;
    expect(answer([clash])).toBe('AVOIDANCE_NOT_OPEN');
    expect(answer([JUDGED.met])).toBe('AVOIDANCE_NOT_OPEN');
    expect(answer([JUDGED.unknown])).toBe('AVOIDANCE_FAMILY_UNKNOWN');
    expect(answer([JUDGED.kinOpen], { cadre: 'C9' })).toBe('NOT_APPOINTED');
    expect(answer([JUDGED.kinOpen], { day: '2026-11-24' })).toBe('DAY_IN_FUTURE');
    expect(answer([JUDGED.kinOpen], { attachments: [12] })).toBe('ATTACHMENT_REQUIRED');
  });

  it('what is not met names the rule with its arithmetic', () => {
    expect(refused(ready, decide({ eligibility: [JUDGED.notMet] }))).toMatchObject({
      code: 'ELIGIBILITY_NOT_MET',
      params: { rules: [{ code: 'E09', sentence: '副科任职23个月，应满24个月，2026.12.10起满足' }] },
    });
  });

  it('the seven cases are answered, each, and one that applies ends it', () => {
    const unanswered = after(at('inSelection.deliberation'), ...CHECKS);
    expect(refused(unanswered, decide()).code).toBe('DISQUALIFICATIONS_NOT_ANSWERED');
    const { answers } = event('ANSWER_DISQUALIFICATIONS').payload as { answers: { case: string; applies: boolean }[] };
    const six = event('ANSWER_DISQUALIFICATIONS', { payload: { answers: answers.slice(1) as never } });
    expect(refused(unanswered, six)).toEqual({
      code: 'DISQUALIFICATIONS_INCOMPLETE',
      params: { missing: ['politicalDiscipline'] },
    });
    const applies = answers.map((answer) => ({ ...answer, applies: answer.case === 'familyAbroad' }));
    const found = event('ANSWER_DISQUALIFICATIONS', { payload: { answers: applies as never } });
    expect(refused(after(unanswered, found), decide()).params).toMatchObject({ cases: ['familyAbroad'] });
  });

  it('a matter found or ticked is answered before the meeting', () => {
    const found = decide({ priorMatters: ['bulkAdjustment'] });
    expect(refused(ready, found)).toEqual({
      code: 'PRIOR_REPORT_NOT_APPROVED',
      params: { matters: ['bulkAdjustment'] },
    });
    const reply = (approved: boolean) =>
      event('RECORD_PRIOR_REPLY', { payload: { matters: ['bulkAdjustment'], approved } });
    expect(outcome(after(ready, reply(true)), found)).toBe(PASSED);
    expect(refused(after(ready, reply(true), reply(false)), found).code).toBe('PRIOR_REPORT_NOT_APPROVED');
  });

  it.each([
    ['only leaves', { appointTo: null, removeFrom: 'P1', kind: 'retire' as const }],
    ['is seconded', { appointTo: 'P1', kind: 'appoint' as const, mode: 'secondment' as const }],
    ['was decided upon above', { appointTo: 'P1', kind: 'superior-decision' as const }],
  ])('asks nothing about somebody who %s', (_who, change) => {
    const create = event('CREATE', { payload: { items: [{ cadre: 'C1', ...change }] } });
    const stored = walk(definition, [create, ...WAYS['inSelection.deliberation']!.slice(1)]);
    expect(outcome(stored, decide({ eligibility: [] }))).toBe(PASSED);
  });

  it('a conclusion needs somebody appointed, a day that has come, and files that are there', () => {
    const wrong = (payload: object) => refused(ready, event('RECORD_CHECK', { payload })).code;
    expect(wrong({ cadre: 'C9' })).toBe('NOT_APPOINTED');
    expect(wrong({ day: '2026-11-24' })).toBe('DAY_IN_FUTURE');
    expect(wrong({ attachments: [12] })).toBe('ATTACHMENT_REQUIRED');
    expect(refused(ready, event('RECORD_PRIOR_REPLY', { payload: { day: '2026-11-24' } })).code).toBe('DAY_IN_FUTURE');
  });
});

describe('the reviews sign what the rules find', () => {
  const sign = (result: 'passed' | 'unknown', facts: Partial<ProposalFacts>) => {
    const review = event('ELIGIBILITY_REVIEW', { payload: { result }, facts: { limits: asking(), ...facts } });
    return contextOf(after(at('preReview'), review)).reviews.eligibility;
  };

  it('passed, unknown and failed; not met fails whatever is signed', () => {
    expect(sign('passed', { eligibility: [JUDGED.met] })).toBe('passed');
    expect(sign('unknown', { eligibility: [JUDGED.met] })).toBe('unknown');
    expect(sign('unknown', { eligibility: [JUDGED.unknown] })).toBe('unknown');
    expect(sign('passed', { eligibility: [JUDGED.notMet] })).toBe('failed');
    expect(sign('unknown', { eligibility: [JUDGED.met, JUDGED.notMet] })).toBe('failed');
  });

  it('not met blocks the case at the gate, and no override lifts it', () => {
    const [headcount, youngCadre, , prior] = reviews(GATES.clear);
    const failed = event('ELIGIBILITY_REVIEW', { facts: { limits: asking(), eligibility: [JUDGED.notMet] } });
    const blocked = after(at('preReview'), headcount!, youngCadre!, prior!, failed, event('ISSUE_SUGGESTION'));
    expect(refused(blocked, event('REQUEST_OVERRIDE')).code).toBe('REVIEW_NOT_OVERRIDABLE');
  });

  it('matters ticked by the reviewer are asked for at the meeting', () => {
    const ticked = event('PRIOR_REPORT_REVIEW', { payload: { matters: ['structureChange'] } });
    const { reviews: signed, matters } = contextOf(after(at('preReview'), ticked));
    expect([signed.priorReport, matters]).toEqual(['unknown', ['structureChange']]);
  });
});

describe('破格提拔', () => {
  it('is claimed in the draft for somebody appointed, with grounds, and can be given up', () => {
    const claimed = after(at('draft'), event('CLAIM_EXCEPTIONAL'));
    expect(contextOf(claimed).exceptional).toEqual({
      C1: { ground: 'needOfProfession', reason: '专业性强，急需' },
    });
    expect(contextOf(after(claimed, event('CLAIM_EXCEPTIONAL', { payload: { ground: null } }))).exceptional).toEqual(
      {},
    );
    expect(refused(at('draft'), event('CLAIM_EXCEPTIONAL', { payload: { cadre: 'C9' } })).code).toBe('NOT_APPOINTED');
  });
});

describe('with the draft open again', () => {
  it('nothing found of people and posts counts any more', () => {
    const returned = after(ready, event('RETURN', { payload: { to: 'draft' }, by: PEOPLE.chief }));
    expect(contextOf(returned)).toMatchObject({ checks: {}, disqualified: {} });
  });
});

describe('answers that others give', () => {
  const reply = (change: object = {}) => event('OPINION_REPLIED', { payload: change });

  it('an opinion of the discipline commission concludes its check, whenever it comes, and no hand replaces it', () => {
    const early = after(at('preReview'), reply());
    expect(contextOf(early)).toMatchObject({
      checks: { C1: { disciplineOpinion: true } },
      opinions: { C1: { opinion: 31, validUntil: '2026-04-22' } },
    });
    const byHand = event('RECORD_CHECK', { payload: { check: 'disciplineOpinion' } });
    expect(refused(after(ready, reply({ clear: false })), byHand).code).toBe('OPINION_ON_RECORD');
    expect(refused(after(ready, reply({ clear: false })), decide()).code).toBe('CHECKS_NOT_CLEAR');
    expect(refused(after(ready, reply(), reply({ clear: null })), decide())).toMatchObject({
      code: 'CHECKS_NOT_CONCLUDED',
      params: { missing: ['disciplineOpinion'] },
    });
    expect(refused(ready, reply({ cadre: 'C9' })).code).toBe('NOT_APPOINTED');
  });

  it('an opinion holds until its last day and no longer', () => {
    const until = (validUntil: string) => after(ready, reply({ validUntil }));
    expect(outcome(until('2025-11-03'), decide())).toBe(PASSED);
    expect(refused(until('2025-11-02'), decide())).toMatchObject({
      code: 'OPINION_EXPIRED',
      params: { cadre: 'C1', validUntil: '2025-11-02' },
    });
  });

  it('is not taken from paper where the city knows none', () => {
    const limits = asking();
    const strict = { ...limits, procedure: { ...limits.procedure, opinionOnPaper: false } };
    const onPaper = (check: 'disciplineOpinion' | 'archiveReview') =>
      event('RECORD_CHECK', { payload: { check }, facts: { limits: strict } });
    expect(refused(at('inSelection.inspection'), onPaper('disciplineOpinion')).code).toBe('OPINION_NOT_ON_PAPER');
    expect(outcome(at('inSelection.inspection'), onPaper('archiveReview'))).toBe('inSelection.inspection');
  });

  it('on paper, too, it bears two signatures of two people (双签字)', () => {
    const onPaper = (signed: object) =>
      event('RECORD_CHECK', { payload: { check: 'disciplineOpinion', ...signed }, facts: { limits: asking() } });
    const stored = at('inSelection.inspection');
    expect(refused(stored, onPaper({})).code).toBe('SIGNATURES_MISSING');
    expect(refused(stored, onPaper({ partySecretary: '甲' })).code).toBe('SIGNATURES_MISSING');
    expect(refused(stored, onPaper({ ...SIGNED, partySecretary: '乙' })).code).toBe('SIGNATURES_OF_ONE');
    expect(contextOf(after(stored, onPaper(SIGNED))).checks).toEqual({ C1: { disciplineOpinion: true } });
  });

  it('a reply to a prior report approves some matters and refuses others', () => {
    const replied = event('PRIOR_REPORT_REPLIED', { payload: { approved: ['other'], refused: ['bulkAdjustment'] } });
    const answered = after(ready, replied);
    expect(contextOf(answered)).toMatchObject({ matters: ['other', 'bulkAdjustment'], approvedMatters: ['other'] });
    expect(refused(answered, decide())).toMatchObject({ params: { matters: ['bulkAdjustment'] } });
    const later = event('PRIOR_REPORT_REPLIED', { payload: { approved: ['bulkAdjustment'], refused: [] } });
    expect(outcome(after(answered, later), decide())).toBe(PASSED);
  });

  it('none of it counts when the draft is open again: the commission is asked anew', () => {
    const returned = after(ready, reply(), event('RETURN', { payload: { to: 'draft' }, by: PEOPLE.chief }));
    expect(contextOf(returned)).toMatchObject({ checks: {}, opinions: {} });
  });
});

describe('who signs the headcount pre-review', () => {
  const by = (headcountBy: 'section' | 'establishment' | 'either', role: 'reviewer' | 'establishment') => {
    const limits = asking();
    const accepted = event('ACCEPT_FOR_REVIEW', {
      facts: { limits: { ...limits, procedure: { ...limits.procedure, headcountBy } } },
    });
    return outcome(after(at('submitted'), accepted), event('HEADCOUNT_REVIEW', { by: { userId: 9, role } }));
  };

  it.each([
    ['section', 'preReview', 'HEADCOUNT_BY_OTHERS'],
    ['establishment', 'HEADCOUNT_BY_OTHERS', 'preReview'],
    ['either', 'preReview', 'preReview'],
  ] as const)('%s', (setting, ofSection, ofOffice) => {
    expect([by(setting, 'reviewer'), by(setting, 'establishment')]).toEqual([ofSection, ofOffice]);
  });
});

describe('the headcount pre-review signed with disagreement', () => {
  const office = { userId: 9, role: 'establishment' } as const;
  const accepted = event('ACCEPT_FOR_REVIEW', {
    facts: { limits: { ...asking(), procedure: { ...asking().procedure, headcountBy: 'either' } } },
  });
  const sign = (payload: JsonObject, gate = GATES.clear) =>
    event('HEADCOUNT_REVIEW', { payload, by: office, facts: { gate } });
  const [, ...others] = reviews(GATES.clear);
  const asked = after(at('submitted'), accepted);

  it('needs words, and then fails whatever the numbers say', () => {
    expect(outcome(asked, sign({ agree: false }))).toBe('OPINION_REQUIRED');
    const disputed = after(asked, sign({ agree: false, opinion: '核定职数有误' }));
    expect(disputed.state).toMatchObject({ preReview: { headcountReview: 'failed' } });
    expect(contextOf(disputed)).toMatchObject({ headcountDisputed: true, reviews: { headcount: 'failed' } });
  });

  it('agreement passes nothing that the numbers do not', () => {
    const signed = after(asked, sign({ agree: true }, GATES.overHeadcount));
    expect(contextOf(signed).reviews.headcount).toBe('failed');
    expect(contextOf(after(asked, sign({ agree: true }))).reviews.headcount).toBe('passed');
  });

  it('blocks, is lifted by nobody and by no later run, and ends with a new submission', () => {
    const blocked = after(asked, sign({ agree: false, opinion: '核定职数有误' }), ...others);
    expect(blocked.state).toEqual({ gateDecision: 'blocked' });
    const rerun = event('RERUN_GATE', { facts: { gate: GATES.clear } });
    expect(after(blocked, rerun).state).toEqual({ gateDecision: 'blocked' });
    const suggested = after(blocked, event('ISSUE_SUGGESTION'));
    expect(outcome(suggested, event('REQUEST_OVERRIDE'))).toBe('HEADCOUNT_DISPUTED');
    const revised = after(suggested, event('REVISE'));
    expect(contextOf(revised).headcountDisputed).toBe(false);
  });
});

describe('histories of earlier revisions', () => {
  const before = [1, 2];
  const asThen = ({ facts, ...one }: WorkflowEvent, revision: number): WorkflowEvent => {
    if (revision === 2) return one.type === 'ACCEPT_FOR_REVIEW' ? { ...one, facts: {} } : { ...one, facts };
    const { limits, ...kept } = Object.fromEntries(
      Object.entries(facts).filter(([name]) => !['eligibility', 'priorMatters'].includes(name)),
    );
    if (limits === undefined) return { ...one, facts: kept };
    const { procedure: _, ...known } = limits as JsonObject;
    return { ...one, facts: { ...kept, limits: known } };
  };

  it.each(Object.keys(WAYS))('to %s replay as they were decided, without the facts nobody asked for then', (state) => {
    for (const revision of before) {
      const way = WAYS[state]!.map((one) => asThen(one, revision));
      const history = way.map((one, index) => {
        return { version: index + 1, revision, event: one, state: walk(definition, way.slice(0, index + 1)).state };
      });
      const replayed = replay((asked) => EARLIER.find((one) => one.revision === asked), history);
      expect(replayed).toMatchObject({ ok: true, revision });
    }
  });
});
