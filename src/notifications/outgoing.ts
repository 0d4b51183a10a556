import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';

/** A notice that has just been put before somebody. */
export interface ToldNotice {
  id: number;
  userId: number;
}

/** Where messages to the outside are queued, in the transaction that gives the reason for them. */
@Injectable()
export class Outgoing {
  async queue(_tx: Tx, _told: readonly ToldNotice[]): Promise<void> {
    // Nothing leaves the product as long as no channel exists.
  }
}
