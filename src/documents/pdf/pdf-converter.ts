import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Config, refuse, registerRefusals, removeLeftBehind } from '../../platform/index.js';
import { convertToPdf, endGroup, OfficeSuiteFailed, WORK_PREFIX } from './office-suite.js';

/** Ours: a form takes a few seconds; what takes this long has hung. */
const LIMIT_MS = 60_000;
/** Ours: whoever comes when that many wait is told to come again. */
const MOST_WAITING = 8;

const WHY_NOT = {
  'not-set': '服务器未设置办公套件（OFFICE_SUITE），只能下载 DOCX。',
  'not-there': '服务器设置的办公套件不存在或不能运行，只能下载 DOCX，请联系管理员。',
} as const;

registerRefusals({
  PDF_NOT_AVAILABLE: { status: 406, sentence: ({ reason }) => String(reason) },
  PDF_BUSY: { status: 503, sentence: () => '正在转换的文件较多，请稍后再试，或下载 DOCX。' },
  PDF_FAILED: { status: 502, sentence: () => '办公套件未能生成 PDF，请下载 DOCX，并联系管理员。' },
});

/** Forms as PDF, where the operator has named an office suite: one at a time, the others wait in line. */
@Injectable()
export class PdfConverter implements OnModuleInit, OnModuleDestroy {
  private line: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private running: ChildProcess | null = null;
  private readonly parent: string;

  constructor(@Inject(Config) private readonly config: Config) {
    this.parent = join(config.dataDir, 'tmp');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.parent, { recursive: true, mode: 0o700 });
    await removeLeftBehind(this.parent, WORK_PREFIX);
  }

  onModuleDestroy(): void {
    if (this.running !== null) endGroup(this.running);
  }

  /** Why there is no PDF; null when there is. */
  get whyNot(): string | null {
    const { officeSuite } = this.config;
    if (officeSuite === undefined) return WHY_NOT['not-set'];
    try {
      accessSync(officeSuite, constants.X_OK);
      return null;
    } catch {
      return WHY_NOT['not-there'];
    }
  }

  /** @refuses PDF_NOT_AVAILABLE - no office suite on this server */
  requireAvailable(): void {
    const reason = this.whyNot;
    if (reason !== null) refuse('PDF_NOT_AVAILABLE', { reason });
  }

  /**
   * A DOCX of ours as PDF.
   *
   * @refuses PDF_NOT_AVAILABLE
   * @refuses PDF_BUSY - too many wait already
   * @refuses PDF_FAILED - the suite took too long or made no file
   */
  async convert(docx: Buffer): Promise<Buffer> {
    this.requireAvailable();
    if (this.waiting >= MOST_WAITING) return refuse('PDF_BUSY');
    this.waiting += 1;
    const turn = this.line.then(() => this.run(docx));
    this.line = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (error) {
      if (error instanceof OfficeSuiteFailed) return refuse('PDF_FAILED', { why: error.why });
      throw error;
    } finally {
      this.waiting -= 1;
    }
  }

  private async run(docx: Buffer): Promise<Buffer> {
    const suite = this.config.officeSuite ?? '';
    const onStarted = (child: ChildProcess): void => void (this.running = child);
    try {
      return await convertToPdf(docx, { suite, parent: this.parent, limitMs: LIMIT_MS, onStarted });
    } finally {
      this.running = null;
    }
  }
}
