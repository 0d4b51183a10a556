import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { code, DIRECTORY_READERS, EXPORT_ROLES, type WorkbookCaller } from '../../directory/index.js';
import { downloadOf } from '../../documents/index.js';
import { AuditedRead } from '../../platform/audit/index.js';
import { Access, ByDownloadGrant, CurrentCaller, type ScopeHolder } from '../../platform/index.js';
import { type LedgerSheetQuery, ledgerSheetQuery, type RosterSheetQuery, rosterSheetQuery } from './sheets.dto.js';
import { SheetsService } from './sheets.service.js';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('exports 台账与名册')
@Controller('api/v1')
export class SheetsController {
  constructor(@Inject(SheetsService) private readonly sheets: SheetsService) {}

  @Get('exports/ledger')
  @ByDownloadGrant({ needsPurpose: true })
  @AuditedRead('personal-data-export')
  @Access({ roles: DIRECTORY_READERS, scope: 'unit' })
  @ApiOperation({ summary: '《优秀年轻干部配备台账》（XLSX，A3 横向，可直接打印）' })
  @ApiProduces(XLSX_TYPE)
  async ledger(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: ledgerSheetQuery }) query: LedgerSheetQuery,
  ): Promise<StreamableFile> {
    return downloadOf(await this.sheets.ledger(caller, query));
  }

  @Get('units/:code/roster')
  @ByDownloadGrant({ needsPurpose: true })
  @AuditedRead('personal-data-export')
  @Access({ roles: EXPORT_ROLES, scope: 'unit' })
  @ApiOperation({ summary: '《干部名册》（XLSX，A3 横向）：须说明用途，每次导出均记入审计；不含身份证号' })
  @ApiProduces(XLSX_TYPE)
  async roster(
    @CurrentCaller() caller: WorkbookCaller & ScopeHolder,
    @Param('code', { schema: code }) unit: string,
    @Query({ schema: rosterSheetQuery }) query: RosterSheetQuery,
  ): Promise<StreamableFile> {
    return downloadOf(await this.sheets.roster(caller, unit, query));
  }
}
