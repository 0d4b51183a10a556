import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/index.js';
import { InboxController } from './inbox/inbox.controller.js';
import { InboxService } from './inbox/inbox.service.js';

/** What reaches people: their inbox, notices within the product, and messages that leave it. */
@Module({
  imports: [EngineModule],
  controllers: [InboxController],
  providers: [InboxService],
})
export class NotificationsModule {}
