import { z } from 'zod';
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
});
export type RoundRehearsalView = z.infer<typeof roundRehearsalView>;
