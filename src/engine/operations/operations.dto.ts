import { z } from 'zod';

const count = z.number().int().nonnegative();
const instant = z.iso.datetime();

/** How the product is doing: numbers for the person who keeps it running, nothing of any case. */
export const operationsView = z.object({
  /** Nulls while the store of jobs cannot be asked. */
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: count.nullable(),
      active: count.nullable(),
      delayed: count.nullable(),
      failed: count.nullable(),
    }),
  ),
  workers: z.array(
    z.object({ id: z.string(), startedAt: instant, lastSweepAt: instant.nullable(), stuck: z.boolean() }),
  ),
  reminders: z.object({ oldestDueSeconds: z.number().nonnegative(), waiting: count }),
  outbox: z.object({ waiting: count, oldestSeconds: z.number().nonnegative(), dead: count }),
  calendar: z.object({ coverageUntil: z.iso.date(), daysLeft: z.number().int() }),
});

export type OperationsView = z.infer<typeof operationsView>;
