import { Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { Metrics, type ReadyNote } from '../../platform/index.js';
import { CalendarService } from './calendar.service.js';

/** Tells whoever runs the product in time that the next year's holidays are wanted: at the start, and to the monitoring. */
@Injectable()
export class CalendarNote implements ReadyNote, OnModuleInit {
  constructor(
    private readonly calendar: CalendarService,
    @Optional() private readonly metrics?: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics?.gauge('qingpei_calendar_covered_days', 'Days until the announced working calendar ends', () =>
      this.coveredDays(),
    );
  }

  async lines(): Promise<string[]> {
    const { coverageUntil, coveredDays, endsSoon } = await this.calendar.state();
    if (!endsSoon) return [];
    const next = Number(coverageUntil.slice(0, 4)) + 1;
    const left = coveredDays < 0 ? '已经用完' : `还有${coveredDays}天`;
    return [
      `工作日历只到${coverageUntil}（${left}）：请载入${next}年节假日安排（qingpei calendar load 文件.json），此前跨年的期限均为暂定。`,
    ];
  }

  /** Not a number while the database cannot be asked: the other metrics are wanted then most of all. */
  private async coveredDays(): Promise<number> {
    try {
      return (await this.calendar.state()).coveredDays;
    } catch {
      return Number.NaN;
    }
  }
}
