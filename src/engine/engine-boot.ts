import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Db, Duties } from '../platform/index.js';
import { CardUpkeep } from './cards/card-upkeep.js';
import { requireComplete } from './boot-check.js';
import { Relay } from './outbox/relay.js';
import { WorkflowRegistry } from './registry.js';
import { seedSettings } from './settings/seed-settings.js';

/** Settings first, then, when every workflow has registered itself, proof that each is complete; only then work begins. */
@Injectable()
export class EngineBoot implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly db: Db,
    private readonly registry: WorkflowRegistry,
    private readonly relay: Relay,
    private readonly cards: CardUpkeep,
    private readonly duties: Duties,
  ) {}

  onModuleInit(): Promise<void> {
    return seedSettings(this.db);
  }

  async onApplicationBootstrap(): Promise<void> {
    await requireComplete(this.db, this.registry.all());
    if (!this.duties.works) return;
    this.relay.start();
    this.cards.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.relay.stop();
    await this.cards.stop();
  }
}
