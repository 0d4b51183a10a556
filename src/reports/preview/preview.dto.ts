import { z } from 'zod';
import { asOf } from '../../directory/index.js';
import { policySchema } from '../../engine/index.js';

const count = z.number().int();
const letter = z.enum(['A', 'B', 'C']);

export const previewBody = z
  .strictObject({ policy: policySchema, asOf })
  .meta({ id: 'PolicyPreviewRequest', description: 'Settings as they would be; nothing is stored.' });
export type PreviewBody = z.infer<typeof previewBody>;

const sums = z.object({ rows: count, met: count, due: count, actual: count, shortfall: count });
const standing = z.object({ level: letter, severity: count, due: count, actual: count, shortfall: count });

export const previewView = z
  .object({
    asOf: z.string(),
    basedOn: count.meta({ description: 'the version in force, with which the ledger is compared' }),
    before: sums,
    after: sums,
    areasReached: z.object({ before: count, after: count, areas: count }),
    levels: z.array(z.object({ severity: count, before: count, after: count })).meta({
      description: 'rows by severity, the worst first: letters may be renamed, severities not',
    }),
    moves: z.array(z.object({ from: letter, to: letter, rows: count })).meta({ description: 'changes of level' }),
    changed: count.meta({ description: 'rows that would stand differently' }),
    items: z
      .array(
        z.object({
          team: z.string(),
          teamName: z.string(),
          unitName: z.string(),
          taskName: z.string(),
          before: standing,
          after: standing,
        }),
      )
      .meta({ description: 'the first 200 of them, within the caller’s units; an administrator sees numbers alone' }),
  })
  .meta({ id: 'PolicyPreview' });
export type PreviewView = z.infer<typeof previewView>;
