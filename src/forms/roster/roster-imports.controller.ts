import {
  Body,
  Controller,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { IMPORT_ROLES, RemoveUpload, scopeOf, type WorkbookCaller } from '../../directory/index.js';
import { AuditedChange, describeAct } from '../../platform/audit/index.js';
import { AcceptsUpload, Access, CurrentCaller, refuse, requestIdOf, sentenceOf } from '../../platform/index.js';
import { ROSTER_FIELDS } from './compare-roster.js';
import { formImportQuery, type FormImportQuery } from '../importing/import.dto.js';
import { RosterImporter, type RosterOptions, type RosterResult } from './roster-importer.js';

const MOST_BYTES = 20 * 1024 * 1024;

const person = z.object({ code: z.string(), name: z.string(), unit: z.string().nullable() });
const remark = z.object({
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  message: z.string(),
});
const field = z.enum(ROSTER_FIELDS);

const rosterResult = z
  .object({
    dryRun: z.boolean(),
    rows: z.array(
      z.object({
        sheet: z.string(),
        row: z.int(),
        name: z.string(),
        cadre: person.nullable(),
        matchedBy: z.enum(['id-number', 'name-and-birth', 'chosen']).nullable(),
        candidates: z.array(person.extend({ birth: z.string() })),
        differences: z.array(
          z.object({ field, label: z.string(), directory: z.string().nullable(), roster: z.string() }),
        ),
      }),
    ),
    changed: z.int().min(0),
    problems: z.array(remark),
    notices: z.array(remark),
  })
  .meta({ id: 'RosterImportResult' });

const options = z.strictObject({
  update: z.array(field).max(ROSTER_FIELDS.length).default([]),
  choices: z
    .array(z.strictObject({ row: z.int().positive(), sheet: z.string().optional(), cadre: z.string().nullable() }))
    .max(5_000)
    .default([]),
});

const UPLOAD: NonNullable<Extract<Parameters<typeof ApiBody>[0], { schema: unknown }>['schema']> = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary' },
    options: {
      type: 'string',
      description:
        'JSON：{"update": [以名册更新的字段], "choices": [{"row": 行号, "sheet": 表名, "cadre": 干部编号或 null（不导入）}]}',
    },
  },
};

@ApiTags('forms 任免审批表')
@Controller('api/v1/forms/roster-imports')
export class RosterImportsController {
  constructor(@Inject(RosterImporter) private readonly importer: RosterImporter) {}

  @Post()
  @HttpCode(200)
  @AcceptsUpload()
  @AuditedChange('personal-data-import')
  @UseInterceptors(RemoveUpload, FileInterceptor('file', { limits: { fileSize: MOST_BYTES, files: 1, fields: 2 } }))
  @Access({ roles: IMPORT_ROLES, scope: 'unit' })
  @ApiOperation({
    summary: '核对并导入干部名册（.xlsx，旗县区名册样式或全国信息集编码列）：全部正确才更新；dryRun 只核对',
    description: '按身份证号、再按姓名和出生年月对应；重名的须指定。只更新 update 中列出的字段，不新增干部。',
  })
  @ApiConsumes('multipart/form-data')
  @ApiQuery({ name: 'dryRun', required: false, enum: ['true', 'false'] })
  @ApiBody({ schema: UPLOAD })
  @ApiOkResponse({ standardSchema: rosterResult })
  async import(
    @CurrentCaller() caller: WorkbookCaller,
    @Query({ schema: formImportQuery }) { dryRun }: FormImportQuery,
    @UploadedFile() file: { path: string } | undefined,
    @Body() fields: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<unknown> {
    if (file === undefined) refuse('FILE_MISSING');
    const given = optionsOf(fields?.['options']);
    if (dryRun) describeAct({ result: 'dry-run' });
    const result = await this.importer.import(file.path, scopeOf(caller, IMPORT_ROLES), { ...given, dryRun });
    if (result.problems.length === 0) return result;
    response.status(422).type('application/problem+json');
    return problemDocument(result, requestIdOf(request));
  }
}

/** @refuses ROSTER_OPTIONS_INVALID */
function optionsOf(text: unknown): Omit<RosterOptions, 'dryRun'> {
  try {
    const parsed = options.safeParse(typeof text === 'string' && text !== '' ? JSON.parse(text) : {});
    return parsed.success ? parsed.data : refuse('ROSTER_OPTIONS_INVALID');
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('ROSTER_OPTIONS_INVALID');
    throw error;
  }
}

function problemDocument(result: RosterResult, requestId: string): object {
  const refusal = { code: 'ROSTER_HAS_PROBLEMS', params: { problems: result.problems.length } };
  const detail = sentenceOf(refusal);
  return { type: 'about:blank', title: refusal.code, status: 422, ...refusal, detail, requestId, ...result };
}
