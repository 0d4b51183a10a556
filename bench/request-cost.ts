import { setTimeout as delay } from 'node:timers/promises';
import { Relay } from '../src/engine/index.js';
import { median } from './numbers.js';
import type { Product } from './product.js';
import { statementsOf } from './statement-meter.js';
import type { WalMeter, WalOfRelation } from './wal-meter.js';

/** What one request cost the database. */
export interface RequestCost {
  /** In order, the bounds of transactions included. */
  statements: string[];
  relayStatements: number;
  /** With rows, each waited for until it was on disk. */
  walCommits: number;
  /** A job of the product ran beside it, whose commits and bytes stand in the same log. */
  disturbed: boolean;
  /** Without rows, waited for by nobody. */
  emptyCommits: number;
  walBytes: number;
  fullPageBytes: number;
  walOf: readonly WalOfRelation[];
}

/** Longer than the relay needs to find that there is nothing to do. */
const SETTLE_MS = 40;

export async function costOf(product: Product, wal: WalMeter, work: () => Promise<unknown>): Promise<RequestCost> {
  // What a step leaves for after its commit, notices above all, is carried out and counted apart.
  const relay = product.app.get(Relay, { strict: false });
  await relay.stop();
  const from = await wal.position();
  const { request, background } = await statementsOf(product.db, async () => {
    await work();
    await delay(SETTLE_MS);
  });
  const to = await wal.position();
  const { commits, emptyCommits, bytes, fullPageBytes } = await wal.between(from, to);
  const walOf = await wal.byRelation(from, to);
  const afterwards = await statementsOf(product.db, () => relay.drain());
  relay.start();
  return {
    statements: request,
    relayStatements: Object.values(afterwards).flat().length,
    walCommits: commits,
    disturbed: background.some((name) => name !== 'clock-load'),
    emptyCommits,
    walBytes: bytes,
    fullPageBytes,
    walOf,
  };
}

export const COST_HEADER = [
  'request',
  'statements',
  'explicit commits',
  'commits with rows in the WAL',
  'commits without',
  'WAL bytes without full pages',
  'full-page bytes',
  'relay afterwards',
];

/** Medians over several requests of one kind; the highest beside them where it differs. Of those that no job ran beside, where there are any. */
export function costRow(name: string, all: readonly RequestCost[]): string[] {
  const undisturbed = all.filter(({ disturbed }) => !disturbed);
  const costs = undisturbed.length > 0 ? undisturbed : all;
  const show = (of: (cost: RequestCost) => number): string => {
    const values = costs.map(of);
    const [middle, highest] = [median(values), Math.max(...values)];
    return middle === highest ? `${middle}` : `${middle} (highest ${highest})`;
  };
  return [
    name,
    show(({ statements }) => statements.length),
    show(({ statements }) => statements.filter((statement) => statement === 'commit').length),
    show(({ walCommits }) => walCommits),
    show(({ emptyCommits }) => emptyCommits),
    show(({ walBytes }) => walBytes),
    show(({ fullPageBytes }) => fullPageBytes),
    show(({ relayStatements }) => relayStatements),
  ];
}
