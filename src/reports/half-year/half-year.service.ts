import { Inject, Injectable } from '@nestjs/common';
import { addDays, committeeReportDue, halfYearOf, periodOfHalf } from '../../../machines/rules/index.js';
import { loadPolicyInForce } from '../../directory/index.js';
import { describeAct } from '../../platform/audit/index.js';
import { Clock, Db, refuse, type ScopeHolder, visiblePaths } from '../../platform/index.js';
import { overridesIn } from '../../workflows/circular/index.js';
import { circularsIn, deedsOf, lastLedger, lastReport, numbersOf, type OfUnit } from './half-year.queries.js';
import type {
  Deeds,
  HalfYearQuery,
  HalfYearView,
  LedgerOfHalf,
  Numbers,
  ReportDueView,
  ReportedBody,
} from './half-year.dto.js';

/** What a half-year comes to, always within the caller's units, and when the standing committee is to hear of it. */
@Injectable()
export class HalfYearService {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async report({ half = halfYearOf(this.clock.today()) }: HalfYearQuery, caller: ScopeHolder): Promise<HalfYearView> {
    const { from, until } = periodOfHalf(half);
    const scope = visiblePaths(caller);
    const ledger = await lastLedger(this.db, from, until);
    const before = await lastLedger(this.db, null, addDays(from, -1));
    const now = ledger === null ? null : await numbersOf(this.db, ledger.id, scope);
    const past = before === null ? null : await numbersOf(this.db, before.id, scope);
    const deeds = await deedsOf(this.db, scope, from, until);
    return {
      half,
      from,
      until,
      ledger: withoutId(ledger),
      before: withoutId(before),
      circulars: await circularsIn(this.db, from, until),
      totals: {
        now: now && sumOf(now),
        before: past && sumOf(past),
        deeds: deedsFrom(deeds),
      },
      units: perUnit(now, past, deeds),
      overrides: await overridesIn(this.db, from, until),
    };
  }

  async due(): Promise<ReportDueView> {
    const today = this.clock.today();
    const { policy } = await loadPolicyInForce(this.db);
    return committeeReportDue(await lastReport(this.db, today), today, policy.committeeReportMonths);
  }

  /**
   * The committee has been reported to; the same day again is nothing new.
   *
   * @refuses REPORT_DAY_TO_COME - what has not happened cannot be recorded
   */
  async record({ reportedOn, half }: ReportedBody, userId: number): Promise<ReportDueView> {
    const today = this.clock.today();
    if (reportedOn > today) refuse('REPORT_DAY_TO_COME', { day: reportedOn, today });
    await this.db.transaction(async (tx) => {
      const { rowCount } = await tx.query(
        'half-year.record',
        `INSERT INTO committee_report (reported_on, half, recorded_by, recorded_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (reported_on) DO NOTHING`,
        [reportedOn, half, userId, this.clock.now()],
      );
      if (rowCount === 0) describeAct({ result: 'repeated' });
    });
    return this.due();
  }
}

function withoutId(ledger: LedgerOfHalf | null): HalfYearView['ledger'] {
  if (ledger === null) return null;
  const { id: _id, ...shown } = ledger;
  return shown;
}

function sumOf(rows: readonly Numbers[]): Numbers {
  const sum = (key: keyof Numbers): number => rows.reduce((total, row) => total + row[key], 0);
  return { teams: sum('teams'), met: sum('met'), due: sum('due'), actual: sum('actual'), shortfall: sum('shortfall') };
}

const NOTHING: Deeds = {
  appointed: 0,
  warningsOpened: 0,
  warningsRaised: 0,
  warningsResolved: 0,
  warningsOpen: 0,
  remindersIssued: 0,
  remindersReceived: 0,
  circularRows: 0,
  filed: 0,
  filedLate: 0,
};

function deedsFrom(rows: readonly { kind: keyof Deeds; n: number }[]): Deeds {
  const deeds = { ...NOTHING };
  for (const { kind, n } of rows) deeds[kind] += n;
  return deeds;
}

/** In the order of the units' codes; whoever has neither a team in a ledger nor any deed is left out. */
function perUnit(
  now: readonly OfUnit<Numbers>[] | null,
  past: readonly OfUnit<Numbers>[] | null,
  deeds: readonly OfUnit<{ kind: keyof Deeds; n: number }>[],
): HalfYearView['units'] {
  const named = new Map([...(past ?? []), ...deeds, ...(now ?? [])].map(({ unit, unitName }) => [unit, unitName]));
  const find = (rows: readonly OfUnit<Numbers>[] | null, code: string): Numbers | null => {
    const row = rows?.find(({ unit }) => unit === code);
    return row === undefined ? null : sumOf([row]);
  };
  return [...named]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, unitName]) => ({
      unit,
      unitName,
      now: find(now, unit),
      before: find(past, unit),
      deeds: deedsFrom(deeds.filter((row) => row.unit === unit)),
    }));
}
