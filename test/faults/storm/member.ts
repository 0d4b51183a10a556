import { SourceProcess } from '../../support/index.js';

const AGAIN_AFTER_MS = 300;

/** One process of the product and whoever starts it again when it has ended, as a service manager does. */
export class Member {
  /** How often it was begun. */
  starts = 0;
  /** What processes printed that failed by themselves while being started. */
  readonly failures: string[] = [];
  private process: SourceProcess | undefined;
  private isWanted = true;
  private readonly ended: Promise<void>;
  private exit: number | null = null;

  constructor(
    readonly name: string,
    private readonly source: string,
    readonly port: number,
    private readonly environment: Record<string, string>,
  ) {
    this.ended = this.keepRunning();
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Waits until it is ready for requests or work. */
  async isReady(): Promise<void> {
    for (;;) {
      const status = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Sends a signal to whatever runs now; what is killed is started again. */
  signal(signal: NodeJS.Signals): void {
    void this.process?.kill(signal);
  }

  /** Ends it for good. @returns its exit code */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.isWanted = false;
    this.signal('SIGCONT');
    this.signal(signal);
    await this.ended;
    return this.exit;
  }

  private async keepRunning(): Promise<void> {
    const place = { ...this.environment, HOST: '127.0.0.1', PORT: String(this.port) };
    while (this.isWanted) {
      this.starts += 1;
      this.process = SourceProcess.ofProduct(this.source, place);
      this.exit = await this.process.ended();
      if (this.exit === 1) this.failures.push(this.process.output);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    }
  }
}
