import { describe, expect, it } from '@jest/globals';
import type { ActionWithSchema, JsonSchema } from '../../../api/types.js';
import { cleanPayload, initialPayload, missingFields } from './payload.js';

const TODAY = '2026-11-23';
const OPINION: JsonSchema = { type: 'string', maxLength: 2000 };

const action = (properties: Record<string, JsonSchema>, extra: Partial<ActionWithSchema> = {}): ActionWithSchema => ({
  event: 'ANY',
  label: '办理',
  possible: true,
  needsOpinion: false,
  judgedOnArrival: false,
  aside: false,
  sendsBack: false,
  payload: { type: 'object', properties, required: [] },
  ...extra,
});

describe('the form of a step', () => {
  it('starts with today, empty texts and the harmless result', () => {
    const review = action(
      { result: { type: 'string', enum: ['passed', 'failed', 'unknown'] }, opinion: OPINION },
      { event: 'ELIGIBILITY_REVIEW' },
    );
    expect(initialPayload(review, TODAY)).toEqual({ result: 'unknown', opinion: '' });
    const notice = action({ startDay: { type: 'string', format: 'date' }, attachments: { type: 'array' } });
    expect(initialPayload(notice, TODAY)).toEqual({ startDay: TODAY, attachments: [] });
  });

  it('decides nothing for a person where it matters', () => {
    const filing = action({ result: { type: 'string', enum: ['agree', 'disagree'] }, agree: { type: 'boolean' } });
    expect(initialPayload(filing, TODAY)).toEqual({ result: undefined, agree: undefined });
  });

  it('leaves out what was left empty, and keeps zero and no', () => {
    const filled = { opinion: '  ', count: 0, agree: false, names: [' 甲 ', ''], day: undefined, commitment: null };
    expect(cleanPayload(filled)).toEqual({ count: 0, agree: false, names: ['甲'], commitment: null });
  });

  it('names what still has to be filled in, a mandatory opinion included', () => {
    const returning = action({ to: { type: 'string', enum: ['draft'] }, opinion: OPINION }, { needsOpinion: true });
    returning.payload.required = ['to'];
    expect(missingFields(returning, { opinion: ' ' })).toEqual(['to', 'opinion']);
    expect(missingFields(returning, { to: 'draft', opinion: '请补充' })).toEqual([]);
  });

  it('takes an empty list for nothing', () => {
    const signers = action({ userIds: { type: 'array' } });
    signers.payload.required = ['userIds'];
    expect(missingFields(signers, { userIds: [] })).toEqual(['userIds']);
  });
});
