import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Caller } from '../../engine/index.js';
import { BUSINESS_ROLES } from '../../identity/index.js';
import { UnauditedRead } from '../../platform/audit/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import { LiveHub } from './live-hub.js';

/** Changes as they happen. */
@ApiTags('inbox 待办')
@Controller('api/v1/live')
@Access({ roles: BUSINESS_ROLES, scope: 'unit' })
export class LiveController {
  constructor(private readonly hub: LiveHub) {}

  @Get()
  @UnauditedRead('numbers alone; what they lead to is read by other calls')
  @ApiOperation({
    summary: '实时更新（server-sent events）：inbox 各栏条数，case 有变动的事项；每25秒一次心跳，会话结束即断开',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  live(@CurrentCaller() caller: Caller, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.hub.open(caller, request, response);
  }
}
