import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A process of the product under test: what it printed, and how to wait for it. */
export class SourceProcess {
  output = '';
  private readonly child: ChildProcess;
  private readonly exit: Promise<number | null>;

  /**
   * A process of the product itself: as it was built, where whoever runs the tests says that it was, else from its source.
   *
   * @param entry source file without its ending, relative to the project
   */
  static ofProduct(entry: string, environment: Record<string, string>): SourceProcess {
    const isBuilt = process.env['TEST_BUILT'] === 'yes';
    return new SourceProcess(isBuilt ? `dist/${entry}.js` : `${entry}.ts`, environment);
  }

  /** @param file file to run, relative to the project */
  constructor(file: string, environment: Record<string, string> = {}, args: string[] = []) {
    const loader = file.endsWith('.ts') ? ['--import', './test/support/register-typescript.mjs'] : [];
    this.child = spawn(process.execPath, [...loader, file, ...args], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer): void => void (this.output += chunk.toString());
    this.child.stdout?.on('data', collect);
    this.child.stderr?.on('data', collect);
    this.exit = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** Waits until the output matches; fails when the process ends first. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    let ended = false;
    void this.exit.then(() => (ended = true));
    for (;;) {
      const match = pattern.exec(this.output);
      if (match !== null) return match;
      if (ended) throw new Error(`ended without printing ${pattern}:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Exit code; null when a signal ended it. */
  ended(): Promise<number | null> {
    return this.exit;
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.exit;
  }
}
