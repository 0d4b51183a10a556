import { Module, type OnModuleInit } from '@nestjs/common';
import { EngineModule, Followers, mapConstraint, WorkflowRegistry } from '../../engine/index.js';
import { registerRefusals } from '../../platform/index.js';
import { IntegrityOpinionController } from './integrity-opinion.controller.js';
import { OPINION_REFUSALS } from './integrity-opinion.refusals.js';
import { opinionRuntime } from './integrity-opinion.runtime.js';
import { TellProposal } from './tell-proposal.js';

registerRefusals(OPINION_REFUSALS);
mapConstraint('integrity_opinion_one_open', ({ proposal_id: proposal, cadre_code: cadre }) => ({
  code: 'OPINION_EXISTS',
  params: { proposal: proposal!, cadre: cadre! },
}));

@Module({
  imports: [EngineModule],
  controllers: [IntegrityOpinionController],
  providers: [TellProposal],
})
export class IntegrityOpinionModule implements OnModuleInit {
  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly followers: Followers,
    private readonly proposals: TellProposal,
  ) {}

  onModuleInit(): void {
    this.registry.register(opinionRuntime(this.proposals));
    this.followers.follow('proposal.left', (message) => this.proposals.left(message));
  }
}
