import { expect } from '@jest/globals';
import type { Response } from 'supertest';
import { Relay, verifyHistories, WorkflowRegistry, type Difference } from '../../../src/engine/index.js';
import { Db } from '../../../src/platform/index.js';
import type { Body, Person, Plural } from './people.js';
import type { Players } from './stage.js';

/** A step that must succeed; a refusal shows its code and sentence in the test's output. */
export async function step(
  person: Person,
  plural: Plural,
  id: number,
  type: string,
  payload: Body = {},
): Promise<{ statePath: string; version: number }> {
  const { status, body } = await person.send(plural, id, type, payload);
  expect({ type, status, refused: status === 200 ? undefined : body }).toEqual({ type, status: 200 });
  return body as { statePath: string; version: number };
}

/** How a request was refused: its status and code, as `409 NO_VACANCY`. */
export function refusalOf({ status, body }: Response): string {
  return `${status} ${(body as { code?: string }).code ?? 'without a code'}`;
}

/** A draft of the stage's unit. */
export async function draft(stage: Players, items: Body[], extra: Body = {}): Promise<number> {
  const { status, body } = await stage.cast.clerk.post('proposals', {
    unit: stage.unit.code,
    title: '关于调整班子成员的动议',
    reason: '职位空缺，工作需要。',
    items,
    ...extra,
  });
  expect({ status, refused: status === 201 ? undefined : body }).toEqual({ status: 201 });
  return (body as { id: number }).id;
}

export async function submit(stage: Players, items: Body[]): Promise<number> {
  const id = await draft(stage, items);
  await step(stage.cast.clerk, 'proposals', id, 'SUBMIT');
  return id;
}

/** Taken up and read by all four reviewers: the case stands wherever the gate leaves it. */
export async function review(stage: Players, id: number): Promise<string> {
  const { reviewer } = stage.cast;
  await step(reviewer, 'proposals', id, 'ACCEPT_FOR_REVIEW');
  await step(reviewer, 'proposals', id, 'HEADCOUNT_REVIEW');
  await step(reviewer, 'proposals', id, 'YOUNG_CADRE_REVIEW');
  await step(reviewer, 'proposals', id, 'ELIGIBILITY_REVIEW', { result: 'unknown' });
  const { statePath } = await step(reviewer, 'proposals', id, 'PRIOR_REPORT_REVIEW', { result: 'unknown' });
  return statePath;
}

export async function cleared(stage: Players, items: Body[]): Promise<number> {
  const id = await submit(stage, items);
  expect(await review(stage, id)).toBe('gateDecision.cleared');
  return id;
}

export const RECOMMENDATION = {
  entitled: 20,
  present: 18,
  recommended: 16,
  notRecommended: 1,
  other: 0,
  abstained: 1,
} as const;

/** From the cleared gate to the door of the party group. All days are the stage's today. */
export async function toDeliberation(stage: Players, id: number): Promise<void> {
  const { leader } = stage.cast;
  const day = stage.app.clock.today();
  await step(leader, 'proposals', id, 'START_SELECTION');
  const tally = { ...RECOMMENDATION, talkDay: day, meetingDay: day };
  await step(leader, 'proposals', id, 'RECORD_RECOMMENDATION', tally);
  const inspection = { inspectors: ['甲某', '乙某'], fromDay: day, toDay: day, conclusion: '考察情况良好。' };
  await step(leader, 'proposals', id, 'RECORD_INSPECTION', inspection);
}

/** A vote of nine entitled, all present, with one result for every item. */
export const vote = (items: number, result: { for: number; against: number; deferred: number }, day: string): Body => ({
  meetingDay: day,
  entitled: 9,
  present: 9,
  votes: Array.from({ length: items }, () => result),
  chairSpokeLast: true,
});

export const UNANIMOUS = { for: 9, against: 0, deferred: 0 };

export async function toDecided(stage: Players, id: number, items = 1): Promise<void> {
  await toDeliberation(stage, id);
  const decision = vote(items, UNANIMOUS, stage.app.clock.today());
  await step(stage.cast.leader, 'proposals', id, 'RECORD_DELIBERATION', decision);
}

/** Decided, noticed for five working days, and over to the filing: answers the filing's number. */
export async function toFiling(stage: Players, id: number, items = 1): Promise<number> {
  await toDecided(stage, id, items);
  const { leader } = stage.cast;
  await step(leader, 'proposals', id, 'POST_NOTICE', { startDay: stage.app.clock.today() });
  const { body } = await leader.get(`proposals/${id}`);
  const { notice } = (body as { context: { notice: { endDay: string } } }).context;
  stage.app.clock.set(notice.endDay);
  await step(leader, 'proposals', id, 'END_NOTICE');
  return openFilingOf(stage, id);
}

/** What was left for after the commit is done, by this test instead of by the relay's own rhythm. */
export async function settle(stage: Players): Promise<void> {
  const waiting = `SELECT count(*) AS waiting FROM outbox WHERE done_at IS NULL AND dead_at IS NULL`;
  for (let tries = 0; tries < 1500; tries += 1) {
    await stage.app.get(Relay).drain();
    const { rows } = await stage.app.database.db.queryDynamic<{ waiting: number }>(waiting);
    if (rows[0]?.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the outbox does not run empty');
}

export async function openFilingOf(stage: Players, proposal: number): Promise<number> {
  await settle(stage);
  const { body } = await stage.cast.clerk.get('filings?done=false');
  const { items } = body as { items: { id: number; fields: { proposal_id: number } }[] };
  const found = items.find(({ fields }) => fields.proposal_id === proposal);
  expect(found).toBeDefined();
  return found!.id;
}

/** Both sections have read it and agree. */
export async function readFiling(stage: Players, filing: number): Promise<void> {
  const { reviewer, reviewer2 } = stage.cast;
  await step(reviewer, 'filings', filing, 'ACCEPT_MATERIALS');
  await step(reviewer, 'filings', filing, 'RECORD_REVIEW', { section: 'youngCadre', result: 'agree' });
  await step(reviewer2, 'filings', filing, 'RECORD_REVIEW', { section: 'supervision', result: 'agree' });
}

export async function stateOf(person: Person, plural: Plural, id: number): Promise<string> {
  const { body } = await person.get(`${plural}/${id}`);
  return (body as { statePath: string }).statePath;
}

/** Walks everything stored on the stage through the machines again: empty when it follows from what was recorded. */
export async function replayDifferences(stage: Players): Promise<Difference[]> {
  await settle(stage);
  const found: Difference[] = [];
  const { app } = stage;
  const { cases } = await verifyHistories(app.get(Db), app.get(WorkflowRegistry), (difference) =>
    found.push(difference),
  );
  if (cases === 0) throw new Error('there was nothing to replay');
  return found;
}
