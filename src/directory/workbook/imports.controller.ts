import { Controller, Get, HttpCode, Post, Query, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { Access, AcceptsUpload, CurrentCaller, refuse, requestIdOf, sentenceOf } from '../../platform/index.js';
import { describeAct } from '../../platform/audit/index.js';
import { annotateWorkbook } from './annotate-workbook.js';
import { IMPORT_ROLES, scopeOf, type WorkbookCaller } from './caller-scope.js';
import { importProblemSchema, type ImportQuery, importQuerySchema, importResultSchema } from './import-schema.js';
import { RemoveUpload, type UploadedWorkbook } from './remove-upload.interceptor.js';
import { sendWorkbook } from './send-workbook.js';
import { TemporaryFiles } from './temporary-files.js';
import { WorkbookExporter } from './workbook-exporter.js';
import { type ImportResult, WorkbookImporter } from './workbook-importer.js';

@ApiTags('工作簿')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly importer: WorkbookImporter,
    private readonly exporter: WorkbookExporter,
    private readonly files: TemporaryFiles,
  ) {}

  @Get('template')
  @Access({ roles: IMPORT_ROLES, scope: 'none' })
  @ApiOperation({ summary: '空白的市工作簿，带下拉列表和批注' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async template(@Res() response: Response): Promise<void> {
    await this.files.during(async (path) => {
      await this.exporter.templateTo(path);
      await sendWorkbook(response, path, '青配导入模板.xlsx');
    });
  }

  @Post()
  @HttpCode(200)
  @AcceptsUpload()
  @UseInterceptors(RemoveUpload, FileInterceptor('file'))
  @Access({ roles: IMPORT_ROLES, scope: 'unit' })
  @ApiOperation({ summary: '导入市工作簿：全部正确才入库；dryRun 只检查' })
  @ApiConsumes('multipart/form-data')
  @ApiQuery({ name: 'dryRun', required: false, enum: ['true', 'false'] })
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOkResponse({ standardSchema: importResultSchema, description: '已入库；dryRun 时未入库' })
  @ApiUnprocessableEntityResponse({
    standardSchema: importProblemSchema,
    description: '有错误：全部列出，什么都不入库',
  })
  async import(
    @CurrentCaller() caller: WorkbookCaller,
    @Query({ schema: importQuerySchema }) query: ImportQuery,
    @UploadedFile() file: UploadedWorkbook | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<unknown> {
    if (file === undefined) refuse('FILE_MISSING');
    if (query.dryRun) describeAct({ result: 'dry-run' });
    const scope = scopeOf(caller, IMPORT_ROLES);
    const result = await this.importer.importFile(file.path, { dryRun: query.dryRun, scope });
    if (result.problemsTotal === 0) return result;
    response.status(422).type('application/problem+json');
    return problemDocument(result, requestIdOf(request));
  }

  @Post('annotated')
  @HttpCode(200)
  @AcceptsUpload()
  @UseInterceptors(RemoveUpload, FileInterceptor('file'))
  @Access({ roles: IMPORT_ROLES, scope: 'unit' })
  @ApiOperation({ summary: '检查工作簿并交还同一工作簿：错误单元格填色并加批注，首页列出全部错误；不入库' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async annotate(
    @CurrentCaller() caller: WorkbookCaller,
    @UploadedFile() file: UploadedWorkbook | undefined,
    @Res() response: Response,
  ): Promise<void> {
    if (file === undefined) return refuse('FILE_MISSING');
    describeAct({ result: 'dry-run' });
    const scope = scopeOf(caller, IMPORT_ROLES);
    const result = await this.importer.importFile(file.path, { dryRun: true, scope });
    if (result.problemsTotal === 0) return refuse('IMPORT_HAS_NO_PROBLEMS');
    await this.files.during(async (path) => {
      await annotateWorkbook(file.path, path, result);
      await sendWorkbook(response, path, '工作簿（已标出错误）.xlsx');
    });
  }
}

/** The result and a problem document in one: the faults are what the client asked for. */
function problemDocument(result: ImportResult, requestId: string): object {
  const refusal = { code: 'IMPORT_HAS_PROBLEMS', params: { problemsTotal: result.problemsTotal } };
  return {
    type: 'about:blank',
    title: refusal.code,
    status: 422,
    ...refusal,
    detail: sentenceOf(refusal),
    requestId,
    ...result,
  };
}
