import { z } from 'zod';
import { asOf, code } from '../../directory/index.js';

export const ledgerSheetQuery = z.strictObject({
  asOf,
  unit: code.optional().meta({ description: '单位编码，含下级' }),
  task: code.optional().meta({ description: '任务编码' }),
  level: z.enum(['A', 'B', 'C']).optional(),
});
export type LedgerSheetQuery = z.infer<typeof ledgerSheetQuery>;

export const rosterSheetQuery = z.strictObject({ asOf });
export type RosterSheetQuery = z.infer<typeof rosterSheetQuery>;
