import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller, type ScopeHolder } from '../../platform/index.js';
import { code, type Page } from '../page.js';
import { PLACE_READERS } from '../scope.js';
import { unitPage, type UnitRowView, type UnitsQuery, unitsQuery, type UnitView, unitView } from './unit.dto.js';
import { UnitQueries } from './unit.queries.js';

@ApiTags('directory 名册')
@Controller('api/v1/units')
@Access({ roles: PLACE_READERS, scope: 'unit' })
export class UnitsController {
  constructor(@Inject(UnitQueries) private readonly units: UnitQueries) {}

  @Get()
  @ApiOperation({ summary: '单位', description: 'The tree of units, flattened: a unit comes before what is below it.' })
  @ApiOkResponse({ standardSchema: unitPage })
  list(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: unitsQuery }) query: UnitsQuery,
  ): Promise<Page<UnitRowView>> {
    return this.units.list(caller, query);
  }

  @Get(':code')
  @ApiOperation({ summary: '单位详情' })
  @ApiOkResponse({ standardSchema: unitView })
  get(@CurrentCaller() caller: ScopeHolder, @Param('code', { schema: code }) unit: string): Promise<UnitView> {
    return this.units.get(caller, unit);
  }
}
