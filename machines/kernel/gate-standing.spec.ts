import { describe, expect, it } from '@jest/globals';
import { refuseWorsened, summariseGate, worsenedAt, type GateFacts, type GateVerdict } from './index.js';

const run = (verdicts: Record<string, GateVerdict>, change: Partial<GateFacts> = {}) =>
  summariseGate({
    verdict: 'clear',
    policyVersion: 1,
    decisionDate: '2026-11-23',
    teams: Object.entries(verdicts).map(([team, verdict]) => ({
      team,
      task: 'YOUNG',
      verdict,
      delta: -1,
      after: { shortfall: 1 },
    })),
    headcount: [],
    findings: [],
    ...change,
  });

describe('what a case keeps of a gate run', () => {
  it('only what concerns it', () => {
    const summary = run({ T1: 'clear', T2: 'flag' });
    expect(summary).toMatchObject({ teams: { 'T2/YOUNG': 'flag' }, judged: true, needsCommitment: true });
    expect(run({}).judged).toBe(false);
  });

  it('the worst of several findings of one kind', () => {
    const findings = (['flag', 'block', 'info'] as const).map((severity) => ({ code: 'CADRE_TWICE', severity }));
    expect(run({}, { findings }).findings).toEqual({ CADRE_TWICE: 'block' });
    expect(run({}, { findings: [{ code: 'X', severity: 'info' }] }).findings).toEqual({});
  });

  it('whether the headcount holds everywhere, or cannot be said', () => {
    const holds = (...passes: boolean[]) =>
      run({}, { headcount: passes.map((one) => ({ passes: one })) }).headcountPasses;
    expect([holds(), holds(true, true), holds(true, false)]).toEqual([null, true, false]);
  });

  it('a promise is owed only by a team that comes closer and stays short', () => {
    const row = { team: 'T1', task: 'YOUNG', verdict: 'flag' as const, delta: -1, after: { shortfall: 1 } };
    const owes = (change: object) => run({}, { teams: [{ ...row, ...change }] }).needsCommitment;
    expect([owes({}), owes({ delta: 0 }), owes({ after: { shortfall: 0 } }), owes({ verdict: 'block' })]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('worse', () => {
  it.each<[string, Record<string, GateVerdict>, Record<string, GateVerdict>, string[]]>([
    ['the same', { T1: 'flag' }, { T1: 'flag' }, []],
    ['better', { T1: 'block' }, { T1: 'flag' }, []],
    ['graver in one place', { T1: 'flag' }, { T1: 'block' }, ['T1/YOUNG']],
    ['as grave elsewhere', { T1: 'flag' }, { T2: 'flag' }, ['T2/YOUNG']],
  ])('%s', (_what, was, now, places) => {
    expect(worsenedAt(run(was), run(now))).toEqual(places);
  });

  it('a new finding is worse as well, and anything is worse than nothing seen', () => {
    const over = run({}, { verdict: 'block', findings: [{ code: 'OVER_ESTABLISHMENT', severity: 'block' }] });
    expect(refuseWorsened(run({}), over)).toEqual({
      code: 'GATE_WORSENED',
      params: { was: 'clear', now: 'block', at: ['OVER_ESTABLISHMENT'] },
    });
    expect(refuseWorsened(null, over)?.params).toMatchObject({ was: null });
    expect(refuseWorsened(null, run({ T1: 'clear' }))).toBeNull();
  });
});
