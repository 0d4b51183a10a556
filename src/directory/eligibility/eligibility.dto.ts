import { z } from 'zod';
import { asOf, code, day } from '../page.js';

export const eligibilityQuery = z.object({
  post: code.meta({ description: '职位编码: the post to be judged for' }),
  on: asOf,
});
export type EligibilityQuery = z.infer<typeof eligibilityQuery>;

const outcome = z.enum(['met', 'notMet', 'unknown']);

export const eligibilityView = z
  .object({
    cadre: z.string(),
    post: z.string(),
    unit: z.string().meta({ description: '职位所在单位的编码' }),
    on: day,
    outcome: outcome.meta({ description: 'unknown never counts as met' }),
    eligibleFrom: day
      .nullable()
      .meta({ description: 'first day on which nothing stands against it; null: time alone will not bring it' }),
    unknownThen: z.array(z.string()).meta({ description: 'rules still to be answered on that day' }),
    rules: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        severity: z.enum(['hard', 'warn', 'manual']),
        outcome: z.enum(['met', 'notMet', 'unknown', 'notApplicable']),
        sentence: z.string(),
        metOn: day.nullable(),
        basis: z.string(),
      }),
    ),
  })
  .meta({ id: 'Eligibility' });
export type EligibilityView = z.infer<typeof eligibilityView>;
