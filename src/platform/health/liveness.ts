import { Injectable } from '@nestjs/common';

export interface LivenessReport {
  live: boolean;
  /** What rooms have added: whether each still moves. */
  checks: Record<string, boolean>;
}

/**
 * Whether the process itself still moves. Nothing outside is asked: a database that is away is no reason to start the
 * process anew, work that never ends is.
 */
@Injectable()
export class Liveness {
  private readonly checks = new Map<string, () => boolean>();

  report(): LivenessReport {
    const checks = Object.fromEntries([...this.checks].map(([name, check]) => [name, check()]));
    return { live: Object.values(checks).every(Boolean), checks };
  }

  /** Adds something that must keep moving. */
  watch(name: string, isMoving: () => boolean): void {
    this.checks.set(name, isMoving);
  }
}
