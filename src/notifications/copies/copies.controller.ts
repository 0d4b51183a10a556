import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UNIT_AND_DEPARTMENT } from '../../../machines/kernel/index.js';
import type { Caller } from '../../engine/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import { CopiesService } from './copies.service.js';
import { caseId, casePlural, type CopyBody, copyBody, type CopyList, copyList } from './copy.dto.js';

/** 抄送 of cases of any workflow. */
@ApiTags('inbox 待办')
@Controller('api/v1/:plural/:id/copies')
@Access({ roles: UNIT_AND_DEPARTMENT, scope: 'case' })
export class CopiesController {
  constructor(private readonly copies: CopiesService) {}

  @Get()
  @ApiOperation({ summary: '此事项抄送过的人' })
  @ApiOkResponse({ standardSchema: copyList })
  list(
    @Param('plural', { schema: casePlural }) plural: string,
    @Param('id', { schema: caseId }) id: number,
    @CurrentCaller() caller: Caller,
  ): Promise<CopyList> {
    return this.copies.list(plural, id, caller);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: '抄送：只能抄送给本来就能看到此事项的人；重复抄送不再通知' })
  @ApiOkResponse({ standardSchema: copyList })
  send(
    @Param('plural', { schema: casePlural }) plural: string,
    @Param('id', { schema: caseId }) id: number,
    @Body({ schema: copyBody }) body: CopyBody,
    @CurrentCaller() caller: Caller,
  ): Promise<CopyList> {
    return this.copies.send(plural, id, body, caller);
  }
}
