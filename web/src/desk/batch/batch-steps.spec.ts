import { describe, expect, it } from '@jest/globals';
import { isBatchable, stepsOf } from './batch-steps.js';

const step = (type: string) => ({ type, label: type });

describe('steps for many cases', () => {
  it('are offered by how many wait for them', () => {
    const rows = [
      { steps: [step('HEADCOUNT_REVIEW'), step('YOUNG_CADRE_REVIEW')] },
      { steps: [step('ACCEPT_FOR_REVIEW')] },
      { steps: [step('ACCEPT_FOR_REVIEW')] },
    ];
    expect(stepsOf(rows).map(({ type, count }) => [type, count])).toEqual([
      ['ACCEPT_FOR_REVIEW', 2],
      ['HEADCOUNT_REVIEW', 1],
      ['YOUNG_CADRE_REVIEW', 1],
    ]);
  });

  it('never override the gate or end a case', () => {
    expect(stepsOf([{ steps: [step('APPROVE_OVERRIDE'), step('TERMINATE')] }])).toEqual([]);
    expect(isBatchable({ event: 'APPROVE_OVERRIDE', payload: {} })).toBe(false);
  });

  it('answer nobody whose words have not been read', () => {
    const answers = ['ACCEPT_JUSTIFICATION', 'REFUSE_JUSTIFICATION', 'ACCEPT_PLAN', 'RETURN_PLAN', 'DECIDE_CORRECTION'];
    expect(stepsOf([{ steps: answers.map(step) }])).toEqual([]);
  });

  it('ask for nothing that only one case has', () => {
    expect(isBatchable({ event: 'YOUNG_CADRE_REVIEW', payload: { required: ['opinion'] } })).toBe(true);
    expect(isBatchable({ event: 'RECORD_DELIBERATION', payload: { required: ['votes'] } })).toBe(false);
  });
});
