import { type DynamicModule, Module } from '@nestjs/common';
import { Duties } from './duties.js';

/** Provides `Duties` everywhere. */
@Module({})
export class DutiesModule {
  static forRoot(duties: Duties): DynamicModule {
    return {
      module: DutiesModule,
      global: true,
      providers: [{ provide: Duties, useValue: duties }],
      exports: [Duties],
    };
  }
}
