import { z } from 'zod';
import { FIELD_NAMES } from './cadre-fields.js';
import { PART_NAMES } from './dossier-parts.js';
import { IMPORT_CODES } from './import-remark.js';

const UPDATES = [...FIELD_NAMES, ...PART_NAMES] as const;
const field = z.enum(UPDATES);

export const formChoices = z
  .array(
    z.strictObject({
      file: z.string().min(1).max(500),
      cadre: z.string().min(1).max(100).nullable().optional(),
      update: z.array(field).max(UPDATES.length).optional(),
    }),
  )
  .max(2_000);

export const formImportQuery = z.object({
  dryRun: z
    .enum(['true', 'false', '1', '0', ''], { error: 'dryRun 应为 true 或 false' })
    .default('false')
    .transform((text) => ['true', '1', ''].includes(text)),
});
export type FormImportQuery = z.infer<typeof formImportQuery>;

const remark = z.object({
  file: z.string().describe('文件名，压缩包内为包内路径'),
  element: z.string().describe('表上内容项的元素名；空为整个文件'),
  label: z.string().describe('内容项的中文名称；不认识的元素为其元素名'),
  value: z.string().describe('表上内容，身份证号以掩码显示'),
  code: z.enum(IMPORT_CODES),
  message: z.string(),
});

const person = z.object({ code: z.string(), name: z.string(), unit: z.string().nullable() });

export const formImportResult = z
  .object({
    dryRun: z.boolean(),
    forms: z.array(
      z.object({
        file: z.string(),
        name: z.string(),
        birth: z.string(),
        matchedBy: z.enum(['id-number', 'name-and-birth', 'chosen']).nullable(),
        cadre: person.nullable(),
        candidates: z.array(person.extend({ birth: z.string() })).describe('须由导入人在 choices 中指定'),
        differences: z.array(
          z.object({ field, label: z.string(), directory: z.string().nullable(), form: z.string() }),
        ),
        updated: z.array(field),
        photo: z.boolean(),
        outcome: z.enum(['stored', 'repeated', 'skipped', 'refused']),
      }),
    ),
    stored: z.int().min(0),
    problems: z.array(remark),
    notices: z.array(remark).describe('提示，不影响入库'),
  })
  .meta({ id: 'FormImportResult' });

/** With faults: a problem document that carries the same result. */
export const formImportProblem = z
  .object({ type: z.string(), title: z.string(), status: z.literal(422), code: z.literal('FORMS_HAVE_PROBLEMS') })
  .extend({ detail: z.string(), requestId: z.string() })
  .extend(formImportResult.shape)
  .meta({ id: 'FormImportProblem' });
