import { Controller, Get, Header, Inject, Param, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { REVEALERS, type RevealingCaller } from '../../directory/index.js';
import { DOCX_TYPE, downloadOf, PdfOnRequest } from '../../documents/index.js';
import type { Caller } from '../../engine/index.js';
import { AuditedRead } from '../../platform/audit/index.js';
import { Access, ByDownloadGrant, CurrentCaller } from '../../platform/index.js';
import { type ApprovalFormQuery, approvalFormQuery } from './export.dto.js';
import { FormExporter } from './form-exporter.js';

const code = z.string().trim().min(1).max(100);

@ApiTags('forms 任免审批表')
@Controller('api/v1/cadres')
@Access({ roles: REVEALERS, scope: 'unit' })
export class ApprovalFormController {
  constructor(@Inject(FormExporter) private readonly exporter: FormExporter) {}

  @Get(':code/approval-form')
  @UseInterceptors(PdfOnRequest)
  @ByDownloadGrant({ needsPurpose: true })
  @AuditedRead('personal-data-export')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOperation({
    summary: '导出干部任免审批表：须说明用途，每次导出均记入审计',
    description:
      'lrmx 含完整身份证号和照片；docx 为两页的纸质表样，服务器有办公套件时也可为 pdf。没有导入过表的，以名册和干部情况生成；导入后名册或干部情况有更新的，以更新后的为准。',
  })
  @ApiProduces('application/octet-stream', DOCX_TYPE)
  async export(
    @Param('code', { schema: code }) cadre: string,
    @Query({ schema: approvalFormQuery }) query: ApprovalFormQuery,
    @CurrentCaller() caller: Caller & RevealingCaller,
  ): Promise<StreamableFile> {
    return downloadOf(await this.exporter.export(cadre, query, caller));
  }

  @Get(':code/photo')
  @ByDownloadGrant()
  @AuditedRead('personal-data-export')
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @ApiOperation({ summary: '干部照片（取自最近导入的任免审批表），凭一次下载凭证取得' })
  @ApiProduces('image/jpeg')
  async photo(
    @Param('code', { schema: code }) cadre: string,
    @CurrentCaller() caller: RevealingCaller,
  ): Promise<StreamableFile> {
    return downloadOf(await this.exporter.photo(cadre, caller));
  }
}
