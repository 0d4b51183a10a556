import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller } from '../platform/index.js';
import type { Caller } from './caller.js';
import { GrantsService } from './grants.service.js';
import { SECURITY_DUTY, SYSTEM_DUTY } from './roles.js';
import {
  type GrantBody,
  type ResetPasswordBody,
  type UserBody,
  type UserList,
  type UserQuery,
  type UserView,
  grantBody,
  resetPasswordBody,
  rowId,
  userBody,
  userList,
  userQuery,
  userView,
} from './user.dto.js';
import { UserQueries } from './user.queries.js';
import { UsersService } from './users.service.js';

@ApiTags('users 用户')
@Controller('api/v1/users')
@Access({ roles: SYSTEM_DUTY, scope: 'global' })
export class UsersController {
  constructor(
    @Inject(UsersService) private readonly users: UsersService,
    @Inject(GrantsService) private readonly grants: GrantsService,
    @Inject(UserQueries) private readonly queries: UserQueries,
  ) {}

  @Get()
  @Access({ roles: [...SYSTEM_DUTY, ...SECURITY_DUTY], scope: 'global' })
  @ApiOperation({ summary: '用户列表' })
  @ApiOkResponse({ standardSchema: userList })
  list(@Query({ schema: userQuery }) query: UserQuery): Promise<UserList> {
    return this.queries.list(query);
  }

  @Post()
  @ApiOperation({
    summary: '新建用户',
    description: 'Without roles; its password must be changed at the first sign-in.',
  })
  @ApiCreatedResponse({ standardSchema: userView })
  async create(@CurrentCaller() admin: Caller, @Body({ schema: userBody }) body: UserBody): Promise<UserView> {
    return this.queries.get(await this.users.create(admin, body));
  }

  @Get(':id')
  @Access({ roles: [...SYSTEM_DUTY, ...SECURITY_DUTY], scope: 'global' })
  @ApiOperation({ summary: '用户详情' })
  @ApiOkResponse({ standardSchema: userView })
  get(@Param('id', { schema: rowId }) id: number): Promise<UserView> {
    return this.queries.get(id);
  }

  @Post(':id/grants')
  @Access({ roles: SECURITY_DUTY, scope: 'global' })
  @ApiOperation({ summary: '授权', description: 'Takes effect with the next request of that user.' })
  @ApiCreatedResponse({ standardSchema: userView })
  async grant(
    @CurrentCaller() admin: Caller,
    @Param('id', { schema: rowId }) id: number,
    @Body({ schema: grantBody }) body: GrantBody,
  ): Promise<UserView> {
    await this.grants.add(admin, id, body);
    return this.queries.get(id);
  }

  @Delete(':id/grants/:grantId')
  @Access({ roles: SECURITY_DUTY, scope: 'global' })
  @HttpCode(204)
  @ApiOperation({ summary: '撤销授权', description: 'Takes effect at once and ends every session of that user.' })
  @ApiNoContentResponse()
  revoke(
    @CurrentCaller() admin: Caller,
    @Param('id', { schema: rowId }) id: number,
    @Param('grantId', { schema: rowId }) grantId: number,
  ): Promise<void> {
    return this.grants.revoke(admin, id, grantId);
  }

  @Post(':id/disable')
  @HttpCode(204)
  @ApiOperation({ summary: '停用用户', description: 'Ends every session of that user.' })
  @ApiNoContentResponse()
  disable(@CurrentCaller() admin: Caller, @Param('id', { schema: rowId }) id: number): Promise<void> {
    return this.users.disable(admin, id);
  }

  @Post(':id/enable')
  @HttpCode(204)
  @ApiOperation({ summary: '启用用户' })
  @ApiNoContentResponse()
  enable(@CurrentCaller() admin: Caller, @Param('id', { schema: rowId }) id: number): Promise<void> {
    return this.users.enable(admin, id);
  }

  @Post(':id/password')
  @HttpCode(204)
  @ApiOperation({
    summary: '重置口令',
    description: 'Lifts a lock, ends every session, and must be changed at the next sign-in.',
  })
  @ApiNoContentResponse()
  resetPassword(
    @CurrentCaller() admin: Caller,
    @Param('id', { schema: rowId }) id: number,
    @Body({ schema: resetPasswordBody }) { password }: ResetPasswordBody,
  ): Promise<void> {
    return this.users.resetPassword(admin, id, password);
  }
}
