import { Inject, Injectable } from '@nestjs/common';
import { Config, Db } from '../../platform/index.js';
import { readAnchors } from './anchors.js';
import { type ChainReport, verifyChain } from './verify-chain.js';

/** Verifies the chain on demand. It reads every record there is, so calls that meet share one walk. */
@Injectable()
export class ChainCheck {
  private running: Promise<ChainReport> | undefined;

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Config) private readonly config: Config,
  ) {}

  verify(): Promise<ChainReport> {
    this.running ??= this.walk().finally(() => (this.running = undefined));
    return this.running;
  }

  // Anchors first: one written during the walk would lie past the moment the walk sees.
  private async walk(): Promise<ChainReport> {
    const anchors = await readAnchors(this.config.dataDir);
    return verifyChain(this.db, anchors);
  }
}
