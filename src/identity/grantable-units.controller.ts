import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnauditedRead } from '../platform/audit/index.js';
import { Access } from '../platform/index.js';
import { SECURITY_DUTY } from './roles.js';
import { type GrantableUnitList, type GrantableUnitQuery, grantableUnitList, grantableUnitQuery } from './user.dto.js';
import { UserQueries } from './user.queries.js';

@ApiTags('users 用户')
@Controller('api/v1/grantable-units')
@Access({ roles: SECURITY_DUTY, scope: 'global' })
export class GrantableUnitsController {
  constructor(@Inject(UserQueries) private readonly queries: UserQueries) {}

  @Get()
  @UnauditedRead('codes and names of units, no person')
  @ApiOperation({ summary: '可授权的单位（只含编码和名称）' })
  @ApiOkResponse({ standardSchema: grantableUnitList })
  list(@Query({ schema: grantableUnitQuery }) query: GrantableUnitQuery): Promise<GrantableUnitList> {
    return this.queries.units(query);
  }
}
