import { describe, expect, it } from '@jest/globals';
import type { ActionView, CaseView, Signer } from '../../api/types.js';
import { stepsFor } from './waits-for-me.js';

const ME = 7;
const TODAY = '2026-11-23';

const action = (event: string, extra: Partial<ActionView> = {}): ActionView => ({
  event,
  label: event,
  possible: true,
  needsOpinion: false,
  judgedOnArrival: false,
  aside: false,
  sendsBack: false,
  ...extra,
});

function steps(actions: ActionView[], context: { signers?: Signer[]; endDay?: string } = {}): string[] {
  const { signers = [], endDay } = context;
  const notice = endDay === undefined ? null : { startDay: '2026-11-16', endDay };
  const view = { actions, context: { signers, notice, reviews: {} } } as unknown as CaseView;
  return stepsFor(view, ME, TODAY).map(({ event }) => event);
}

describe('what waits for somebody', () => {
  it('is what the server allows and brings the case forward', () => {
    const offered = [action('SUBMIT'), action('ACCEPT', { possible: false }), action('WITHDRAW'), action('RETURN')];
    expect(steps(offered)).toEqual(['SUBMIT']);
  });

  it('is no step that the server calls one aside', () => {
    expect(steps([action('REASSESS', { aside: true }), action('ISSUE_SECOND')])).toEqual(['ISSUE_SECOND']);
  });

  it('is a signature only when one was asked for and not yet given', () => {
    const mine = (agree: boolean | null): Signer => ({ user: ME, kind: 'countersign', agree });
    expect(steps([action('SIGN')])).toEqual([]);
    expect(steps([action('SIGN')], { signers: [mine(null)] })).toEqual(['SIGN']);
    expect(steps([action('SIGN')], { signers: [mine(true)] })).toEqual([]);
  });

  it('is the signature of a workflow that asks nobody by name', () => {
    const view = { actions: [action('SIGN')], context: {} } as unknown as CaseView;
    expect(stepsFor(view, ME, TODAY).map(({ event }) => event)).toEqual(['SIGN']);
  });

  it('is the signature of the colleague stood in for', () => {
    const signers: Signer[] = [{ user: 9, kind: 'added', agree: null }];
    expect(steps([action('SIGN', { onBehalfOf: 9 })], { signers })).toEqual(['SIGN']);
  });

  it('is the end of a notice from its last day on', () => {
    expect(steps([action('END_NOTICE')], { endDay: '2026-11-24' })).toEqual([]);
    expect(steps([action('END_NOTICE')], { endDay: TODAY })).toEqual(['END_NOTICE']);
  });
});
