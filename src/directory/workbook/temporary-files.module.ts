import { Module } from '@nestjs/common';
import { Config } from '../../platform/index.js';
import { TemporaryFiles } from './temporary-files.js';

/** On its own so that the upload settings can depend on it. */
@Module({
  providers: [
    { provide: TemporaryFiles, inject: [Config], useFactory: (config: Config) => TemporaryFiles.open(config.dataDir) },
  ],
  exports: [TemporaryFiles],
})
export class TemporaryFilesModule {}
