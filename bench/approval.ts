import {
  ACCEPT_FOR_REVIEW,
  ACCEPT_MATERIALS,
  AFTER_NOTICE,
  type CasePath,
  DELIBERATION,
  draft,
  END_NOTICE,
  findFiling,
  type People,
  POST_NOTICE,
  send,
  type Step,
  SUBMIT,
  submitFiling,
  TO_DELIBERATION,
} from './case-path.js';
import type { LoadedCity } from './city.js';
import { openProduct, type Product } from './product.js';
import { COST_HEADER, costOf, costRow, type RequestCost } from './request-cost.js';
import type { Scale } from './scale.js';
import { meetsItsTask } from './scaled-city.js';
import { printTable } from './table.js';
import { benchThroughput } from './throughput.js';
import { WalMeter } from './wal-meter.js';

interface Case extends CasePath {
  n: number;
}

/** What is counted, in the order of the table; the first two are the ordinary approvals. */
const COUNTED = ['ACCEPT_FOR_REVIEW', 'ACCEPT_MATERIALS', 'SUBMIT', 'RECORD_DELIBERATION'] as const;

/** Approvals over HTTP: what one costs the database, and how many go through in a second. */
export async function benchApproval(city: LoadedCity, cases: number, throughput: Scale['throughput']): Promise<void> {
  const product = await openProduct(city.stage, city.database);
  const wal = await WalMeter.open(city.database.url('superuser'));
  const people = {
    clerk: await product.signIn('clerk'),
    reviewer: await product.signIn('reviewer'),
    chief: await product.signIn('chief'),
  };
  try {
    const [spare, ...teams] = Array.from({ length: city.teams }, (_, index) => index + 1).filter(meetsItsTask);
    await countRequests(new Walk(product, people, wal), teams.slice(0, cases + 1));
    await benchThroughput({ product, people, database: city.database }, spare ?? 0, throughput);
  } finally {
    await wal.close();
    await product.close();
  }
}

/** Takes every case the same way and counts on the way. The first one warms caches and plans, and is not counted. */
async function countRequests(walk: Walk, teams: readonly number[]): Promise<void> {
  const cases: Case[] = [];
  for (const n of teams) cases.push(await walk.toNotice(n));
  await walk.product.moveClockTo(AFTER_NOTICE);
  for (const each of cases) await walk.toFiling(each);
  const counted = COUNTED.map((type) => ({ type, costs: walk.costsOf(type).slice(1) }));
  printTable(
    `Requests over HTTP, ${teams.length - 1} of each kind (aim for the first two: 6 statements, 1 commit, 2048 WAL bytes at most)`,
    COST_HEADER,
    counted.map(({ type, costs }) => costRow(type, costs)),
  );
  for (const { type, costs } of counted) console.log(`${type}: ${costs[0]?.statements.join(' · ')}`);
  const [approval] = counted;
  printTable(
    `Where the WAL of one ${approval?.type} goes`,
    ['table or index', 'records', 'bytes'],
    (approval?.costs[0]?.walOf ?? []).map(({ relation, records, bytes }) => [relation, records, bytes]),
  );
}

/** A case on its way, step by step, with the cost of the steps that are counted. */
class Walk {
  private readonly costs = new Map<string, RequestCost[]>();

  constructor(
    readonly product: Product,
    private readonly people: People,
    private readonly wal: WalMeter,
  ) {}

  costsOf(type: string): RequestCost[] {
    return this.costs.get(type) ?? [];
  }

  async toNotice(n: number): Promise<Case> {
    const proposal = await draft(this.product, this.people, n);
    for (const step of [SUBMIT, ACCEPT_FOR_REVIEW, ...TO_DELIBERATION, DELIBERATION, POST_NOTICE]) {
      await this.take(proposal, step);
    }
    return { ...proposal, n };
  }

  async toFiling(proposal: Case): Promise<void> {
    await this.take(proposal, END_NOTICE);
    const filing = await findFiling(this.product, this.people, proposal.n);
    for (const step of [submitFiling(proposal.n), ACCEPT_MATERIALS]) await this.take(filing, step);
  }

  private async take(target: CasePath, step: Step): Promise<void> {
    const go = (): Promise<void> => send(this.product, this.people, target, step);
    if (!COUNTED.some((type) => type === step.type)) return go();
    const cost = await costOf(this.product, this.wal, go);
    this.costs.set(step.type, [...this.costsOf(step.type), cost]);
  }
}
