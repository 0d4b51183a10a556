import type { OnModuleDestroy } from '@nestjs/common';
import type { Db, Tx } from '../db/index.js';
import { Clock } from './clock.js';

const DAY_MS = 86_400_000;
/** How soon every process follows when one of them was told to move. */
const FOLLOW_MS = 1_000;

interface StoredClock {
  offsetMs: number;
  /** The SAMPLE_TODAY this offset began with, so that the same setting does not turn the clock back at each start. */
  startedOn: string | null;
}

/**
 * The sample profile's clock: runs at the usual pace, and can be set forward so that deadlines can be seen to pass. Where
 * it stands is a row of the database, which every process follows.
 */
export class MovableClock extends Clock implements OnModuleDestroy {
  private offsetMs = 0;
  private readonly listeners = new Set<() => void>();
  private following: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Db,
    private readonly startsOn: string | undefined,
  ) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  override onMoved(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Takes up where the last run left off, or starts on SAMPLE_TODAY when that is new. */
  async load(): Promise<void> {
    const stored = await this.read(this.db);
    this.offsetMs = stored?.offsetMs ?? 0;
    if (this.startsOn !== undefined && stored?.startedOn !== this.startsOn) await this.moveTo(this.startsOn);
  }

  /** From now on moves with the other processes. */
  follow(everyMs = FOLLOW_MS): void {
    this.following = setInterval(() => void this.lookAround(), everyMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.following);
  }

  /** @param day 'YYYY-MM-DD' in China, earlier ones too; the time of day stays */
  async moveTo(day: string): Promise<void> {
    const days = Math.round((Date.parse(day) - Date.parse(this.today())) / DAY_MS);
    const offsetMs = this.offsetMs + days * DAY_MS;
    await this.save(this.db, { offsetMs, startedOn: this.startsOn ?? null });
    this.apply(offsetMs);
  }

  /**
   * Sets the clock ahead for every process.
   *
   * @param ahead where to, given where the clock stands
   * @returns false when it was no way forward, and nothing has changed
   */
  async moveAhead(ahead: (now: Date) => Date): Promise<boolean> {
    const offsetMs = await this.db.transaction(async (tx) => {
      // Whoever moves it too waits here, and then goes on from where it stands by now.
      await tx.query('clock-turn', `SELECT pg_advisory_xact_lock(hashtext('clock'))`);
      const stored = await this.read(tx);
      const real = Date.now();
      const now = new Date(real + (stored?.offsetMs ?? 0));
      const wanted = ahead(now);
      if (wanted.getTime() <= now.getTime()) return null;
      const moved = wanted.getTime() - real;
      await this.save(tx, { offsetMs: moved, startedOn: stored?.startedOn ?? this.startsOn ?? null });
      return moved;
    });
    if (offsetMs === null) return false;
    this.apply(offsetMs);
    return true;
  }

  private async lookAround(): Promise<void> {
    const { offsetMs: before } = this;
    try {
      const stored = await this.read(this.db);
      // What was moved here meanwhile is newer than what was read.
      if (stored !== undefined && before === this.offsetMs) this.apply(stored.offsetMs);
    } catch {
      // The database is away: the clock runs on from where it stands.
    }
  }

  private apply(offsetMs: number): void {
    if (offsetMs === this.offsetMs) return;
    this.offsetMs = offsetMs;
    for (const listener of this.listeners) listener();
  }

  private async read(reader: Db | Tx): Promise<StoredClock | undefined> {
    const { rows } = await reader.query<{ value: StoredClock }>(
      'clock-load',
      `SELECT value FROM app_setting WHERE key = 'clock'`,
    );
    return rows[0]?.value;
  }

  private async save(writer: Db | Tx, value: StoredClock): Promise<void> {
    await writer.query(
      'clock-save',
      `INSERT INTO app_setting (key, value) VALUES ('clock', $1::jsonb)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
      [JSON.stringify(value)],
    );
  }
}
