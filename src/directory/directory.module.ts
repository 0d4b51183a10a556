import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CadreQueries } from './cadres/cadre.queries.js';
import { CadresController } from './cadres/cadres.controller.js';
import { RevealController } from './cadres/reveal.controller.js';
import { RevealService } from './cadres/reveal.service.js';
import { DossierController } from './dossier/dossier.controller.js';
import { DossierService } from './dossier/dossier.service.js';
import { EligibilityController } from './eligibility/eligibility.controller.js';
import { EligibilityService } from './eligibility/eligibility.service.js';
import { DIRECTORY_ENTITIES } from './entities/index.js';
import { SampleCityTask } from './first-start/sample-city.task.js';
import { SampleUnitPicker } from './first-start/sample-unit-picker.js';
import { StaffingController } from './staffing/staffing.controller.js';
import { StaffingService } from './staffing/staffing.service.js';
import { TasksController } from './tasks/tasks.controller.js';
import { TeamQueries } from './teams/team.queries.js';
import { TeamsController } from './teams/teams.controller.js';
import { UnitQueries } from './units/unit.queries.js';
import { UnitsController } from './units/units.controller.js';
import { WorkbookModule } from './workbook/index.js';

/** Units, teams, posts, cadres, appointments and staffing tasks: things without a life of their own. */
@Module({
  imports: [TypeOrmModule.forFeature(DIRECTORY_ENTITIES), WorkbookModule],
  controllers: [
    StaffingController,
    UnitsController,
    TeamsController,
    CadresController,
    DossierController,
    EligibilityController,
    RevealController,
    TasksController,
  ],
  providers: [
    StaffingService,
    UnitQueries,
    TeamQueries,
    CadreQueries,
    DossierService,
    EligibilityService,
    RevealService,
    SampleCityTask,
    SampleUnitPicker,
  ],
  exports: [TypeOrmModule, WorkbookModule, StaffingService, SampleCityTask, SampleUnitPicker],
})
export class DirectoryModule {}
