import { describe, expect, it } from '@jest/globals';
import type { CaseView, HistoryEntry } from '../../../api/types.js';
import { wordsBefore } from './words-before.js';

const step = (version: number, type: string, payload: Record<string, unknown> = {}, actor = 1): HistoryEntry => ({
  version,
  type,
  label: type,
  from: '',
  to: '',
  fromLabel: '',
  toLabel: '',
  actor: { id: actor, name: '', role: 'clerk', onBehalfOf: null, display: '' },
  at: '2026-11-26T01:00:00Z',
  payload,
  facts: {},
});

const caseAt = (statePath: string, context: object = {}): CaseView =>
  ({ statePath, context, done: false }) as unknown as CaseView;

const versions = (entries: readonly HistoryEntry[]): number[] => entries.map(({ version }) => version);

const EXPLAINED = [
  step(1, 'CREATE', { reason: '工作需要' }),
  step(2, 'SUBMIT', { opinion: '请审核' }),
  step(3, 'HEADCOUNT_REVIEW', { opinion: '职数无误' }, 2),
  step(4, 'JUSTIFY', { explanation: '暂无合适人选' }),
];

describe('the words that a decision rests on', () => {
  it('who decides on an explanation reads it, and what a reviewer had against the case', () => {
    const view = caseAt('gateDecision.justified');
    expect(versions(wordsBefore('proposals', view, EXPLAINED))).toEqual([4]);
    const against = EXPLAINED.map((entry) =>
      entry.version === 3 ? step(3, entry.type, { agree: false, opinion: '核定数有误' }, 2) : entry,
    );
    expect(versions(wordsBefore('proposals', view, against))).toEqual([3, 4]);
    expect(versions(wordsBefore('proposals', caseAt('preReview'), EXPLAINED))).toEqual([2, 3]);
  });

  it('an explanation given again stands after the reason why the first was refused', () => {
    const again = [
      ...EXPLAINED,
      step(5, 'REFUSE_JUSTIFICATION', { opinion: '请写明何时配备' }, 3),
      step(6, 'JUSTIFY', { explanation: '明年三月前配备一名' }),
    ];
    expect(versions(wordsBefore('proposals', caseAt('gateDecision.justified'), again))).toEqual([5, 6]);
  });

  it('the second head sees the grounds of an override and who approved it before him, even without a word', () => {
    const asked = [
      ...EXPLAINED.slice(0, 2),
      step(3, 'REQUEST_OVERRIDE', { reason: '机构改革过渡期', attachments: [4] }),
      step(4, 'APPROVE_OVERRIDE', {}, 7),
    ];
    const view = caseAt('gateDecision.overrideRequested.awaitingHead');
    expect(versions(wordsBefore('proposals', view, asked))).toEqual([3, 4]);
  });

  it('a draft that came back says why; submitted anew it no longer does', () => {
    const back = [...EXPLAINED.slice(0, 2), step(3, 'RETURN', { to: 'draft', opinion: '请补充考察材料' }, 2)];
    expect(versions(wordsBefore('proposals', caseAt('draft'), back))).toEqual([3]);
    expect(versions(wordsBefore('proposals', caseAt('submitted'), [...back, step(4, 'SUBMIT')]))).toEqual([]);
  });

  it('signatures asked for are read by whoever waits for them, the last of each person', () => {
    const signed = [
      ...EXPLAINED.slice(0, 2),
      step(3, 'SIGN', { agree: false, opinion: '不妥' }, 5),
      step(4, 'SIGN', { agree: true, opinion: '同意' }, 6),
      step(5, 'SIGN', { agree: true, opinion: '已说明，同意' }, 5),
    ];
    expect(versions(wordsBefore('proposals', caseAt('inSelection.recommendation'), signed))).toEqual([4, 5]);
  });

  it('both sections of a filing are heard', () => {
    const reviewed = [
      step(2, 'SUBMIT_FILING'),
      step(3, 'RECORD_REVIEW', { section: 'youngCadre', opinion: '同意' }),
      step(4, 'RECORD_REVIEW', { section: 'supervision', opinion: '程序完备' }),
    ];
    expect(versions(wordsBefore('filings', caseAt('underReview'), reviewed))).toEqual([3, 4]);
  });

  it('a plan is read with its measures, a correction with its grounds, a drafted reply with its opinion', () => {
    const plan = [step(5, 'SUBMIT_PLAN', { opinion: '从基层选调', adds: 1, byDay: '2027-03-31' })];
    const planned = caseAt('open.secondReminder.delivered', { plan: { status: 'submitted' } });
    expect(versions(wordsBefore('warnings', planned, plan))).toEqual([5]);
    const wrong = [step(2, 'REQUEST_CORRECTION', { opinion: '一人已调出', rows: [{ team: 'Q01-T', note: '少一人' }] })];
    expect(versions(wordsBefore('stocktake_units', caseAt('correctionRequested'), wrong))).toEqual([2]);
    const drafted = [step(2, 'SUBMIT'), step(4, 'DRAFT_REPLY', { opinion: '拟同意' })];
    expect(versions(wordsBefore('prior_reports', caseAt('reported.replyDrafted'), drafted))).toEqual([4]);
  });

  it('where nothing has been said there is nothing to show', () => {
    expect(wordsBefore('proposals', caseAt('inSelection.inspection'), EXPLAINED)).toEqual([]);
    expect(wordsBefore('circular_units', caseAt('sent'), EXPLAINED)).toEqual([]);
  });
});
