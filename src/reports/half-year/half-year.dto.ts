import { z } from 'zod';
import { isHalfYear } from '../../../machines/rules/index.js';
import { day } from '../../directory/index.js';

const count = z.number().int();
const half = z
  .string()
  .refine(isHalfYear, { error: '半年应写成 2026H1 或 2026H2' })
  .meta({ description: '上半年 2026H1，下半年 2026H2', example: '2026H2' });

export const halfYearQuery = z.strictObject({ half: half.optional().meta({ description: '缺省为今天所在的半年' }) });
export type HalfYearQuery = z.infer<typeof halfYearQuery>;

/** How teams stand by a frozen ledger. */
const numbers = z.object({
  teams: count,
  met: count.meta({ description: '各项任务均达标的班子' }),
  due: count,
  actual: count,
  shortfall: count,
});
export type Numbers = z.infer<typeof numbers>;

/** What was done within the half-year. */
const deeds = z.object({
  appointed: count.meta({ description: '经动议任命的人数' }),
  warningsOpened: count,
  warningsRaised: count,
  warningsResolved: count,
  warningsOpen: count.meta({ description: '期末仍在预警中' }),
  remindersIssued: count,
  remindersReceived: count,
  circularRows: count.meta({ description: '被通报的班子次数（按任务计）' }),
  filed: count,
  filedLate: count,
});
export type Deeds = z.infer<typeof deeds>;

const ledger = z.object({ round: count, quarter: z.string(), referenceDay: day, revision: count, hash: z.string() });
export type LedgerOfHalf = z.infer<typeof ledger> & { id: number };

const standing = z.object({
  now: numbers.nullable().meta({ description: '本期末次固化台账；没有的为 null' }),
  before: numbers.nullable().meta({ description: '本期开始前末次固化台账' }),
});

export const halfYearView = z
  .object({
    half: z.string(),
    from: day,
    until: day,
    ledger: ledger.nullable().meta({ description: '数字所依据的固化台账' }),
    before: ledger.nullable(),
    circulars: count.meta({ description: '印发的通报' }),
    totals: standing.extend({ deeds }),
    units: z.array(standing.extend({ unit: z.string(), unitName: z.string(), deeds })),
    overrides: z
      .array(
        z.object({
          proposal: count,
          unitName: z.string(),
          teamNames: z.array(z.string()),
          reason: z.string(),
          approvedOn: day,
        }),
      )
      .meta({ description: '经分管部长、部长特批放行的动议' }),
  })
  .meta({ id: 'HalfYearReport' });
export type HalfYearView = z.infer<typeof halfYearView>;

export const reportDueView = z
  .object({
    lastReportedOn: day.nullable(),
    dueDay: day.nullable().meta({ description: '尚未登记过汇报的为 null' }),
    overdueDays: count,
  })
  .meta({ id: 'CommitteeReportDue' });
export type ReportDueView = z.infer<typeof reportDueView>;

export const reportedBody = z.strictObject({ reportedOn: day.meta({ description: '向市委常委会汇报的日期' }), half });
export type ReportedBody = z.infer<typeof reportedBody>;
