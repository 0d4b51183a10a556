import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Db, type MigrationClass, missingMigrations } from '../db/index.js';
import { REQUIRED_MIGRATIONS } from './required-migrations.js';

export interface ReadinessReport {
  ready: boolean;
  database: 'reachable' | 'unreachable';
  /** `unknown` while the database cannot be asked. */
  schema: 'current' | 'behind' | 'unknown';
  stopping: boolean;
}

/** Whether requests can be served now. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly db: Db,
    @Inject(REQUIRED_MIGRATIONS) private readonly migrations: MigrationClass[],
  ) {}

  async report(): Promise<ReadinessReport> {
    const state = await this.askDatabase();
    return { ready: state.schema === 'current' && !this.stopping, ...state, stopping: this.stopping };
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
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
