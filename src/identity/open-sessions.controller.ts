import { Controller, Delete, Get, HttpCode, Inject, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/index.js';
import type { Visit } from './caller.query.js';
import { OpenSessions } from './open-sessions.js';
import { SYSTEM_DUTY } from './roles.js';
import { type OpenSessionList, openSessionList } from './session.dto.js';
import { rowId } from './user.dto.js';
import { CurrentVisit } from './visit.js';

@ApiTags('session 登录')
@Controller('api/v1')
export class OpenSessionsController {
  constructor(@Inject(OpenSessions) private readonly sessions: OpenSessions) {}

  @Get('sessions')
  @Access({ roles: 'signed-in', scope: 'none' })
  @ApiOperation({ summary: '本人的会话' })
  @ApiOkResponse({ standardSchema: openSessionList })
  listOwn(@CurrentVisit() visit: Visit): Promise<OpenSessionList> {
    return this.sessions.list(visit.caller.userId, visit.sessionId);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Access({ roles: 'signed-in', scope: 'none' })
  @ApiOperation({ summary: '结束本人的一个会话' })
  @ApiNoContentResponse()
  endOwn(@CurrentVisit() { caller }: Visit, @Param('id', { schema: rowId }) id: number): Promise<void> {
    return this.sessions.end(caller.userId, id, caller.userId);
  }

  @Get('users/:userId/sessions')
  @Access({ roles: SYSTEM_DUTY, scope: 'global' })
  @ApiOperation({ summary: '某用户的会话' })
  @ApiOkResponse({ standardSchema: openSessionList })
  list(@CurrentVisit() visit: Visit, @Param('userId', { schema: rowId }) userId: number): Promise<OpenSessionList> {
    return this.sessions.list(userId, visit.sessionId);
  }

  @Delete('users/:userId/sessions/:id')
  @HttpCode(204)
  @Access({ roles: SYSTEM_DUTY, scope: 'global' })
  @ApiOperation({ summary: '结束某用户的一个会话' })
  @ApiNoContentResponse()
  end(
    @CurrentVisit() { caller }: Visit,
    @Param('userId', { schema: rowId }) userId: number,
    @Param('id', { schema: rowId }) id: number,
  ): Promise<void> {
    return this.sessions.end(userId, id, caller.userId);
  }
}
