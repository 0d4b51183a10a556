import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller, type ScopeHolder } from '../../platform/index.js';
import { DIRECTORY_READERS } from '../scope.js';
import {
  type HeadlineQuery,
  headlineQuery,
  type HeadlineView,
  headlineView,
  type LedgerQuery,
  ledgerQuery,
  type LedgerView,
  ledgerView,
} from './staffing.dto.js';
import { StaffingService } from './staffing.service.js';

@ApiTags('staffing 配备台账')
@Controller('api/v1/staffing')
@Access({ roles: DIRECTORY_READERS, scope: 'unit' })
export class StaffingController {
  constructor(@Inject(StaffingService) private readonly staffing: StaffingService) {}

  @Get()
  @ApiOperation({
    summary: '配备台账',
    description: 'Every team under every task as of a day. 用好各年龄段干部：台账反映班子结构，不对干部按年龄排序。',
  })
  @ApiOkResponse({ standardSchema: ledgerView })
  ledger(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: ledgerQuery }) query: LedgerQuery,
  ): Promise<LedgerView> {
    return this.staffing.ledger(caller, query);
  }

  @Get('headline')
  @ApiOperation({
    summary: '旗县区达标情况',
    description: 'Per 旗县区: how many teams of its departments meet their task.',
  })
  @ApiOkResponse({ standardSchema: headlineView })
  headline(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: headlineQuery }) query: HeadlineQuery,
  ): Promise<HeadlineView> {
    return this.staffing.headline(caller, query);
  }
}
