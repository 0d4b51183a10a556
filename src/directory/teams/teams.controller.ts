import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentCaller, type ScopeHolder } from '../../platform/index.js';
import { code, type Page } from '../page.js';
import { PEOPLE_READERS, PLACE_READERS } from '../scope.js';
import {
  type AsOfQuery,
  asOfQuery,
  teamPage,
  type TeamRowView,
  type TeamsQuery,
  teamsQuery,
  type TeamView,
  teamView,
} from './team.dto.js';
import { TeamQueries } from './team.queries.js';

@ApiTags('directory 名册')
@Controller('api/v1/teams')
@Access({ roles: PLACE_READERS, scope: 'unit' })
export class TeamsController {
  constructor(@Inject(TeamQueries) private readonly teams: TeamQueries) {}

  @Get()
  @ApiOperation({ summary: '班子', description: 'Teams with approved and filled headcount as of a day.' })
  @ApiOkResponse({ standardSchema: teamPage })
  list(
    @CurrentCaller() caller: ScopeHolder,
    @Query({ schema: teamsQuery }) query: TeamsQuery,
  ): Promise<Page<TeamRowView>> {
    return this.teams.list(caller, query);
  }

  /** Members with their birth months and the young-cadre tasks are no business of whoever answers for headcount alone. */
  @Get(':code')
  @Access({ roles: PEOPLE_READERS, scope: 'unit' })
  @ApiOperation({
    summary: '班子详情',
    description: 'Who sat where on that day, headcount, vacancies, and how the team stands under each of its tasks.',
  })
  @ApiOkResponse({ standardSchema: teamView })
  get(
    @CurrentCaller() caller: ScopeHolder,
    @Param('code', { schema: code }) team: string,
    @Query({ schema: asOfQuery }) query: AsOfQuery,
  ): Promise<TeamView> {
    return this.teams.get(caller, team, query);
  }
}
