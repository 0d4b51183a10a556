import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller, type ScopeHolder } from '../../platform/index.js';
import { code, type Page } from '../page.js';
import { PEOPLE_READERS } from '../scope.js';
import { cadrePage, type CadreRowView, type CadresQuery, cadresQuery, type CadreView, cadreView } from './cadre.dto.js';
import { CadreQueries } from './cadre.queries.js';

@ApiTags('directory 名册')
@Controller('api/v1/cadres')
@Access({ roles: PEOPLE_READERS, scope: 'unit' })
export class CadresController {
  constructor(@Inject(CadreQueries) private readonly cadres: CadreQueries) {}

  @Get()
  @ApiOperation({ summary: '干部', description: 'By part of a name or by code, within the caller’s units.' })
  @ApiOkResponse({ standardSchema: cadrePage })
  list(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: cadresQuery }) query: CadresQuery,
  ): Promise<Page<CadreRowView>> {
    return this.cadres.list(caller, query);
  }

  @Get(':code')
  @ApiOperation({ summary: '干部详情', description: 'All leading posts with dates; the ID number is masked.' })
  @ApiOkResponse({ standardSchema: cadreView })
  get(@CurrentCaller() caller: ScopeHolder, @Param('code', { schema: code }) cadre: string): Promise<CadreView> {
    return this.cadres.get(caller, cadre);
  }
}
