import { Module, type OnModuleInit } from '@nestjs/common';
import { DirectoryModule } from '../../directory/index.js';
import { EngineModule, Followers, mapConstraint, WorkflowRegistry } from '../../engine/index.js';
import { registerRefusals } from '../../platform/index.js';
import { CheckSheet } from './check-sheet.js';
import { OpenDueRounds } from './open-due-rounds.js';
import { RehearseRound } from './rehearse-round.js';
import { RehearseWarnings } from './rehearse-warnings.js';
import { RoundWork } from './round-work.js';
import { StocktakeController } from './stocktake.controller.js';
import { StocktakeReads } from './stocktake.reads.js';
import { STOCKTAKE_REFUSALS } from './stocktake.refusals.js';
import { roundRuntime, unitRuntime } from './stocktake.runtime.js';
import { StocktakeUnitController } from './stocktake-unit.controller.js';
import { SuccessionsController } from './successions.controller.js';
import { SuccessionsService } from './successions.service.js';

registerRefusals(STOCKTAKE_REFUSALS);
mapConstraint('stocktake_one_per_quarter', ({ quarter }) => ({ code: 'ROUND_EXISTS', params: { quarter: quarter! } }));

@Module({
  imports: [EngineModule, DirectoryModule],
  controllers: [StocktakeController, StocktakeUnitController, SuccessionsController],
  providers: [
    RoundWork,
    OpenDueRounds,
    StocktakeReads,
    RehearseRound,
    RehearseWarnings,
    SuccessionsService,
    CheckSheet,
  ],
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
