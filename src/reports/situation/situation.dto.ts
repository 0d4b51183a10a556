import { z } from 'zod';
import { asOf, code, day, pageOf, pageQuery } from '../../directory/index.js';

const count = z.number().int();
const month = z.string().meta({ description: 'YYYY-MM', example: '2027-03' });
const letter = z.enum(['A', 'B', 'C']);
const ratio = z.object({ num: count, den: count });

export const situationQuery = z.object({
  asOf,
  task: code.optional().meta({ description: '任务编码; all tasks when absent', example: 'COUNTY_DEPT_TEAM' }),
  unit: code.optional().meta({ description: '单位编码, with everything below it' }),
});
export type SituationQuery = z.infer<typeof situationQuery>;

/** What is added up everywhere: rows are teams, each under each of its tasks; persons elsewhere. */
const sums = {
  teams: count,
  rows: count.meta({ description: 'a team counts once under each of its tasks' }),
  met: count.meta({ description: 'rows without a shortfall' }),
  due: count,
  actual: count,
  shortfall: count,
  vacancies: count.meta({ description: 'unfilled approved posts, each team once' }),
  fillable: count.meta({ description: 'shortfall that vacancies of the same team could take up' }),
  levels: z.object({ A: count, B: count, C: count }),
};
const placed = {
  code: z.string().nullable().meta({ description: 'null: the units of the city itself' }),
  name: z.string(),
};

export const areaView = z.object({
  ...placed,
  ...sums,
  headline: z
    .object({ teams: count, met: count, share: ratio, reached: z.boolean() })
    .nullable()
    .meta({ description: 'of its departments; null where the headline asks for nothing' }),
});

export const departmentView = z.object({
  unit: z.string(),
  unitName: z.string(),
  area: z.string().nullable(),
  level: letter.meta({ description: 'the worst of its rows' }),
  severity: count,
  ...sums,
});

export const situationView = z
  .object({
    asOf: day,
    policyVersion: count,
    task: z.string().nullable(),
    unit: z.string().nullable(),
    totals: z.object(sums),
    levels: z.array(z.object({ level: letter, label: z.string(), severity: count, rows: count })),
    headline: z.object({ shareToReach: ratio, areas: count, areasReached: count, tasks: z.array(z.string()) }),
    areas: z.array(areaView),
    departments: z.array(departmentView).meta({ description: 'the most severe first; at most 200' }),
    departmentsTotal: count,
    ageingOut: z
      .array(z.object({ month, people: count, byAge: count, byTerm: count, rowsFallingShort: count }))
      .meta({ description: 'month by month over the horizon: who stops counting if nothing is done' }),
  })
  .meta({ id: 'Situation' });
export type SituationView = z.infer<typeof situationView>;

export const trendView = z
  .object({
    asOf: day,
    task: z.string().nullable(),
    unit: z.string().nullable(),
    quarters: z.array(
      z.object({
        quarter: z.string().meta({ example: '2026Q3' }),
        day,
        source: z.enum(['frozen', 'recomputed']),
        round: count.nullable().meta({ description: 'the round that froze it' }),
        rows: count,
        met: count,
        due: count,
        actual: count,
        shortfall: count,
        levels: sums.levels,
      }),
    ),
  })
  .meta({ id: 'SituationTrend' });
export type TrendView = z.infer<typeof trendView>;

export const leaversQuery = pageQuery.extend({
  ...situationQuery.shape,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '月份应写成 YYYY-MM' })
    .optional()
    .meta({ description: 'one month of the horizon; all when absent', example: '2027-03' }),
});
export type LeaversQuery = z.infer<typeof leaversQuery>;

export const leaverView = z.object({
  cadre: z.string(),
  name: z.string(),
  month,
  reason: z.enum(['age', 'term']),
  task: z.string(),
  taskName: z.string(),
  team: z.string(),
  teamName: z.string(),
  unit: z.string(),
  unitName: z.string(),
});
export type LeaverView = z.infer<typeof leaverView>;
export const leaversView = pageOf(leaverView).extend({ asOf: day }).meta({ id: 'SituationLeavers' });
export type LeaversView = z.infer<typeof leaversView>;
