import { Module, type OnModuleInit } from '@nestjs/common';
import { EngineModule, Followers, mapConstraint, WorkflowRegistry } from '../../engine/index.js';
import { registerRefusals } from '../../platform/index.js';
import { MeetingController } from './meeting.controller.js';
import { MeetingForms } from './meeting.forms.js';
import { MeetingReads } from './meeting.reads.js';
import { MEETING_REFUSALS } from './meeting.refusals.js';
import { meetingRuntime } from './meeting.runtime.js';
import { MeetingWork } from './meeting-work.js';

registerRefusals(MEETING_REFUSALS);
mapConstraint('meeting_item_one_meeting', () => ({ code: 'PROPOSAL_ON_OTHER_AGENDA', params: {} }));

@Module({
  imports: [EngineModule],
  controllers: [MeetingController],
  providers: [MeetingWork, MeetingReads, MeetingForms],
})
export class MeetingModule implements OnModuleInit {
  constructor(
    private readonly registry: WorkflowRegistry,
    private readonly work: MeetingWork,
    private readonly followers: Followers,
  ) {}

  onModuleInit(): void {
    this.registry.register(meetingRuntime(this.registry, this.work));
    this.followers.follow('proposal.left-deliberation', (message) => this.work.proposalLeft(message));
  }
}
