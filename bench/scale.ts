/** How much of everything a run takes. */
export interface Scale {
  /** Teams of the city in which single requests are counted, and cases per kind of request. */
  approval: { teams: number; cases: number };
  /** Approvals per round at each concurrency; rounds of product and floor take turns. */
  throughput: { rounds: number; perRound: Readonly<Record<1 | 8, number>> };
  /** Teams and previews; a team brings ten cadres. */
  preview: { teams: number; requests: number };
  ledger: { teams: number; rounds: number };
  scope: { teams: number; rounds: number };
  inbox: { teams: number; cases: number; rounds: number };
  lateness: LatenessScale;
  round: { teams: number };
  importRows: number;
  auditRecords: number;
}

export interface LatenessScale {
  due: number;
  pending: number;
  /** Delayed jobs beside those that fall due, for the queue library alone: it takes its time to lay them down. */
  jobs: number;
  /** Within so long all of them fall due. */
  spreadMs: number;
  /** Time to lay everything down before the first falls due. */
  aheadMs: number;
}

const SCALES: Readonly<Record<string, Scale>> = {
  full: {
    approval: { teams: 300, cases: 20 },
    throughput: { rounds: 9, perRound: { 1: 300, 8: 800 } },
    preview: { teams: 100_000, requests: 500 },
    ledger: { teams: 100_000, rounds: 3 },
    scope: { teams: 20_000, rounds: 40 },
    inbox: { teams: 1_000, cases: 100_000, rounds: 30 },
    lateness: { due: 10_000, pending: 1_000_000, jobs: 100_000, spreadMs: 60_000, aheadMs: 60_000 },
    round: { teams: 100_000 },
    importRows: 100_000,
    auditRecords: 10_000_000,
  },
  small: {
    approval: { teams: 100, cases: 10 },
    throughput: { rounds: 3, perRound: { 1: 100, 8: 200 } },
    preview: { teams: 1_000, requests: 100 },
    ledger: { teams: 1_000, rounds: 3 },
    scope: { teams: 1_000, rounds: 30 },
    inbox: { teams: 100, cases: 5_000, rounds: 30 },
    lateness: { due: 1_000, pending: 20_000, jobs: 20_000, spreadMs: 60_000, aheadMs: 20_000 },
    round: { teams: 2_000 },
    importRows: 5_000,
    auditRecords: 200_000,
  },
  tiny: {
    approval: { teams: 60, cases: 3 },
    throughput: { rounds: 1, perRound: { 1: 4, 8: 16 } },
    preview: { teams: 60, requests: 12 },
    ledger: { teams: 60, rounds: 1 },
    scope: { teams: 120, rounds: 2 },
    inbox: { teams: 60, cases: 300, rounds: 2 },
    lateness: { due: 50, pending: 500, jobs: 500, spreadMs: 1_000, aheadMs: 5_000 },
    round: { teams: 120 },
    importRows: 300,
    auditRecords: 2_000,
  },
};

/** The scale that BENCH_SCALE names; the full one without it. */
export function chooseScale(name: string | undefined): Scale {
  const scale = SCALES[name ?? 'full'];
  if (scale === undefined) throw new Error(`BENCH_SCALE is ${name}; it can be ${Object.keys(SCALES).join(', ')}`);
  return scale;
}
