import {
  Body,
  Controller,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { IMPORT_ROLES, RemoveUpload, scopeOf, type WorkbookCaller } from '../../directory/index.js';
import { AuditedChange, describeAct } from '../../platform/audit/index.js';
import { AcceptsUpload, Access, CurrentCaller, refuse, requestIdOf, sentenceOf } from '../../platform/index.js';
import type { UploadedForm } from './collect-files.js';
import { FormImporter, type FormImportResult } from './form-importer.js';
import {
  formChoices,
  formImportProblem,
  formImportQuery,
  type FormImportQuery,
  formImportResult,
} from './import.dto.js';
import type { FormChoice } from './match-forms.js';

/** A folder of a district: each person a form and, of the older kind, a picture. */
const MOST_FILES = 2_000;
const MOST_BYTES = 50 * 1024 * 1024;

const UPLOAD: NonNullable<Extract<Parameters<typeof ApiBody>[0], { schema: unknown }>['schema']> = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'array', items: { type: 'string', format: 'binary' } },
    choices: {
      type: 'string',
      description:
        'JSON：[{"file": 文件名, "cadre": 干部编号或 null（不导入）, "update": 以表更新名册的字段，或干部情况的部分（particulars、relatives、educations、assessments）}]',
    },
  },
};

@ApiTags('forms 任免审批表')
@Controller('api/v1/forms/imports')
export class FormImportsController {
  constructor(@Inject(FormImporter) private readonly importer: FormImporter) {}

  @Post()
  @HttpCode(200)
  @AcceptsUpload()
  @AuditedChange('personal-data-import')
  @UseInterceptors(
    RemoveUpload,
    FilesInterceptor('file', MOST_FILES, {
      limits: { fileSize: MOST_BYTES, fields: 2 },
      defParamCharset: 'utf8',
      // Of a folder the same name may stand in two of its folders.
      preservePath: true,
    }),
  )
  @Access({ roles: IMPORT_ROLES, scope: 'unit' })
  @ApiOperation({
    summary: '导入干部任免审批表（.lrmx、.lrm＋.pic，可多份、整个文件夹或放在 .zip 中）：全部正确才入库；dryRun 只检查',
    description: '按身份证号、再按姓名和出生年月对应干部；重名的须在 choices 中指定，不会自动认定。',
  })
  @ApiConsumes('multipart/form-data')
  @ApiQuery({ name: 'dryRun', required: false, enum: ['true', 'false'] })
  @ApiBody({ schema: UPLOAD })
  @ApiOkResponse({ standardSchema: formImportResult, description: '已入库；dryRun 时未入库' })
  @ApiUnprocessableEntityResponse({ standardSchema: formImportProblem, description: '有问题：全部列出，什么都不入库' })
  async import(
    @CurrentCaller() caller: WorkbookCaller & { userId: number },
    @Query({ schema: formImportQuery }) { dryRun }: FormImportQuery,
    @UploadedFiles() uploads: UploadedForm[] | undefined,
    @Body() fields: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<unknown> {
    if (uploads === undefined || uploads.length === 0) refuse('FORMS_MISSING');
    const choices = choicesOf(fields?.['choices']);
    if (dryRun) describeAct({ result: 'dry-run' });
    const who = { userId: caller.userId, scope: scopeOf(caller, IMPORT_ROLES) };
    const result = await this.importer.import(uploads, who, { dryRun, choices });
    if (result.problems.length === 0) return result;
    response.status(422).type('application/problem+json');
    return problemDocument(result, requestIdOf(request));
  }
}

/** @refuses CHOICES_INVALID */
function choicesOf(text: unknown): FormChoice[] {
  if (text === undefined || text === '') return [];
  try {
    const parsed = formChoices.safeParse(typeof text === 'string' ? JSON.parse(text) : null);
    return parsed.success ? parsed.data : refuse('CHOICES_INVALID');
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('CHOICES_INVALID');
    throw error;
  }
}

/** The result and a problem document in one: the faults are what the client asked for. */
function problemDocument(result: FormImportResult, requestId: string): object {
  const refusal = { code: 'FORMS_HAVE_PROBLEMS', params: { problems: result.problems.length } };
  const detail = sentenceOf(refusal);
  return { type: 'about:blank', title: refusal.code, status: 422, ...refusal, detail, requestId, ...result };
}
