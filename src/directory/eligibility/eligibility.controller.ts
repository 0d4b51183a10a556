import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller, type ScopeHolder } from '../../platform/index.js';
import { code } from '../page.js';
import { DIRECTORY_READERS } from '../scope.js';
import { type EligibilityQuery, eligibilityQuery, eligibilityView, type EligibilityView } from './eligibility.dto.js';
import { EligibilityService } from './eligibility.service.js';

@ApiTags('directory 名册')
@Controller('api/v1/cadres')
@Access({ roles: DIRECTORY_READERS, scope: 'unit' })
export class EligibilityController {
  constructor(@Inject(EligibilityService) private readonly eligibility: EligibilityService) {}

  @Get(':code/eligibility')
  @ApiOperation({
    summary: '任职资格',
    description: 'E01–E16 for one post on one day, with the arithmetic, and from when it would be fulfilled.',
  })
  @ApiOkResponse({ standardSchema: eligibilityView })
  judge(
    @CurrentCaller() caller: ScopeHolder,
    @Param('code', { schema: code }) cadre: string,
    @Query({ schema: eligibilityQuery }) query: EligibilityQuery,
  ): Promise<EligibilityView> {
    return this.eligibility.judge(caller, cadre, query);
  }
}
