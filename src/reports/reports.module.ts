import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/index.js';
import { registerRefusals } from '../platform/index.js';
import { HalfYearController } from './half-year/half-year.controller.js';
import { HalfYearService } from './half-year/half-year.service.js';
import { LedgerPass } from './ledger-pass.js';
import { PreviewController } from './preview/preview.controller.js';
import { PreviewService } from './preview/preview.service.js';
import { SituationController } from './situation/situation.controller.js';
import { SituationService } from './situation/situation.service.js';
import { TrendService } from './situation/trend.service.js';

registerRefusals({
  REPORT_DAY_TO_COME: {
    status: 409,
    sentence: ({ day, today }) => `汇报日期${String(day)}晚于今天（${String(today)}），请在汇报后登记。`,
  },
});

/** What the ledger adds up to. Nothing here decides; stored is only on which days the standing committee was reported to. */
@Module({
  imports: [DirectoryModule],
  controllers: [SituationController, PreviewController, HalfYearController],
  providers: [LedgerPass, SituationService, TrendService, PreviewService, HalfYearService],
})
export class ReportsModule {}
