import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { LedgerPass } from './ledger-pass.js';
import { PreviewController } from './preview/preview.controller.js';
import { PreviewService } from './preview/preview.service.js';
import { SituationController } from './situation/situation.controller.js';
import { SituationService } from './situation/situation.service.js';
import { TrendService } from './situation/trend.service.js';

/** What the ledger adds up to. Reads only; nothing here decides or stores anything. */
@Module({
  imports: [DirectoryModule],
  controllers: [SituationController, PreviewController],
  providers: [LedgerPass, SituationService, TrendService, PreviewService],
})
export class ReportsModule {}
