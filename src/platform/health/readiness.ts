import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Db, type MigrationClass, missingMigrations } from '../db/index.js';
import { REQUIRED_MIGRATIONS } from './required-migrations.js';

export interface ReadinessReport {
  ready: boolean;
  database: 'reachable' | 'unreachable';
  /** `unknown` while the database cannot be asked. */
  schema: 'current' | 'behind' | 'unknown';
  stopping: boolean;
  /** What rooms have added: whether each is in order. */
  checks: Record<string, boolean>;
}

/** Whether requests can be served now. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private stopping = false;
  private readonly checks = new Map<string, () => Promise<boolean>>();

  constructor(
    private readonly db: Db,
    @Inject(REQUIRED_MIGRATIONS) private readonly migrations: MigrationClass[],
  ) {}

  async report(): Promise<ReadinessReport> {
    const state = await this.askDatabase();
    const checks: Record<string, boolean> = {};
    for (const [name, check] of this.checks) checks[name] = await check().catch(() => false);
    const ready = state.schema === 'current' && !this.stopping && Object.values(checks).every(Boolean);
    return { ready, ...state, stopping: this.stopping, checks };
  }

  /** Adds a condition for being ready; one that cannot be asked is not met. */
  require(name: string, check: () => Promise<boolean>): void {
    this.checks.set(name, check);
  }

  /** From the first moment of stopping on, so that whoever hands out requests looks elsewhere. */
  stop(): void {
    this.stopping = true;
  }

  beforeApplicationShutdown(): void {
    this.stop();
  }

  private async askDatabase(): Promise<Pick<ReadinessReport, 'database' | 'schema'>> {
    try {
      const missing = await missingMigrations(this.db, this.migrations);
      return { database: 'reachable', schema: missing.length === 0 ? 'current' : 'behind' };
    } catch {
      return { database: 'unreachable', schema: 'unknown' };
    }
  }
}
