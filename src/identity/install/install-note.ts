import { Inject, Injectable } from '@nestjs/common';
import { Clock, Config, Db, type ReadyNote } from '../../platform/index.js';
import { vacantDuties } from './install.js';

/** Tells who starts a new production installation how to get in. */
@Injectable()
export class InstallNote implements ReadyNote {
  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async lines(): Promise<string[]> {
    if (this.config.isSample) return [];
    const vacant = await vacantDuties(this.db, this.clock.today());
    if (vacant.length === 0) return [];
    return [`尚无${vacant.map(({ label }) => label).join('、')}，请在服务器上执行：qingpei install`];
  }
}
