import { HttpException, Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Db, describeError, RefusalError, ValidationError } from '../../platform/index.js';
import { type Act, entryOf, recordAlone, traced } from '../../platform/audit/index.js';
import type { RequestRecord } from './request-record.js';

const MOST_FAULTS = 100;

/** Records what does not stand in a change's own transaction: reads, refusals, failures. */
@Injectable()
export class Recorder implements OnModuleDestroy {
  /** Routes that changed something without recording it in the same transaction. A test that ends with one has failed. */
  readonly faults: string[] = [];
  private readonly logger = new Logger('audit');
  private readonly writing = new Set<Promise<void>>();

  constructor(@Inject(Db) private readonly db: Db) {}

  /** Before the answer leaves: a read that cannot be recorded is not answered. */
  async succeeded(record: RequestRecord, status: number): Promise<void> {
    if (record.recorded > 0 || record.records === 'nothing') return;
    const refused = status >= 400 ? { result: `HTTP_${status}` } : {};
    const entry = entryOf(refused);
    if (record.records === 'change' && entry.result === 'done') this.report(entry.action);
    await recordAlone(this.db, refused);
  }

  /** The change, if any, is undone; what was asked for and by whom remains. */
  async refused(record: RequestRecord, error: unknown): Promise<void> {
    if (record.records === 'nothing') return;
    await this.writeDown({ result: resultOf(error) });
  }

  /** Turned away before reaching its route: by a guard, with nothing but the answer to tell why. */
  turnedAway(record: RequestRecord, status: number, code: string | undefined): void {
    const isNoise = status === 429 || (record.isSafe && status !== 403);
    if (isNoise || record.route === undefined) return;
    const written = traced(record, () => this.writeDown({ result: code ?? `HTTP_${status}` }));
    this.writing.add(written);
    void written.finally(() => this.writing.delete(written));
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.writing);
  }

  // The refusal stands whether or not it could be recorded: nothing was applied.
  private async writeDown(act: Partial<Act>): Promise<void> {
    try {
      await recordAlone(this.db, act);
    } catch (error) {
      this.logger.error({ message: 'a refusal could not be recorded', error: describeError(error) });
    }
  }

  private report(action: string): void {
    this.logger.error({ message: 'a change was not recorded in its own transaction', action });
    if (this.faults.length < MOST_FAULTS) this.faults.push(action);
  }
}

function resultOf(error: unknown): string {
  if (error instanceof RefusalError) return error.refusal.code;
  if (error instanceof ValidationError) return 'VALIDATION_FAILED';
  if (error instanceof HttpException && error.getStatus() < 500) return `HTTP_${error.getStatus()}`;
  return 'failed';
}
