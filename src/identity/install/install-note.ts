import { Inject, Injectable } from '@nestjs/common';
import { Clock, Config, Db, type ReadyNote } from '../../platform/index.js';
import { vacantDuties } from './install.js';

const ALL_DUTIES = 3;

/** Tells who starts a new production installation how to get in. */
@Injectable()
export class InstallNote implements ReadyNote {
  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Whether there is no administrator of any kind: nobody can have an account yet, and the sign-in says how the first are made.
   */
  async isAwaited(): Promise<boolean> {
    return !this.config.isSample && (await vacantDuties(this.db, this.clock.today())).length === ALL_DUTIES;
  }

  async lines(): Promise<string[]> {
    if (this.config.isSample) return [];
    const vacant = await vacantDuties(this.db, this.clock.today());
    if (vacant.length === 0) return [];
    return [`尚无${vacant.map(({ label }) => label).join('、')}，请在服务器上执行：qingpei install`];
  }
}
