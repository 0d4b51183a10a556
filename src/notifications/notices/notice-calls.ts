import { Body, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '../../engine/index.js';
import { CurrentCaller } from '../../platform/index.js';
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

/** The calls about one's own notices; who may make them, each controller says. */
export abstract class NoticeCalls {
  @Inject(NoticesService) private readonly notices: NoticesService;

  @Get()
  @ApiOperation({ summary: '本人的通知，从新到旧；同类的汇总为一条' })
  @ApiOkResponse({ standardSchema: noticePage })
  page(@Query({ schema: noticeQuery }) query: NoticeQuery, @CurrentCaller() caller: Caller): Promise<NoticePage> {
    return this.notices.page(query, caller);
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({ summary: '标为已读：所列各条（汇总的连同其中各条），或全部' })
  @ApiOkResponse({ standardSchema: readResult })
  read(@Body({ schema: readBody }) body: ReadBody, @CurrentCaller() caller: Caller): Promise<ReadResult> {
    return this.notices.read(body, caller);
  }
}
