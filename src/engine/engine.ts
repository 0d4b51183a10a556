import { Injectable } from '@nestjs/common';
import { Db } from '../platform/index.js';
import type { CommitRoom } from './commit/commit-room.js';
import { type CommitRequest, commitTogether, commitTransition } from './commit-transition.js';
import { createCase, type CreateRequest, createTogether } from './create-case.js';
import { Relay } from './outbox/relay.js';
import { WorkflowRegistry } from './registry.js';
import { SettingsService } from './settings/settings.service.js';
import type { CommitOutcome } from './types.js';

/** The commit room as other rooms reach it. */
@Injectable()
export class Engine {
  private readonly room: CommitRoom;

  constructor(db: Db, registry: WorkflowRegistry, settings: SettingsService, relay: Relay) {
    this.room = { db, registry, settings, poke: () => relay.poke() };
  }

  /** Begins a case; see {@link createCase}. */
  create(request: CreateRequest): Promise<CommitOutcome> {
    return createCase(this.room, request);
  }

  /** Sends an event to a case; see {@link commitTransition}. */
  commit(request: CommitRequest): Promise<CommitOutcome> {
    return commitTransition(this.room, request);
  }

  /** Begins many cases of one workflow; see {@link createTogether}. */
  createTogether(workflow: string, requests: readonly Omit<CreateRequest, 'workflow'>[]): Promise<CommitOutcome[]> {
    return createTogether(this.room, workflow, requests);
  }

  /** Sends an event to each of many cases of one workflow; see {@link commitTogether}. */
  commitTogether(workflow: string, requests: readonly Omit<CommitRequest, 'workflow'>[]): Promise<CommitOutcome[]> {
    return commitTogether(this.room, workflow, requests);
  }
}
