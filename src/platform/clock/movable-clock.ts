import type { Db } from '../db/index.js';
import { Clock } from './clock.js';

const DAY_MS = 86_400_000;

interface StoredClock {
  offsetMs: number;
  /** The SAMPLE_TODAY this offset began with, so that the same setting does not turn the clock back at each start. */
  startedOn: string | null;
}

/** The sample profile's clock: runs at the usual pace, and can be set forward so that deadlines can be seen to pass. */
export class MovableClock extends Clock {
  private offsetMs = 0;

  constructor(
    private readonly db: Db,
    private readonly startsOn: string | undefined,
  ) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Takes up where the last run left off, or starts on SAMPLE_TODAY when that is new. */
  async load(): Promise<void> {
    const { rows } = await this.db.query<{ value: StoredClock }>(
      'clock-load',
      `SELECT value FROM app_setting WHERE key = 'clock'`,
    );
    const stored = rows[0]?.value;
    this.offsetMs = stored?.offsetMs ?? 0;
    if (this.startsOn !== undefined && stored?.startedOn !== this.startsOn) await this.moveTo(this.startsOn);
  }

  /** @param day 'YYYY-MM-DD' in China; the time of day stays */
  async moveTo(day: string): Promise<void> {
    const days = Math.round((Date.parse(day) - Date.parse(this.today())) / DAY_MS);
    this.offsetMs += days * DAY_MS;
    const value: StoredClock = { offsetMs: this.offsetMs, startedOn: this.startsOn ?? null };
    await this.db.query(
      'clock-save',
      `INSERT INTO app_setting (key, value) VALUES ('clock', $1::jsonb)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [JSON.stringify(value)],
    );
  }
}
