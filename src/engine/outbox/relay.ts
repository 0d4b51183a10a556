import { Injectable, Logger, Optional } from '@nestjs/common';
import { untraced } from '../../platform/audit/index.js';
import { asWorker, Db, describeError, Liveness } from '../../platform/index.js';
import { type Notice, NOTICE_EFFECT } from '../notice.js';
import { WorkflowRegistry } from '../registry.js';
import { whileHolding } from './hold-claims.js';
import {
  bury,
  type ClaimedMessage,
  claimMessages,
  claimUntried,
  markDone,
  putBack,
  release,
  takeNotices,
  tickOff,
} from './outbox.queries.js';

const BATCH = 10;
/** Notices delivered in one transaction: enough that what a transaction costs is shared, few enough to be soon done. */
const NOTICES_AT_ONCE = 200;
const SWEEP_MS = 5_000;
const MOST_ATTEMPTS = 12;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 10 * 60_000;
/** A message that takes so long hangs: even a round over the whole city is done in less. */
const HANGS_AFTER_MS = 30 * 60_000;

/**
 * Carries out what was left for after the commit, at least once. A commit pokes it; a slow sweep finds whatever a poke
 * missed: a message put back, or one that a process left behind when it died.
 */
@Injectable()
export class Relay {
  private readonly logger = new Logger('relay');
  private sweep: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private pokedMeanwhile = false;
  private started = false;
  private others: (() => void) | undefined;
  /** When the message in hand was begun. */
  private begunAt: number | undefined;

  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    @Optional() liveness?: Liveness,
  ) {
    liveness?.watch('relay', () => this.isMoving());
  }

  start(): void {
    this.started = true;
    this.sweep = setInterval(() => this.poke(), SWEEP_MS);
    this.sweep.unref();
    this.poke();
  }

  /** Waits for the message in hand; the others stay for the next process. */
  async stop(): Promise<void> {
    this.started = false;
    clearInterval(this.sweep);
    await this.running;
  }

  /** Says how to tell those who carry things out, for a process that does not. */
  callOthers(call: () => void): void {
    this.others = call;
  }

  /** There may be something to do. Returns at once. */
  poke(): void {
    if (!this.started) return this.others?.();
    this.pokedMeanwhile = this.running !== undefined;
    this.running ??= untraced(() => this.work());
  }

  /**
   * Carries out everything that is due, and what arises from it.
   *
   * @param isWanted asked before each message; false leaves the rest
   */
  drain(isWanted = (): boolean => true): Promise<void> {
    return asWorker('relay', () => this.carryOutAll(isWanted));
  }

  /** Notices and everything else take turns, so that however many there are of one, the other goes on. */
  private async carryOutAll(isWanted: () => boolean): Promise<void> {
    for (;;) {
      const told = isWanted() ? await this.tellSome(isWanted) : 0;
      const batch = await claimMessages(this.db, BATCH, this.registry.noticeTaker() === undefined);
      if (batch.length === 0 && told < NOTICES_AT_ONCE) return;
      if (!(await this.carryOutEach(batch, isWanted))) return;
    }
  }

  /** @returns false when it is to stop; what is left of the batch has been given back */
  private async carryOutEach(batch: readonly ClaimedMessage[], isWanted: () => boolean): Promise<boolean> {
    for (const [index, message] of batch.entries()) {
      const left = batch.slice(index).map(({ id }) => id);
      if (!isWanted()) {
        await release(this.db, left);
        return false;
      }
      this.begunAt = performance.now();
      await whileHolding(this.db, left, () => this.carryOut(message)).finally(() => (this.begunAt = undefined));
    }
    return isWanted();
  }

  /**
   * Delivers notices that nobody has tried yet, many in one transaction with the mark that they are done. Where that fails,
   * each of them is tried by itself, so that one that cannot be delivered keeps none of the others back.
   *
   * @returns how many there were
   */
  private async tellSome(isWanted: () => boolean): Promise<number> {
    const taker = this.registry.noticeTaker();
    if (taker === undefined) return 0;
    let ids: number[] = [];
    try {
      await this.db.transaction(async (tx) => {
        const messages = await takeNotices(tx, NOTICES_AT_ONCE);
        ids = messages.map(({ id }) => id);
        if (ids.length === 0) return;
        await taker(
          tx,
          messages.map(({ params }) => params as unknown as Notice),
        );
        await tickOff(tx, ids);
      });
    } catch (error) {
      if (ids.length === 0) throw error;
      this.logger.warn({ message: 'notices are tried one by one', count: ids.length, reason: briefly(error) });
      await this.carryOutEach(await claimUntried(this.db, ids), isWanted);
    }
    return ids.length;
  }

  private async work(): Promise<void> {
    try {
      await this.drain(() => this.started);
    } catch (error) {
      // The database is away; the sweep tries again.
      this.logger.error({ message: 'outbox cannot be read', error: describeError(error) });
    }
    this.running = undefined;
    if (this.pokedMeanwhile) this.poke();
  }

  private async carryOut(message: ClaimedMessage): Promise<void> {
    try {
      await this.handle(message);
    } catch (error) {
      await this.fail(message, error);
      return;
    }
    await markDone(this.db, message.id);
  }

  private isMoving(): boolean {
    return this.begunAt === undefined || performance.now() - this.begunAt < HANGS_AFTER_MS;
  }

  private async handle(message: ClaimedMessage): Promise<void> {
    if (message.effect === NOTICE_EFFECT) {
      const notice = message.params as unknown as Notice;
      const taker = this.registry.noticeTaker();
      if (taker !== undefined) await this.db.transaction((tx) => taker(tx, [notice]));
      return;
    }
    const handler = this.registry.get(message.workflow).effects[message.effect];
    if (handler?.when !== 'after-commit') throw new Error(`${message.workflow} has no handler for ${message.effect}`);
    await handler.run(message);
  }

  private async fail({ id, workflow, effect, attempts }: ClaimedMessage, error: unknown): Promise<void> {
    const reason = briefly(error);
    const dead = attempts >= MOST_ATTEMPTS;
    this.logger.warn({
      message: dead ? 'outbox message given up' : 'outbox message failed',
      id,
      workflow,
      effect,
      attempts,
      reason,
    });
    if (dead) await bury(this.db, id, reason);
    else await putBack(this.db, id, Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS), reason);
  }
}

/** What kind of error it was and where, never its message: messages may name people. */
function briefly(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
