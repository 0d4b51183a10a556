type Step = () => Promise<void>;

const FORCE_AFTER_MS = 1_000;

/**
 * What has been started and must be stopped, in reverse. One Ctrl-C (or SIGTERM) stops in order, at the next safe point
 * when it comes during the start; a second one forces.
 */
export class Lifetime {
  private readonly steps: Step[] = [];
  private readonly forced: (() => void)[] = [];
  private interruptedAt: number | undefined;
  private stopped: Promise<void> | undefined;
  private running = false;

  constructor(private readonly log: (line: string) => void) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => this.interrupt(signal));
  }

  /** Remembers how to stop what was just started, and at once if the stop was asked for meanwhile. */
  async started(stop: Step, force?: () => void): Promise<void> {
    this.steps.push(stop);
    if (force !== undefined) this.forced.push(force);
    await this.checkpoint();
  }

  /** A safe point: ends the process here when it was told to stop. */
  async checkpoint(): Promise<void> {
    if (this.interruptedAt !== undefined) await this.end(0);
  }

  /** From now on a signal stops at once. */
  async ready(): Promise<void> {
    this.running = true;
    await this.checkpoint();
  }

  /** Stops everything in reverse order and ends the process. */
  async end(code: number): Promise<never> {
    this.stopped ??= this.stopAll();
    await this.stopped;
    return process.exit(code);
  }

  private interrupt(signal: NodeJS.Signals): void {
    const now = performance.now();
    if (this.interruptedAt === undefined) {
      this.interruptedAt = now;
      this.log(`收到 ${signal}，正在停止（再按一次 Ctrl-C 强制结束）……`);
      if (this.running) void this.end(0);
      return;
    }
    // npm hands on the signal that the terminal has already sent: that is still the first one.
    if (now - this.interruptedAt < FORCE_AFTER_MS) return;
    for (const force of this.forced) force();
    process.exit(1);
  }

  private async stopAll(): Promise<void> {
    for (const stop of this.steps.toReversed()) {
      await stop().catch((error: Error) => this.log(`停止时出错：${error.message}`));
    }
  }
}
