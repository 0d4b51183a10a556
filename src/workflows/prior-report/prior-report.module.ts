import { Module, type OnModuleInit } from '@nestjs/common';
import { EngineModule, Followers, mapConstraint, WorkflowRegistry } from '../../engine/index.js';
import { registerRefusals } from '../../platform/index.js';
import { PriorReportController } from './prior-report.controller.js';
import { REPORT_REFUSALS } from './prior-report.refusals.js';
import { reportRuntime } from './prior-report.runtime.js';
import { TellProposal } from './tell-proposal.js';

registerRefusals(REPORT_REFUSALS);
mapConstraint('prior_report_one_open', ({ proposal_id: proposal }) => ({
  code: 'REPORT_EXISTS',
  params: { proposal: proposal! },
}));

@Module({
  imports: [EngineModule],
  controllers: [PriorReportController],
  providers: [TellProposal],
})
export class PriorReportModule implements OnModuleInit {
  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly followers: Followers,
    private readonly proposals: TellProposal,
  ) {}

  onModuleInit(): void {
    this.registry.register(reportRuntime(this.proposals));
    this.followers.follow('proposal.left', (message) => this.proposals.left(message));
  }
}
