import { type DynamicModule, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Db } from '../db/index.js';
import { Duties } from '../startup/index.js';
import { Clock, SystemClock } from './clock.js';
import { MovableClock } from './movable-clock.js';

/** Provides `Clock` everywhere: the system's in production, the movable one in the sample profile. */
@Module({})
export class ClockModule {
  /** @param given replaces both, for tests */
  static forRoot(given?: Clock): DynamicModule {
    const provider =
      given === undefined
        ? { provide: Clock, useFactory: chooseClock, inject: [Config, Db, Duties] }
        : { provide: Clock, useValue: given };
    return { module: ClockModule, global: true, providers: [provider], exports: [Clock] };
  }
}

async function chooseClock(config: Config, db: Db, { serves, works }: Duties): Promise<Clock> {
  if (!config.isSample) return new SystemClock();
  const clock = new MovableClock(db, config.sampleToday);
  await clock.load();
  if (serves || works) clock.follow();
  return clock;
}
