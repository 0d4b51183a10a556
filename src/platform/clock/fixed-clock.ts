import { Clock } from './clock.js';

/** A clock for tests: stands still until told otherwise. */
export class FixedClock extends Clock {
  /** @param instant a Date, or a day 'YYYY-MM-DD' meaning noon of that day in China */
  constructor(private instant: Date | string) {
    super();
  }

  now(): Date {
    return typeof this.instant === 'string' ? new Date(`${this.instant}T12:00:00+08:00`) : new Date(this.instant);
  }

  set(instant: Date | string): void {
    this.instant = instant;
  }
}
