import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../engine/index.js';
import { BUSINESS_ROLES } from '../../identity/index.js';
import { UnauditedRead } from '../../platform/audit/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import { type InboxCounts, inboxCounts, type InboxPage, inboxPage, type InboxQuery, inboxQuery } from './inbox.dto.js';
import { InboxService } from './inbox.service.js';

/** What waits for whoever asks, across all workflows. */
@ApiTags('inbox 待办')
@Controller('api/v1/inbox')
@Access({ roles: BUSINESS_ROLES, scope: 'unit' })
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @ApiOperation({ summary: '待办、已办、我发起、抄送：待办按等待时间从长到短，其余从新到旧' })
  @ApiOkResponse({ standardSchema: inboxPage })
  page(@Query({ schema: inboxQuery }) query: InboxQuery, @CurrentCaller() caller: Caller): Promise<InboxPage> {
    return this.inbox.page(query, caller);
  }

  @Get('counts')
  @UnauditedRead('numbers alone, asked every few minutes')
  @ApiOperation({ summary: '各栏条数与未读通知数' })
  @ApiOkResponse({ standardSchema: inboxCounts })
  counts(@CurrentCaller() caller: Caller): Promise<InboxCounts> {
    return this.inbox.counts(caller);
  }
}
