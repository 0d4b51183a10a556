import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { sendWorkbook, TemporaryFiles } from '../../directory/index.js';
import { DOCX_TYPE, downloadOf, Printable, renderLetter } from '../../documents/index.js';
import type { Caller } from '../../engine/index.js';
import { Access, ByDownloadGrant, Clock, CurrentCaller, type ScopeHolder } from '../../platform/index.js';
import { writeXlsx } from '../../platform/xlsx/index.js';
import { composeHalfYear, halfYearSheets } from './compose-half-year.js';
import {
  type HalfYearQuery,
  halfYearQuery,
  type HalfYearView,
  halfYearView,
  type ReportDueView,
  reportDueView,
  type ReportedBody,
  reportedBody,
} from './half-year.dto.js';
import { HalfYearService } from './half-year.service.js';

/** The department alone reports to the standing committee. */
const DEPARTMENT = ['reviewer', 'chief', 'deputy', 'head'] as const;

@ApiTags('reports 半年专题汇报')
@Controller('api/v1/reports')
@Access({ roles: DEPARTMENT, scope: 'unit' })
export class HalfYearController {
  constructor(
    @Inject(HalfYearService) private readonly reports: HalfYearService,
    @Inject(TemporaryFiles) private readonly files: TemporaryFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('half-year')
  @ApiOperation({
    summary: '半年情况：各单位配备、预警、提醒、通报、任命和备案，数字取自固化台账和办理记录',
    description: 'Always within the caller’s units. Blocks that both heads have lifted are listed.',
  })
  @ApiOkResponse({ standardSchema: halfYearView })
  report(
    @Query({ schema: halfYearQuery }) query: HalfYearQuery,
    @CurrentCaller() caller: ScopeHolder,
  ): Promise<HalfYearView> {
    return this.reports.report(query, caller);
  }

  @Get('half-year.docx')
  @Printable()
  @ByDownloadGrant()
  @ApiOperation({ summary: '半年专题汇报（公文格式）' })
  @ApiProduces(DOCX_TYPE)
  async onPaper(
    @Query({ schema: halfYearQuery }) query: HalfYearQuery,
    @CurrentCaller() caller: ScopeHolder,
  ): Promise<StreamableFile> {
    const report = await this.reports.report(query, caller);
    const content = await renderLetter(composeHalfYear(report, this.clock.today()));
    return downloadOf({ name: `半年专题汇报-${report.half}.docx`, mediaType: DOCX_TYPE, content });
  }

  @Get('half-year.xlsx')
  @ByDownloadGrant()
  @ApiOperation({ summary: '半年情况的数据表；只有合计数，不含姓名' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async workbook(
    @Query({ schema: halfYearQuery }) query: HalfYearQuery,
    @CurrentCaller() caller: ScopeHolder,
    @Res() response: Response,
  ): Promise<void> {
    const report = await this.reports.report(query, caller);
    await this.files.during(async (path) => {
      await writeXlsx(path, halfYearSheets(report));
      await sendWorkbook(response, path, `半年情况-${report.half}.xlsx`);
    });
  }

  @Get('half-year/due')
  @ApiOperation({ summary: '半年专题汇报：上次汇报的日期，下次应在哪天之前，是否逾期' })
  @ApiOkResponse({ standardSchema: reportDueView })
  due(): Promise<ReportDueView> {
    return this.reports.due();
  }

  @Post('half-year/reported')
  @HttpCode(200)
  @Access({ roles: ['chief', 'deputy', 'head'], scope: 'global' })
  @ApiOperation({ summary: '登记已向市委常委会专题汇报' })
  @ApiOkResponse({ standardSchema: reportDueView })
  record(@Body({ schema: reportedBody }) body: ReportedBody, @CurrentCaller() caller: Caller): Promise<ReportDueView> {
    return this.reports.record(body, caller.userId);
  }
}
