import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AuditedChange, declaredPurpose, describeAct } from '../../platform/audit/index.js';
import { Access } from '../../platform/index.js';
import type { Visit } from '../caller.query.js';
import { plainText } from '../plain-text.js';
import { CurrentVisit } from '../visit.js';
import { DownloadGrants, type IssuedGrant } from './download-grants.js';

const grantBody = z
  .strictObject({
    path: plainText(1, 2_000).meta({ description: '要下载的地址，含查询参数', example: '/api/v1/exports/workbook' }),
    purpose: declaredPurpose
      .optional()
      .meta({ description: '用途：导出人员信息或审计记录时必填，记入审计', example: '季度摸底调度，核对班子台账' }),
  })
  .meta({ id: 'DownloadGrantRequest' });
type GrantBody = z.infer<typeof grantBody>;

const grantView = z.object({ url: z.string(), endsAt: z.iso.datetime() }).meta({ id: 'DownloadGrant' });

@ApiTags('downloads 下载')
@Controller('api/v1/download-grants')
export class DownloadsController {
  constructor(@Inject(DownloadGrants) private readonly grants: DownloadGrants) {}

  @Post()
  @AuditedChange('download-grant')
  @Access({ roles: 'signed-in', scope: 'none' })
  @ApiOperation({
    summary: '取得一次下载凭证',
    description:
      'Leave for this session to fetch one file, once, within a minute. Opens nothing the caller may not read.',
  })
  @ApiCreatedResponse({ standardSchema: grantView })
  issue(
    @CurrentVisit() { sessionId }: Visit,
    @Body({ schema: grantBody }) { path, purpose }: GrantBody,
  ): Promise<IssuedGrant> {
    describeAct({ purpose: purpose ?? null });
    return this.grants.issue(sessionId, path, purpose ?? null);
  }
}
