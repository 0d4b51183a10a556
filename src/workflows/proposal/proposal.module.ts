import { Module, type OnModuleInit } from '@nestjs/common';
import { EngineModule, Followers, mapConstraint, SignalCase, WorkflowRegistry } from '../../engine/index.js';
import { Db, registerRefusals } from '../../platform/index.js';
import { FormsModule } from '../../forms/index.js';
import { HeadcountReviewController } from './headcount/headcount-review.controller.js';
import { HeadcountReviewService } from './headcount/headcount-review.service.js';
import { ProposalController } from './proposal.controller.js';
import { ProposalForms } from './proposal.forms.js';
import { ProposalReads } from './proposal.reads.js';
import { PROPOSAL_REFUSALS } from './proposal.refusals.js';
import { proposalRuntime } from './proposal.runtime.js';

registerRefusals(PROPOSAL_REFUSALS);
// Facts are read under the teams' locks, so the database's own promises are the last line and know no codes.
mapConstraint('proposal_item_one_hold_per_post', () => ({ code: 'POST_RESERVED', params: {} }));
mapConstraint('proposal_item_one_hold_per_removal', () => ({ code: 'POST_RESERVED', params: {} }));
mapConstraint('appointment_no_overlap', () => ({ code: 'DIRECTORY_CHANGED', params: {} }));

@Module({
  imports: [EngineModule, FormsModule],
  controllers: [ProposalController, HeadcountReviewController],
  providers: [ProposalReads, ProposalForms, HeadcountReviewService],
})
export class ProposalModule implements OnModuleInit {
  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly db: Db,
    private readonly signals: SignalCase,
    private readonly followers: Followers,
  ) {}

  onModuleInit(): void {
    this.registry.register(proposalRuntime(this.db, this.signals, this.followers));
  }
}
