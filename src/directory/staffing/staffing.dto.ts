import { z } from 'zod';
import { asOf, code, day, pageOf, pageQuery } from '../page.js';

const count = z.number().int();
const month = z.string().meta({ description: 'YYYY-MM', example: '2027-03' });

export const ledgerQuery = pageQuery.extend({
  asOf,
  unit: code.optional().meta({ description: '单位编码, with everything below it' }),
  task: code.optional().meta({ description: '任务编码', example: 'COUNTY_DEPT_TEAM' }),
  level: z.enum(['A', 'B', 'C']).optional(),
  short: z.stringbool().optional().meta({ description: '只看有差额的' }),
  vacant: z.stringbool().optional().meta({ description: '只看职数有空缺的' }),
  city: z.stringbool().optional().meta({ description: '只看市直单位：旗县区以外的' }),
});
export type LedgerQuery = z.infer<typeof ledgerQuery>;

export const headlineQuery = z.object({ asOf, task: ledgerQuery.shape.task });
export type HeadlineQuery = z.infer<typeof headlineQuery>;

export const ratio = z
  .object({ num: count, den: count })
  .meta({ description: 'an exact fraction; den 0 means that there is no base' });
export const member = z.object({
  cadre: z.string(),
  name: z.string(),
  birth: month,
  ageYears: count,
  post: z.string(),
});
export const leaver = z.object({ cadre: z.string(), name: z.string(), month, reason: z.enum(['age', 'term']) });
export const nestedView = z.object({ due: count, actual: count, shortfall: count });

/** How a team stands under a task; persons everywhere. */
export const standing = {
  task: z.string(),
  taskName: z.string(),
  base: count,
  baseKind: z.enum(['approved-headcount', 'incumbents']),
  due: count,
  actual: count,
  shortfall: count,
  ratio,
  level: z.enum(['A', 'B', 'C']),
  severity: count.meta({ description: '3 is the worst; order by this, never by letter' }),
  unmetQuarters: count,
  vacancies: z.object({ principal: count, deputy: count }),
  overEstablishment: count,
  nested: nestedView.nullable(),
  members: z.array(member).meta({ description: 'the young members who count' }),
  ageingOut: z.array(leaver).meta({ description: 'who stops counting within the horizon if nothing is done' }),
  fallsShortIn: month.nullable(),
};

export const ledgerRowView = z
  .object({ team: z.string(), teamName: z.string(), unit: z.string(), unitName: z.string(), ...standing })
  .meta({ id: 'StaffingRow' });

const taskTotals = z.object({
  task: z.string(),
  taskName: z.string(),
  teams: count,
  met: count,
  due: count,
  actual: count,
  shortfall: count,
  sumOfTeams: count,
  distinctPersons: count,
  inSeveralTeams: z.array(z.object({ cadre: z.string(), name: z.string(), teams: z.array(z.string()) })),
  sentence: z.string(),
});

export const ledgerView = pageOf(ledgerRowView)
  .extend({
    asOf: day,
    policyVersion: count,
    totals: z.object({
      rows: count,
      levels: z.array(z.object({ level: z.enum(['A', 'B', 'C']), label: z.string(), severity: count, rows: count })),
      tasks: z.array(taskTotals),
    }),
  })
  .meta({ id: 'StaffingLedger' });
export type LedgerView = z.infer<typeof ledgerView>;

export const headlineView = z
  .object({
    asOf: day,
    policyVersion: count,
    tasks: z.array(z.string()),
    shareToReach: ratio,
    areasReached: count,
    items: z.array(
      z.object({
        area: z.string(),
        areaName: z.string(),
        teams: count,
        met: count,
        share: ratio,
        reached: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'StaffingHeadline' });
export type HeadlineView = z.infer<typeof headlineView>;
