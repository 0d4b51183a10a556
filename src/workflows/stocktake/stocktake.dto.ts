import { z } from 'zod';
import { codeText } from '../../gate/index.js';

export const roundId = z.coerce.number().pipe(z.int().positive()).meta({ description: '摸底调度编号' });
export const sideId = z.coerce.number().pipe(z.int().positive()).meta({ description: '单位核对编号' });

export const snapshotQuery = z.strictObject({
  unit: codeText.optional().meta({ description: '单位编码：该单位及其下级' }),
  level: z.enum(['A', 'B', 'C']).optional().meta({ description: '预警等级' }),
  revision: z.coerce.number().pipe(z.int().positive()).optional().meta({ description: '第几次固化；默认最近一次' }),
  limit: z.coerce.number().pipe(z.int().min(1).max(500)).default(50),
  offset: z.coerce.number().pipe(z.int().min(0).max(10_000_000)).default(0),
});
export type SnapshotQuery = z.infer<typeof snapshotQuery>;

const totals = z.object({
  teams: z.int(),
  met: z.int(),
  due: z.int(),
  actual: z.int(),
  shortfall: z.int(),
  persons: z.int(),
  sentence: z.string(),
});
const revision = z.object({
  revision: z.int(),
  reason: z.string().nullable(),
  hash: z.string(),
  rows: z.int(),
  takenAt: z.iso.datetime(),
});

export const snapshotView = z.object({
  round: z.int(),
  quarter: z.string(),
  referenceDay: z.string(),
  policyVersion: z.int(),
  revision: z.int(),
  hash: z.string(),
  revisions: z.array(revision),
  items: z.array(z.looseObject({ team: z.string(), task: z.string(), hash: z.string() })),
  total: z.int(),
  limit: z.int(),
  offset: z.int(),
  totals: z.array(totals.extend({ task: z.string(), taskName: z.string() })),
});

const standing = z.object({ due: z.int(), actual: z.int(), shortfall: z.int(), level: z.string(), severity: z.int() });
const sideBySide = { before: totals, now: totals };

export const comparisonView = z.object({
  quarter: z.string(),
  previousQuarter: z.string(),
  previousRound: z.int().nullable(),
  tasks: z.array(z.object({ task: z.string(), taskName: z.string(), ...sideBySide })),
  units: z.array(z.object({ unit: z.string(), unitName: z.string(), ...sideBySide })),
  teams: z.array(
    z.object({
      team: z.string(),
      teamName: z.string(),
      unit: z.string(),
      task: z.string(),
      before: standing.nullable(),
      now: standing.nullable(),
      change: z.enum(['new', 'gone', 'better', 'worse', 'same']),
    }),
  ),
});

export const sidesView = z.array(
  z.object({
    id: z.int(),
    unit: z.object({ code: z.string(), name: z.string() }),
    statePath: z.string(),
    answer: z.string(),
    chased: z.int(),
    documentNo: z.string().nullable(),
    issuedOn: z.string().nullable(),
    receivedOn: z.string().nullable(),
  }),
);
export type SidesView = z.infer<typeof sidesView>;

/** What became of a sheet that was handed in. */
export const checkedView = z.object({
  statePath: z.string(),
  wrong: z.int().min(0).meta({ description: '有出入的行数；0 为已确认' }),
});
export type CheckedView = z.infer<typeof checkedView>;

export const letterView = z.object({
  content: z.looseObject({ title: z.string(), addressee: z.string() }),
  hash: z.string(),
  documentNo: z.string().nullable(),
  issuedAt: z.iso.datetime(),
  snapshot: z.object({ revision: z.int(), hash: z.string(), referenceDay: z.string() }),
});
