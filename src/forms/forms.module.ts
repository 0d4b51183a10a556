import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { DirectoryModule, TemporaryFiles, TemporaryFilesModule } from '../directory/index.js';
import { EngineModule } from '../engine/index.js';
import { CaseFactsLoader } from './case-forms/load-case-facts.js';
import { ApprovalFormController } from './exporting/approval-form.controller.js';
import { FormExporter } from './exporting/form-exporter.js';
import './forms.refusals.js';
import { FormImporter } from './importing/form-importer.js';
import { FormImportsController } from './importing/form-imports.controller.js';
import { RosterImporter } from './roster/roster-importer.js';
import { RosterImportsController } from './roster/roster-imports.controller.js';
import { SheetsController } from './sheets/sheets.controller.js';
import { SheetsService } from './sheets/sheets.service.js';
import { FormStore } from './storing/form-store.js';

/** Files that offices already have, in and out: approval forms and rosters. */
@Module({
  imports: [
    EngineModule,
    DirectoryModule,
    TemporaryFilesModule,
    MulterModule.registerAsync({
      imports: [TemporaryFilesModule],
      inject: [TemporaryFiles],
      useFactory: (files: TemporaryFiles) => ({ dest: files.folder }),
    }),
  ],
  controllers: [FormImportsController, ApprovalFormController, SheetsController, RosterImportsController],
  providers: [FormStore, FormImporter, FormExporter, CaseFactsLoader, SheetsService, RosterImporter],
  exports: [CaseFactsLoader],
})
export class FormsModule {}
