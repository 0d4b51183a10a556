import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, Db, StartupError } from '../platform/index.js';

/** Keeps production from opening a database whose sample sign-ins, with their printed password, still work. */
@Injectable()
export class SampleAccountCheck implements OnApplicationBootstrap {
  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Db) private readonly db: Db,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.isSample) return;
    const { rowCount } = await this.db.query(
      'identity-live-samples',
      `SELECT 1 FROM app_setting, jsonb_array_elements_text(value) AS sample (id)
       JOIN app_user u ON u.id = sample.id::bigint AND u.status = 'active'
       WHERE key = 'sample-sign-ins' LIMIT 1`,
    );
    if (rowCount === 0) return;
    throw new StartupError(
      'SAMPLE_ACCOUNTS_PRESENT',
      '此数据库含有示例账户，不能用于生产环境（PROFILE=production）。请使用新的数据目录或数据库。',
    );
  }
}
