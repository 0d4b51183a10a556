import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { FieldCipher, openCipher } from '../../platform/crypto/index.js';
import { Config } from '../../platform/index.js';
import { ExportsController } from './exports.controller.js';
import { ImportsController } from './imports.controller.js';
import { ItemListsController } from './item-lists.controller.js';
import './refusals.js';
import { TemporaryFiles } from './temporary-files.js';
import { TemporaryFilesModule } from './temporary-files.module.js';
import { WorkbookExporter } from './workbook-exporter.js';
import { WorkbookImporter } from './workbook-importer.js';

const LARGEST_UPLOAD_BYTES = 50 * 1024 * 1024;

/** The city workbook: template, import, export. */
@Module({
  imports: [
    TemporaryFilesModule,
    MulterModule.registerAsync({
      imports: [TemporaryFilesModule],
      inject: [TemporaryFiles],
      useFactory: (files: TemporaryFiles) => ({
        dest: files.folder,
        limits: { fileSize: LARGEST_UPLOAD_BYTES, files: 1, fields: 4 },
      }),
    }),
  ],
  controllers: [ImportsController, ItemListsController, ExportsController],
  providers: [
    WorkbookImporter,
    WorkbookExporter,
    {
      provide: FieldCipher,
      inject: [Config],
      useFactory: openCipher,
    },
  ],
  exports: [WorkbookImporter, WorkbookExporter, FieldCipher, TemporaryFilesModule],
})
export class WorkbookModule {}
