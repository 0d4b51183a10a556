import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { call, type Product, TODAY } from './product.js';
import { codes } from './scaled-city.js';

/** The accounts that take a case along its way. */
export interface People {
  clerk: string;
  reviewer: string;
  chief: string;
}

export interface Step {
  by: keyof People;
  type: string;
  payload?: object;
}

/** A case of either workflow, where its events are sent. */
export interface CasePath {
  path: string;
}

interface Created {
  id: number;
}

/** The first working day after a notice that begins on the benchmark's day. */
export const AFTER_NOTICE = '2026-03-23';

const tally = { entitled: 9, present: 9 };
const BOARD = { recommended: 8, notRecommended: 1, other: 0, abstained: 0 };
const VOTES = [{ for: 9, against: 0, deferred: 0 }];

/** From the acceptance of a submitted proposal to its deliberation; nothing stands against it at the gate. */
export const TO_DELIBERATION: readonly Step[] = [
  { by: 'reviewer', type: 'HEADCOUNT_REVIEW' },
  { by: 'reviewer', type: 'YOUNG_CADRE_REVIEW' },
  { by: 'reviewer', type: 'ELIGIBILITY_REVIEW', payload: { result: 'unknown' } },
  { by: 'reviewer', type: 'PRIOR_REPORT_REVIEW', payload: { result: 'unknown' } },
  { by: 'clerk', type: 'START_SELECTION' },
  { by: 'clerk', type: 'RECORD_RECOMMENDATION', payload: { ...tally, ...BOARD, talkDay: TODAY, meetingDay: TODAY } },
  {
    by: 'clerk',
    type: 'RECORD_INSPECTION',
    payload: { inspectors: ['考察员甲', '考察员乙'], fromDay: TODAY, toDay: TODAY, conclusion: '符合任职条件。' },
  },
];

export const DELIBERATION: Step = {
  by: 'clerk',
  type: 'RECORD_DELIBERATION',
  payload: { ...tally, meetingDay: TODAY, votes: VOTES, chairSpokeLast: true },
};

const itemsOf = (n: number): object[] => [{ cadre: codes.cadre(n, 9), appointTo: codes.post(n, 8), kind: 'promote' }];

/** Drafts a proposal that fills the vacancy of team n. */
export async function draft(product: Product, people: People, n: number): Promise<CasePath & Created> {
  const { id } = await call<Created>(product, people.clerk, '/api/v1/proposals', {
    unit: codes.unit(n),
    title: `关于第${n}局领导班子成员的动议`,
    reason: '班子职位空缺，工作需要。',
    items: itemsOf(n),
    commandId: randomUUID(),
  });
  return { id, path: `/api/v1/proposals/${id}` };
}

/** Sends one event, as a page would. */
export async function send(product: Product, people: People, { path }: CasePath, step: Step): Promise<void> {
  await call(product, people[step.by], `${path}/events`, bodyOf(step));
}

export const bodyOf = ({ type, payload = {} }: Step): object => ({ type, payload, commandId: randomUUID() });

export const SUBMIT: Step = { by: 'clerk', type: 'SUBMIT' };
export const ACCEPT_FOR_REVIEW: Step = {
  by: 'reviewer',
  type: 'ACCEPT_FOR_REVIEW',
  payload: { opinion: '同意受理。' },
};
export const POST_NOTICE: Step = { by: 'clerk', type: 'POST_NOTICE', payload: { startDay: TODAY } };
export const END_NOTICE: Step = { by: 'clerk', type: 'END_NOTICE' };
export const ACCEPT_MATERIALS: Step = { by: 'reviewer', type: 'ACCEPT_MATERIALS', payload: { opinion: '材料齐全。' } };

/** What the unit of team n reports as decided. */
export const submitFiling = (n: number): Step => ({
  by: 'clerk',
  type: 'SUBMIT_FILING',
  payload: { decidedDay: TODAY, documentNo: `干字${n}号`, items: itemsOf(n) },
});

const PATIENCE_MS = 30_000;

/** The filing that the product opens when the notice of team n's proposal has ended. */
export async function findFiling(product: Product, people: People, n: number): Promise<CasePath> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await delay(50)) {
    const list = await call<{ items: Created[] }>(product, people.clerk, `/api/v1/filings?unit=${codes.unit(n)}`);
    const [filing] = list.items;
    if (filing !== undefined) return { path: `/api/v1/filings/${filing.id}` };
  }
  throw new Error(`no filing was opened for team ${n} within ${PATIENCE_MS / 1000} s`);
}
