import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../engine/index.js';
import { BUSINESS_ROLES } from '../../identity/index.js';
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

/** What whoever asks should have learnt of. */
@ApiTags('inbox 待办')
@Controller('api/v1/notices')
@Access({ roles: BUSINESS_ROLES, scope: 'unit' })
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @ApiOperation({ summary: '本人的通知，从新到旧' })
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
