import { Module, type OnModuleInit } from '@nestjs/common';
import { EngineModule, Followers, mapConstraint, WorkflowRegistry } from '../../engine/index.js';
import { registerRefusals } from '../../platform/index.js';
import { FollowRounds } from './follow-rounds.js';
import { WarningController } from './warning.controller.js';
import { WARNING_REFUSALS } from './warning.refusals.js';
import { warningRuntime } from './warning.runtime.js';
import { WarningUpkeep } from './warning-upkeep.js';

registerRefusals(WARNING_REFUSALS);
mapConstraint('warning_one_open', ({ team_code: team, task_code: task }) => ({
  code: 'WARNING_EXISTS',
  params: { team: team!, task: task! },
}));

@Module({
  imports: [EngineModule],
  controllers: [WarningController],
  providers: [FollowRounds, WarningUpkeep],
})
export class WarningModule implements OnModuleInit {
  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly followers: Followers,
    private readonly rounds: FollowRounds,
  ) {}

  onModuleInit(): void {
    this.registry.register(warningRuntime());
    this.followers.follow('stocktake.ledger-endorsed', (message) => this.rounds.judge(message));
    this.followers.follow('stocktake.letter-issued', (message) => this.rounds.firstIssued(message));
    this.followers.follow('stocktake.letter-received', (message) => this.rounds.firstReceived(message));
  }
}
