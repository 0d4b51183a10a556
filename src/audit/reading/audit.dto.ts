import { z } from 'zod';

const instant = z.iso.datetime({ offset: true }).meta({ example: '2026-06-30T00:00:00+08:00' });
const word = z.string().trim().min(1).max(200);

const filter = {
  from: instant.optional().meta({ description: '起始时刻（含）' }),
  to: instant.optional().meta({ description: '截止时刻（不含）' }),
  actor: z.coerce.number().int().positive().optional().meta({ description: '操作人编号' }),
  objectType: word.optional().meta({ description: '对象类别，如 proposal' }),
  objectId: word.optional(),
  event: word.optional().meta({ description: '事件类型，如 read、change、sign-in' }),
  result: word.optional().meta({ description: 'done、repeated、dry-run、failed，refused（任何拒绝），或具体拒绝代码' }),
  requestId: word.optional(),
};

export const auditFilter = z.object(filter);
export type AuditFilter = z.infer<typeof auditFilter>;

export const auditQuery = z.object({
  ...filter,
  before: z
    .string()
    .regex(/^\d{1,15}-\d{1,18}$/)
    .optional()
    .meta({ description: '上一页的 next：接着往更早的记录' }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type AuditQuery = z.infer<typeof auditQuery>;

export const exportQuery = z.strictObject({ ...filter, format: z.enum(['ndjson', 'csv']).default('ndjson') });
export type ExportQuery = z.infer<typeof exportQuery>;

/** A record with its seal. */
export const auditView = z.object({
  id: z.number(),
  at: z.string(),
  actorId: z.number().nullable(),
  role: z.string().nullable(),
  unitPath: z.string().nullable(),
  onBehalfOf: z.number().nullable(),
  address: z.string().nullable(),
  terminal: z.string().nullable(),
  event: z.string(),
  objectType: z.string(),
  objectId: z.string().nullable(),
  action: z.string(),
  result: z.string(),
  purpose: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  requestId: z.string().nullable(),
  seq: z.number().nullable().meta({ description: '在链上的位置；null 为尚未封存' }),
  previousHash: z.string().nullable(),
  hash: z.string().nullable(),
});
export type AuditView = z.infer<typeof auditView>;

export const auditList = z.object({ items: z.array(auditView), next: z.string().nullable() });
export type AuditList = z.infer<typeof auditList>;

export const chainReport = z.object({
  seals: z.number(),
  records: z.number(),
  anchors: z.number(),
  faults: z.number(),
  first: z.array(
    z.object({
      kind: z.string(),
      seq: z.number().nullable(),
      recordId: z.number().nullable(),
      at: z.string().nullable(),
      sentence: z.string(),
    }),
  ),
});
export type ChainReportView = z.infer<typeof chainReport>;
