import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AuditedRead, recordAhead } from '../../platform/audit/index.js';
import { Access, ByDownloadGrant, Clock, CurrentCaller, Db } from '../../platform/index.js';
import { EXPORT_ROLES, scopeOf, type WorkbookCaller } from './caller-scope.js';
import { type ExportQuery, exportQuerySchema } from './import-schema.js';
import { sendWorkbook } from './send-workbook.js';
import { TemporaryFiles } from './temporary-files.js';
import { WorkbookExporter } from './workbook-exporter.js';

@ApiTags('工作簿')
@Controller('api/v1/exports')
export class ExportsController {
  constructor(
    private readonly exporter: WorkbookExporter,
    private readonly files: TemporaryFiles,
    private readonly clock: Clock,
    private readonly db: Db,
  ) {}

  @Get('workbook')
  @ByDownloadGrant({ needsPurpose: true })
  @AuditedRead('export')
  @Access({ roles: EXPORT_ROLES, scope: 'unit' })
  @ApiOperation({ summary: '导出市工作簿（本人单位范围内，身份证号以掩码显示），可原样导回；须填写用途' })
  @ApiQuery({ name: 'asOf', required: false, description: '只含当日在任的任职，格式 YYYY-MM-DD；不填为全部' })
  @ApiQuery({
    name: 'dossiers',
    required: false,
    enum: ['true', 'false'],
    description: '是否含干部情况各表（家庭成员、处分处理、年度考核等）',
  })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async workbook(
    @CurrentCaller() caller: WorkbookCaller,
    @Query({ schema: exportQuerySchema }) query: ExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const scope = scopeOf(caller, EXPORT_ROLES);
    const day = query.asOf ?? this.clock.today();
    await this.files.during(async (path) => {
      await this.exporter.exportTo(path, scope, query.asOf ?? null, query.dossiers === 'true');
      await recordAhead(this.db);
      await sendWorkbook(response, path, `青配工作簿-${day.replaceAll('-', '')}.xlsx`);
    });
  }
}
