import { Module, type OnModuleInit } from '@nestjs/common';
import { EngineModule, Followers, mapConstraint, WorkflowRegistry } from '../../engine/index.js';
import { registerRefusals } from '../../platform/index.js';
import { OpenDueRounds } from './open-due-rounds.js';
import { RehearseRound } from './rehearse-round.js';
import { RehearseWarnings } from './rehearse-warnings.js';
import { RoundWork } from './round-work.js';
import { StocktakeController } from './stocktake.controller.js';
import { StocktakeReads } from './stocktake.reads.js';
import { STOCKTAKE_REFUSALS } from './stocktake.refusals.js';
import { roundRuntime, unitRuntime } from './stocktake.runtime.js';
import { StocktakeUnitController } from './stocktake-unit.controller.js';

registerRefusals(STOCKTAKE_REFUSALS);
mapConstraint('stocktake_one_per_quarter', ({ quarter }) => ({ code: 'ROUND_EXISTS', params: { quarter: quarter! } }));

@Module({
  imports: [EngineModule],
  controllers: [StocktakeController, StocktakeUnitController],
  providers: [RoundWork, OpenDueRounds, StocktakeReads, RehearseRound, RehearseWarnings],
})
export class StocktakeModule implements OnModuleInit {
  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly work: RoundWork,
    private readonly followers: Followers,
  ) {}

  onModuleInit(): void {
    this.registry.register(roundRuntime(this.work, this.followers));
    this.registry.register(unitRuntime(this.followers));
  }
}
