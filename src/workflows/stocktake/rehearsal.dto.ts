import { z } from 'zod';
import { WARNING_STEPS } from '../../../machines/rules/index.js';
import { rehearsalView } from '../../engine/index.js';

const unit = z.object({ code: z.string(), name: z.string() });
const standing = z.object({
  level: z.enum(['A', 'B', 'C']),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  due: z.int(),
  actual: z.int(),
  shortfall: z.int(),
});

export const roundRehearsalView = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  items: z.array(
    rehearsalView.shape.items.element.extend({ case: z.object({ workflow: z.string(), id: z.int(), unit }) }),
  ),
  /** What time alone makes of the levels: members pass the age line, terms end, another quarter is missed. */
  levels: z.array(
    z.object({
      day: z.iso.date(),
      team: z.string(),
      teamName: z.string(),
      unit: z.string(),
      unitName: z.string(),
      task: z.string(),
      taskName: z.string(),
      before: standing,
      after: standing,
    }),
  ),
  /** Warnings that the round would open and those that are open, if teams stayed short: the most severe first. */
  warnings: z.array(
    standing.extend({
      team: z.string(),
      teamName: z.string(),
      unit: z.string(),
      unitName: z.string(),
      task: z.string(),
      taskName: z.string(),
      warning: z.int().nullable().meta({ description: '已开的预警编号；尚未列入的为 null' }),
      steps: z.array(z.object({ step: z.enum(WARNING_STEPS), day: z.iso.date(), provisional: z.boolean() })).meta({
        description: '各步均在期限最后一日办理时的日期；circular 为最早可列入通报之日',
      }),
    }),
  ),
});
export type RoundRehearsalView = z.infer<typeof roundRehearsalView>;
