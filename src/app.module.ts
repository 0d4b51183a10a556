import { type DynamicModule, Global, type ModuleMetadata, Module, type Type } from '@nestjs/common';
import { MIGRATIONS } from '../migrations/index.js';
import { AuditModule } from './audit/index.js';
import { DirectoryModule, SampleCityTask, SampleUnitPicker } from './directory/index.js';
import { PrintingModule } from './documents/index.js';
import { CalendarNote, EngineModule, SampleClockModule } from './engine/index.js';
import { FormsModule } from './forms/index.js';
import { GateModule } from './gate/index.js';
import { IdentityModule, InstallNote, PICK_SAMPLE_UNIT, type PickSampleUnit, SampleSignIns } from './identity/index.js';
import { NotificationsModule } from './notifications/index.js';
import { OpenApiModule } from './openapi/index.js';
import {
  type Clock,
  ClockModule,
  Config,
  ConfigModule,
  DatabaseModule,
  type Duties,
  DutiesModule,
  type FirstStartTask,
  HealthModule,
  type ReadyNote,
  SERVES_AND_WORKS,
} from './platform/index.js';
import { DataKeyCheck } from './platform/crypto/index.js';
import { ReportsModule } from './reports/index.js';
import { CircularModule } from './workflows/circular/index.js';
import { MeetingModule } from './workflows/meeting/index.js';
import { FilingModule } from './workflows/filing/index.js';
import { IntegrityOpinionModule } from './workflows/integrity-opinion/index.js';
import { PriorReportModule } from './workflows/prior-report/index.js';
import { ProposalModule } from './workflows/proposal/index.js';
import { StocktakeModule } from './workflows/stocktake/index.js';
import { WarningModule } from './workflows/warning/index.js';

export interface AppSettings {
  config: Config;
  /** Connection string of the role that requests run as. */
  databaseUrl: string;
  /** Connection string of the role that jobs run as, where there is one. */
  workerUrl?: string;
  /** Replaces the profile's clock, for tests. */
  clock?: Clock;
  /** Everything, unless said otherwise. */
  duties?: Duties;
}

/** Joins two rooms that do not know each other: the city says in which unit the sample sign-ins shall work. */
@Global()
@Module({
  imports: [DirectoryModule],
  providers: [
    {
      provide: PICK_SAMPLE_UNIT,
      inject: [SampleUnitPicker],
      useFactory: (picker: SampleUnitPicker): PickSampleUnit => picker.pick.bind(picker),
    },
  ],
  exports: [PICK_SAMPLE_UNIT],
})
class SampleUnitModule {}

/** The rooms of the product, from the bottom up. */
const ROOMS: NonNullable<ModuleMetadata['imports']> = [
  AuditModule,
  EngineModule,
  DirectoryModule,
  SampleUnitModule,
  IdentityModule,
  GateModule,
  PrintingModule,
  FormsModule,
  ProposalModule,
  FilingModule,
  StocktakeModule,
  WarningModule,
  NotificationsModule,
  ReportsModule,
  CircularModule,
  MeetingModule,
  IntegrityOpinionModule,
  PriorReportModule,
  OpenApiModule,
];

/** What fills a new installation, in this order. Each is a provider of its room. */
export const FIRST_START_TASKS: Type<FirstStartTask>[] = [SampleCityTask, SampleSignIns];

/** What is printed once the server answers, in this order. Each is a provider of its room. */
export const READY_NOTES: Type<ReadyNote>[] = [InstallNote, SampleSignIns, CalendarNote];

@Module({})
export class AppModule {
  static forRoot({ config, databaseUrl, workerUrl, clock, duties = SERVES_AND_WORKS }: AppSettings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        DutiesModule.forRoot(duties),
        DatabaseModule.forRoot({ url: databaseUrl, workerUrl, poolSize: config.databasePoolSize }),
        ClockModule.forRoot(clock),
        HealthModule.forRoot({ migrations: MIGRATIONS }),
        ...ROOMS,
        ...(config.isSample ? [SampleClockModule] : []),
      ],
      providers: [DataKeyCheck],
    };
  }
}
