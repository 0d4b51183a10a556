import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DIRECTORY_READERS, sendWorkbook, TemporaryFiles } from '../../directory/index.js';
import { Access, CurrentCaller, type ScopeHolder } from '../../platform/index.js';
import { writeXlsx } from '../../platform/xlsx/index.js';
import { situationSheets } from './situation-sheets.js';
import {
  type LeaversQuery,
  leaversQuery,
  type LeaversView,
  leaversView,
  type SituationQuery,
  situationQuery,
  type SituationView,
  situationView,
  type TrendView,
  trendView,
} from './situation.dto.js';
import { SituationService } from './situation.service.js';
import { TrendService } from './trend.service.js';

@ApiTags('reports 态势')
@Controller('api/v1/reports')
@Access({ roles: DIRECTORY_READERS, scope: 'unit' })
export class SituationController {
  constructor(
    @Inject(SituationService) private readonly situations: SituationService,
    @Inject(TrendService) private readonly trends: TrendService,
    @Inject(TemporaryFiles) private readonly files: TemporaryFiles,
  ) {}

  @Get('situation')
  @ApiOperation({
    summary: '态势：各旗县区、部门的预警等级、任务、差额、空缺，及未来各月的到龄情况',
    description:
      'One pass over the ledger of the caller’s units. 用好各年龄段干部：只反映班子结构，不对干部按年龄排序。',
  })
  @ApiOkResponse({ standardSchema: situationView })
  situation(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: situationQuery }) query: SituationQuery,
  ): Promise<SituationView> {
    return this.situations.situation(caller, query);
  }

  @Get('situation/trend')
  @ApiOperation({
    summary: '近八个季度的走势：有摸底固化的取固化数，没有的按现行口径重算',
    description: 'Recomputed quarters use the headcount and the tasks of today with the appointments of that day.',
  })
  @ApiOkResponse({ standardSchema: trendView })
  trend(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: situationQuery }) query: SituationQuery,
  ): Promise<TrendView> {
    return this.trends.trend(caller, query);
  }

  @Get('situation/leavers')
  @ApiOperation({ summary: '未来各月不再计入的人员，按月份和班子列出' })
  @ApiOkResponse({ standardSchema: leaversView })
  leavers(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: leaversQuery }) query: LeaversQuery,
  ): Promise<LeaversView> {
    return this.situations.leavers(caller, query);
  }

  @Get('situation.xlsx')
  @ApiOperation({ summary: '各图表的数据表，一个工作簿；只有合计数，不含姓名' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async workbook(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: situationQuery }) query: SituationQuery,
    @Res() response: Response,
  ): Promise<void> {
    const situation = await this.situations.situation(caller, query);
    const sheets = situationSheets(situation, await this.trends.trend(caller, query));
    await this.files.during(async (path) => {
      await writeXlsx(path, sheets);
      await sendWorkbook(response, path, `态势-${situation.asOf.replaceAll('-', '')}.xlsx`);
    });
  }
}
