import { z } from 'zod';
import { eachDossier } from './dossier-sheets.js';
import { PROBLEM_SENTENCES, type ProblemCode } from './problem-sentences.js';

const count = z.int().min(0);

const perSheet = <T extends z.ZodType>(value: T) =>
  z
    .object({ units: value, teams: value, posts: value, cadres: value, appointments: value, tasks: value })
    .extend(eachDossier(() => value.optional()));

const problemSchema = z.object({
  sheet: z.string(),
  row: count.describe('从 1 起的行号；0 表示整张表'),
  column: z.string(),
  value: z.string().describe('单元格内容，身份证号以掩码显示'),
  code: z.enum(Object.keys(PROBLEM_SENTENCES) as [ProblemCode, ...ProblemCode[]]),
  message: z.string(),
});

export const importResultSchema = z.object({
  dryRun: z.boolean(),
  accepted: perSheet(count).describe('没有错误的行数'),
  changed: perSheet(z.object({ inserted: count, updated: count })),
  problems: z.array(problemSchema).describe('最多列出 5000 条'),
  problemsTotal: count,
  notices: z.array(problemSchema).describe('提示，不影响入库'),
  noticesTotal: count,
});

/** With faults: a problem document that carries the same result. */
export const importProblemSchema = z
  .object({ type: z.string(), title: z.string(), status: z.literal(422), code: z.literal('IMPORT_HAS_PROBLEMS') })
  .extend({ detail: z.string(), requestId: z.string() })
  .extend(importResultSchema.shape);

export const importQuerySchema = z.object({
  dryRun: z
    .enum(['true', 'false', '1', '0', ''], { error: 'dryRun 应为 true 或 false' })
    .default('false')
    .transform((text) => ['true', '1', ''].includes(text)),
});
export type ImportQuery = z.infer<typeof importQuerySchema>;

export const exportQuerySchema = z.object({
  asOf: z.iso.date({ error: 'asOf 应为存在的日期，格式 YYYY-MM-DD' }).optional(),
  dossiers: z.enum(['true', 'false'], { error: 'dossiers 应为 true 或 false' }).default('false'),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;
