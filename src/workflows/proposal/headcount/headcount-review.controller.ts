import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { narrowReadersOf } from '../../../../machines/kernel/index.js';
import { definition } from '../../../../machines/proposal/index.js';
import { DOCX_TYPE, downloadOf, Printable } from '../../../documents/index.js';
import { type Caller, caseShapes as shapes, type LabelledResult } from '../../../engine/index.js';
import { formName, type FormOffer, formOffer } from '../../../forms/index.js';
import { Access, ByDownloadGrant, CurrentCaller } from '../../../platform/index.js';
import { HeadcountReviewService } from './headcount-review.service.js';

const id = shapes.caseId.meta({ description: '动议编号' });

/**
 * Headcount pre-reviews 职数预审 put to the establishment office 编办: a narrow face of proposals. It tells the numbers per
 * team and tier and the posts to be filled, and nobody's name.
 */
@ApiTags('headcount_reviews 职数预审')
@Controller('api/v1/headcount_reviews')
@Access({ roles: narrowReadersOf(definition), scope: 'case' })
export class HeadcountReviewController {
  constructor(@Inject(HeadcountReviewService) private readonly reviews: HeadcountReviewService) {}

  @Get()
  @ApiOperation({ summary: '送本单位预审的职数，及本单位签署过的' })
  @ApiOkResponse({ standardSchema: shapes.caseList })
  list(
    @Query({ schema: shapes.listQuery }) query: shapes.ListQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<shapes.CaseList> {
    return this.reviews.list(query, caller);
  }

  @Get(':id')
  @ApiOperation({ summary: '职数配备预审单：各班子核定、现配、拟免、拟配、拟后，及拟配职务名称' })
  @ApiOkResponse({ standardSchema: shapes.caseView })
  get(@Param('id', { schema: id }) review: number, @CurrentCaller() caller: Caller): Promise<shapes.CaseView> {
    return this.reviews.get(review, caller);
  }

  @Get(':id/actions')
  @ApiOperation({ summary: '当前可办操作及其所需内容' })
  @ApiOkResponse({ standardSchema: z.array(shapes.actionWithSchema) })
  actions(
    @Param('id', { schema: id }) review: number,
    @CurrentCaller() caller: Caller,
  ): Promise<shapes.ActionWithSchema[]> {
    return this.reviews.actions(review, caller);
  }

  @Get(':id/history')
  @ApiOperation({ summary: '签署经过' })
  @ApiOkResponse({ standardSchema: z.array(shapes.historyEntry) })
  history(
    @Param('id', { schema: id }) review: number,
    @CurrentCaller() caller: Caller,
  ): Promise<shapes.HistoryEntry[]> {
    return this.reviews.history(review, caller);
  }

  @Post(':id/events')
  @HttpCode(200)
  @ApiOperation({ summary: '签署职数预审（HEADCOUNT_REVIEW）：同意，或写明理由不同意' })
  @ApiOkResponse({ standardSchema: shapes.commandResult })
  send(
    @Param('id', { schema: id }) review: number,
    @Body({ schema: shapes.eventBody }) body: shapes.EventBody,
    @CurrentCaller() caller: Caller,
  ): Promise<LabelledResult> {
    return this.reviews.send(review, body, caller);
  }

  @Get(':id/forms')
  @ApiOperation({ summary: '可打印的表单' })
  @ApiOkResponse({ standardSchema: z.array(formOffer) })
  forms(@Param('id', { schema: id }) review: number, @CurrentCaller() caller: Caller): Promise<FormOffer[]> {
    return this.reviews.forms(review, caller);
  }

  @Get(':id/forms/:name')
  @Printable()
  @ByDownloadGrant()
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOperation({ summary: '下载干部职数配备预审单（DOCX 或 PDF）' })
  @ApiProduces(DOCX_TYPE)
  async print(
    @Param('id', { schema: id }) review: number,
    @Param('name', { schema: formName }) name: string,
    @CurrentCaller() caller: Caller,
  ): Promise<StreamableFile> {
    return downloadOf(await this.reviews.print(review, name, caller));
  }
}
