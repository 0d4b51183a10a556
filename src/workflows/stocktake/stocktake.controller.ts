import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, createCaseController, rehearsalQuery, type RehearsalQuery } from '../../engine/index.js';
import { Access, CurrentCaller } from '../../platform/index.js';
import {
  comparisonView,
  roundId,
  sidesView,
  type SidesView,
  snapshotQuery,
  type SnapshotQuery,
  snapshotView,
} from './stocktake.dto.js';
import { roundRehearsalView, type RoundRehearsalView } from './rehearsal.dto.js';
import { RehearseRound } from './rehearse-round.js';
import { ROUND_PAYLOADS } from './stocktake.payloads.js';
import { type SnapshotView, StocktakeReads } from './stocktake.reads.js';

const CaseCalls = createCaseController({ workflow: 'stocktake', noun: '季度摸底调度', payloads: ROUND_PAYLOADS });

/** Units see no round, but what it froze of them. */
const WITHIN_UNITS = { roles: ['clerk', 'leader', 'reviewer', 'chief', 'deputy', 'head'], scope: 'unit' } as const;

/** Rounds 季度摸底调度: the calls of every workflow, the frozen ledger, and the comparison with the quarter before. */
@ApiTags('stocktakes 季度摸底调度')
@Controller('api/v1/stocktakes')
export class StocktakeController extends CaseCalls {
  @Inject(StocktakeReads) private readonly reads: StocktakeReads;
  @Inject(RehearseRound) private readonly rehearsals: RehearseRound;

  @Get(':id/snapshot')
  @Access(WITHIN_UNITS)
  @ApiOperation({ summary: '固化的台账：本人范围内的各行，及其哈希' })
  @ApiOkResponse({ standardSchema: snapshotView })
  snapshot(
    @Param('id', { schema: roundId }) id: number,
    @Query({ schema: snapshotQuery }) query: SnapshotQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<SnapshotView> {
    return this.reads.snapshot(id, query, caller);
  }

  @Get(':id/comparison')
  @Access(WITHIN_UNITS)
  @ApiOperation({ summary: '与上季度比较：撤并单位的历史随其承接单位' })
  @ApiOkResponse({ standardSchema: comparisonView })
  comparison(
    @Param('id', { schema: roundId }) id: number,
    @CurrentCaller() caller: Caller,
  ): ReturnType<StocktakeReads['comparison']> {
    return this.reads.comparison(id, caller);
  }

  @Get(':id/units')
  @Access(WITHIN_UNITS)
  @ApiOperation({ summary: '各单位的核对、催报与反馈情况' })
  @ApiOkResponse({ standardSchema: sidesView })
  units(@Param('id', { schema: roundId }) id: number, @CurrentCaller() caller: Caller): Promise<SidesView> {
    return this.reads.sides(id, caller);
  }

  @Get(':id/rehearsal')
  @Access(WITHIN_UNITS)
  @ApiOperation({
    summary: '推演整轮：如无人办理，调度及各单位哪天会有哪些提醒和上报，哪些等级会随时间变化；不作任何改动',
  })
  @ApiOkResponse({ standardSchema: roundRehearsalView })
  override rehearsal(
    @Param('id', { schema: roundId }) id: number,
    @Query({ schema: rehearsalQuery }) query: RehearsalQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<RoundRehearsalView> {
    return this.rehearsals.rehearse(id, query, caller);
  }
}
