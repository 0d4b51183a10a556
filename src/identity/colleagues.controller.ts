import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller } from '../platform/index.js';
import type { Caller } from './caller.js';
import {
  type ColleagueList,
  ColleagueQueries,
  type ColleagueQuery,
  colleagueList,
  colleagueQuery,
} from './colleagues.query.js';
import { BUSINESS_ROLES } from './roles.js';

@ApiTags('users 用户')
@Controller('api/v1/colleagues')
@Access({ roles: BUSINESS_ROLES, scope: 'unit' })
export class ColleaguesController {
  constructor(@Inject(ColleagueQueries) private readonly colleagues: ColleagueQueries) {}

  @Get()
  @ApiOperation({
    summary: '同事查询',
    description: 'People to add as signers or to stand in, within reach of the caller.',
  })
  @ApiOkResponse({ standardSchema: colleagueList })
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: colleagueQuery }) query: ColleagueQuery,
  ): Promise<ColleagueList> {
    return this.colleagues.list(caller, query);
  }
}
