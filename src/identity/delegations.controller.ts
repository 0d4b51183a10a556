import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller } from '../platform/index.js';
import type { Caller } from './caller.js';
import {
  type DelegationBody,
  type DelegationList,
  type DelegationQuery,
  type DelegationView,
  delegationBody,
  delegationList,
  delegationQuery,
  delegationView,
} from './delegation.dto.js';
import { DelegationQueries } from './delegation.queries.js';
import { DelegationsService } from './delegations.service.js';
import { rowId } from './user.dto.js';

@ApiTags('delegations 代理')
@Controller('api/v1/delegations')
@Access({
  roles: 'signed-in',
  scope: 'none',
  why: 'everybody arranges their own absence; the service checks whose it is',
})
export class DelegationsController {
  constructor(
    @Inject(DelegationsService) private readonly delegations: DelegationsService,
    @Inject(DelegationQueries) private readonly queries: DelegationQueries,
  ) {}

  @Post()
  @ApiOperation({
    summary: '委托代理',
    description: 'From `startsOn` to `endsOn`, both included, `to` may act for the absent person.',
  })
  @ApiCreatedResponse({ standardSchema: delegationView })
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: delegationBody }) body: DelegationBody,
  ): Promise<DelegationView> {
    return this.queries.get(await this.delegations.create(caller, body));
  }

  @Get()
  @ApiOperation({ summary: '代理列表', description: 'Given and received; all of them for the security administrator.' })
  @ApiOkResponse({ standardSchema: delegationList })
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: delegationQuery }) query: DelegationQuery,
  ): Promise<DelegationList> {
    return this.queries.list(caller, query);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: '撤销代理' })
  @ApiNoContentResponse()
  revoke(@CurrentCaller() caller: Caller, @Param('id', { schema: rowId }) id: number): Promise<void> {
    return this.delegations.revoke(caller, id);
  }
}
