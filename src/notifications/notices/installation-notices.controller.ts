import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../engine/index.js';
import { ADMINISTRATOR_ROLES } from '../../identity/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import {
  type NoticePage,
  noticePage,
  type NoticeQuery,
  noticeQuery,
  type ReadBody,
  readBody,
  type ReadResult,
  readResult,
} from './notice.dto.js';
import { NoticesService } from './notices.service.js';

/** What an administrator should have learnt of: about the installation alone, since no unit is within his reach. */
@ApiTags('operations 运行情况')
@Controller('api/v1/installation-notices')
@Access({ roles: ADMINISTRATOR_ROLES, scope: 'global' })
export class InstallationNoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @ApiOperation({ summary: '管理员本人的通知，从新到旧：如工作日历将用完' })
  @ApiOkResponse({ standardSchema: noticePage })
  page(@Query({ schema: noticeQuery }) query: NoticeQuery, @CurrentCaller() caller: Caller): Promise<NoticePage> {
    return this.notices.page(query, caller);
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({ summary: '标为已读：所列各条，或全部' })
  @ApiOkResponse({ standardSchema: readResult })
  read(@Body({ schema: readBody }) body: ReadBody, @CurrentCaller() caller: Caller): Promise<ReadResult> {
    return this.notices.read(body, caller);
  }
}
