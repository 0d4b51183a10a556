import { Module } from '@nestjs/common';
import { EngineModule } from '../engine/index.js';
import { IdentityModule } from '../identity/index.js';
import { registerRefusals } from '../platform/index.js';
import { ChannelsController } from './channels/channels.controller.js';
import { ChannelsService } from './channels/channels.service.js';
import { CopiesController } from './copies/copies.controller.js';
import { CopiesService } from './copies/copies.service.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { OutgoingSweep } from './deliveries/outgoing-sweep.js';
import { OutgoingWorker } from './deliveries/outgoing-worker.js';
import { InboxController } from './inbox/inbox.controller.js';
import { InboxService } from './inbox/inbox.service.js';
import { LiveController } from './live/live.controller.js';
import { LiveHub } from './live/live-hub.js';
import { NOTIFICATION_REFUSALS } from './notification.refusals.js';
import { InstallationNoticesController } from './notices/installation-notices.controller.js';
import { NoticeTaker } from './notices/notice-taker.js';
import { NoticesController } from './notices/notices.controller.js';
import { NoticesService } from './notices/notices.service.js';
import { Outgoing } from './outgoing.js';
import { PreferencesController } from './preferences/preferences.controller.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { SavedViewsController } from './views/saved-views.controller.js';
import { SavedViewsService } from './views/saved-views.service.js';
import { TeamNoticeUpkeep } from './team-notices/team-notice-upkeep.js';

registerRefusals(NOTIFICATION_REFUSALS);

/** What reaches people: their inbox, notices within the product, and messages that leave it. */
@Module({
  imports: [EngineModule, IdentityModule],
  controllers: [
    InboxController,
    NoticesController,
    InstallationNoticesController,
    LiveController,
    CopiesController,
    PreferencesController,
    ChannelsController,
    DeliveriesController,
    SavedViewsController,
  ],
  providers: [
    InboxService,
    NoticesService,
    NoticeTaker,
    CopiesService,
    LiveHub,
    Outgoing,
    PreferencesService,
    ChannelsService,
    DeliveriesService,
    OutgoingSweep,
    OutgoingWorker,
    SavedViewsService,
    TeamNoticeUpkeep,
  ],
})
export class NotificationsModule {}
