import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Inject, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, ByDownloadGrant } from '../../platform/index.js';
import { AuditedRead } from '../../platform/audit/index.js';
import { ChainCheck } from '../chain/chain-check.service.js';
import { faultSentence } from '../chain/fault-sentence.js';
import * as dto from './audit.dto.js';
import { AuditQueries } from './audit.queries.js';
import { exportLines } from './export-lines.js';

const MEDIA_TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;

/** The audit administrator's calls. Reading the audit is itself recorded. */
@ApiTags('audit 审计')
@Controller('api/v1/audit')
@Access({ roles: ['auditadmin'], scope: 'global' })
export class AuditController {
  constructor(
    @Inject(AuditQueries) private readonly queries: AuditQueries,
    @Inject(ChainCheck) private readonly chain: ChainCheck,
  ) {}

  @Get()
  @AuditedRead('audit-read')
  @ApiOperation({ summary: '查询审计记录，最近的在前' })
  @ApiOkResponse({ standardSchema: dto.auditList })
  list(@Query({ schema: dto.auditQuery }) query: dto.AuditQuery): Promise<dto.AuditList> {
    return this.queries.list(query);
  }

  @Post('verify')
  @HttpCode(200)
  @AuditedRead('audit-verify')
  @ApiOperation({ summary: '校验整条审计链与锚定文件，指出第一处不符' })
  @ApiOkResponse({ standardSchema: dto.chainReport })
  async verify(): Promise<dto.ChainReportView> {
    const report = await this.chain.verify();
    return { ...report, first: report.first.map((fault) => ({ ...fault, sentence: faultSentence(fault) })) };
  }

  @Get('export')
  @ByDownloadGrant({ needsPurpose: true })
  @AuditedRead('audit-export')
  @ApiOperation({ summary: '导出审计记录供检查，含封存值；须填写用途' })
  @ApiProduces(...Object.values(MEDIA_TYPES))
  export(@Query({ schema: dto.exportQuery }) { format, ...filter }: dto.ExportQuery): StreamableFile {
    const lines = Readable.from(exportLines(this.queries, filter, format));
    return new StreamableFile(lines, {
      type: MEDIA_TYPES[format],
      disposition: `attachment; filename="audit.${format}"`,
    });
  }
}
