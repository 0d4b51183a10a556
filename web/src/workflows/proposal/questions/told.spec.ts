import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '../../../api/types.js';
import { mattersFoundIn, toldOf } from './told.js';

const step = (type: string, payload: object = {}): HistoryEntry =>
  ({ type, payload, actor: { display: '王某' } }) as unknown as HistoryEntry;
const check = (evidence: string, more: object = {}) =>
  step('RECORD_CHECK', { cadre: 'C1', check: 'archiveReview', clear: true, day: '2026-11-02', evidence, ...more });

describe('matters of a prior report', () => {
  it('are those that the rules found last', () => {
    const found = (priorMatters: string[]) =>
      ({ ...step('SUBMIT'), facts: { priorMatters } }) as unknown as HistoryEntry;
    expect(mattersFoundIn([found(['kinPromotion']), found(['exceptionalPromotion']), step('RETURN')])).toEqual([
      'exceptionalPromotion',
    ]);
    expect(mattersFoundIn([step('CREATE')])).toEqual([]);
  });
});

describe('what is on record of somebody before the meeting', () => {
  it('is the last word of each kind, with what shows it', () => {
    const { checks } = toldOf([step('SUBMIT'), check('初审表'), check('复审表', { attachments: [7] })], 'C1');
    expect(checks).toEqual({
      archiveReview: { clear: true, day: '2026-11-02', evidence: '复审表', by: '王某', attachments: [7], signed: null },
    });
  });

  it('counts from the last submission, and is that person’s alone', () => {
    expect(toldOf([step('SUBMIT'), check('初审表'), step('SUBMIT')], 'C1').checks).toEqual({});
    expect(toldOf([step('SUBMIT'), check('初审表')], 'C2').checks).toEqual({});
  });

  it('leaves the commission’s own answer to the commission', () => {
    const onPaper = check('纪委函', { check: 'disciplineOpinion' });
    const signed = check('纪委函', { check: 'disciplineOpinion', partySecretary: '甲', disciplineSecretary: '乙' });
    expect(toldOf([signed], 'C1').checks.disciplineOpinion?.signed).toEqual(['甲', '乙']);
    expect(toldOf([onPaper, step('OPINION_REPLIED', { cadre: 'C1', clear: true })], 'C1').checks).toEqual({});
  });

  it('has the seven answers and what was found of kin', () => {
    const answers = [{ case: 'canvassing', applies: false, evidence: '考察材料' }];
    const history = [
      step('ANSWER_DISQUALIFICATIONS', { cadre: 'C1', answers }),
      step('ANSWER_AVOIDANCE', { cadre: 'C1', clear: true, day: '2026-11-03', evidence: '单位证明' }),
    ];
    const { answers: seven, avoidance } = toldOf(history, 'C1');
    expect(seven).toEqual({ given: answers, by: '王某' });
    expect(avoidance).toMatchObject({ clear: true, evidence: '单位证明' });
  });
});
