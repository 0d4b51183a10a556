import { Module } from '@nestjs/common';
import { registerRefusals } from '../platform/index.js';
import { Engine } from './engine.js';
import { CardUpkeep } from './cards/card-upkeep.js';
import { EngineBoot } from './engine-boot.js';
import { ENGINE_REFUSALS } from './engine.refusals.js';
import { PassedDeadlines } from './deadlines/passed-deadlines.js';
import { ReminderWorker } from './deadlines/reminder-worker.js';
import { ReminderSweep } from './deadlines/reminder-sweep.js';
import { Followers } from './outbox/followers.js';
import { OperationsController } from './operations/operations.controller.js';
import { OPERATIONS_REFUSALS } from './operations/operations.refusals.js';
import { OperationsService } from './operations/operations.service.js';
import { Relay } from './outbox/relay.js';
import { SignalCase } from './outbox/signal-case.js';
import { AttachmentsService } from './reading/attachments.service.js';
import { CasesService } from './reading/cases.service.js';
import { CommandsService } from './reading/commands.service.js';
import { CommentsService } from './reading/comments.service.js';
import { NarrowCasesService } from './reading/narrow-cases.service.js';
import { WorkflowsController } from './reading/workflows.controller.js';
import { WorkflowRegistry } from './registry.js';
import { CalendarAlert } from './settings/calendar-alert.js';
import { CalendarNote } from './settings/calendar-note.js';
import { CalendarController } from './settings/calendar.controller.js';
import { CALENDAR_REFUSALS } from './settings/calendar.refusals.js';
import { CalendarService } from './settings/calendar.service.js';
import { PoliciesController } from './settings/policies.controller.js';
import { PoliciesService } from './settings/policies.service.js';
import { SettingsService } from './settings/settings.service.js';
import { Jobs } from './work/jobs.js';

registerRefusals(ENGINE_REFUSALS);
registerRefusals(CALENDAR_REFUSALS);
registerRefusals(OPERATIONS_REFUSALS);

const SHARED = [
  WorkflowRegistry,
  SettingsService,
  Engine,
  SignalCase,
  Followers,
  CasesService,
  NarrowCasesService,
  CommandsService,
  CommentsService,
  AttachmentsService,
  CardUpkeep,
  ReminderSweep,
  PassedDeadlines,
  ReminderWorker,
];

/** Runs any workflow and knows none by name. Workflow modules import it and register themselves on module start. */
@Module({
  controllers: [PoliciesController, CalendarController, OperationsController, WorkflowsController],
  providers: [
    ...SHARED,
    Relay,
    EngineBoot,
    PoliciesService,
    CalendarService,
    CalendarNote,
    CalendarAlert,
    Jobs,
    OperationsService,
  ],
  exports: [...SHARED, Relay],
})
export class EngineModule {}
