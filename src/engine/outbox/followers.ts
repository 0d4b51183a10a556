import { Injectable } from '@nestjs/common';
import type { OutboxMessage } from '../types.js';

/** What another room does about a step of a case; may run twice for one step. */
export type FollowUp = (message: OutboxMessage) => Promise<void>;

/**
 * How a room learns of a step in a workflow that does not know it. The workflow tells of the step by an after-commit effect;
 * whoever follows the topic does its part then. Nobody following is no fault: nothing waits for a room that is not there.
 */
@Injectable()
export class Followers {
  private readonly followers = new Map<string, FollowUp[]>();

  /**
   * @param topic what is told, as `<workflow>.<what>`
   * @param run at least once per step, in the order of the case's steps
   */
  follow(topic: string, run: FollowUp): void {
    this.followers.set(topic, [...(this.followers.get(topic) ?? []), run]);
  }

  /**
   * Tells everybody who follows. A follower that fails is asked again later with the same message, and so are the others.
   *
   * @param topic what is told
   * @param message the outbox message being carried out
   */
  async tell(topic: string, message: OutboxMessage): Promise<void> {
    for (const run of this.followers.get(topic) ?? []) await run(message);
  }
}
