import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { asWorker, Config, Db, describeError, Duties } from '../../platform/index.js';
import { requireSm3, untraced } from '../../platform/audit/index.js';
import { prepareMonths } from '../upkeep/months.js';
import { writeAnchor } from './anchors.js';
import { sealRecords } from './seal-records.js';

const SEAL_MS = 3_000;
const UPKEEP_MS = 6 * 3_600_000;

/** Seals every few seconds and once more at the end; keeps an anchor a day, and a partition ready for the months to come. */
@Injectable()
export class Sealer implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('audit');
  private readonly timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | undefined;

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Config) private readonly config: Config,
    @Inject(Duties) private readonly duties: Duties,
  ) {}

  onModuleInit(): void {
    requireSm3();
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.duties.works) return;
    await asWorker('audit', () => prepareMonths(this.db));
    this.timers.push(setInterval(() => void this.seal(), SEAL_MS).unref());
    this.timers.push(setInterval(() => void this.attempt(() => prepareMonths(this.db)), UPKEEP_MS).unref());
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    if (this.duties.works) await this.seal();
  }

  /** Seals all there is; calls that meet share one run. */
  seal(): Promise<void> {
    this.running ??= this.attempt(async () => {
      const sealed = await sealRecords(this.db);
      if (sealed > 0) await writeAnchor(this.db, this.config.dataDir);
    }).finally(() => (this.running = undefined));
    return this.running;
  }

  // The database is away, or the disk is full: the next time tries again, and the verification tells what was left unsealed.
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await untraced(() => asWorker('audit', work));
    } catch (error) {
      this.logger.error({ message: 'the audit could not be sealed', error: describeError(error) });
    }
  }
}
