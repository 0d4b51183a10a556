import type { Db } from '../../platform/index.js';

/** A working process sweeps every minute; three missed in a row are no accident. */
export const STUCK_AFTER_SECONDS = 180;
const FORGOTTEN_AFTER = '1 day';

export interface WorkerAtWork {
  id: string;
  startedAt: Date;
  sweptAt: Date | null;
  stuck: boolean;
}

/** @returns every process that carries out jobs, or should */
export async function workersAtWork(db: Db): Promise<WorkerAtWork[]> {
  const { rows } = await db.query<WorkerAtWork>(
    'heartbeat-workers',
    `SELECT worker AS id, started_at AS "startedAt", swept_at AS "sweptAt",
            now() - beat_at >= interval '${STUCK_AFTER_SECONDS} seconds' AS stuck
     FROM worker_heartbeat ORDER BY started_at, worker`,
  );
  return rows;
}

/** The sign of life of one process that carries out jobs, kept where every other can see it. */
export class Heartbeat {
  constructor(
    private readonly db: Db,
    private readonly worker: string,
  ) {}

  async begin(): Promise<void> {
    await this.db.query(
      'heartbeat-begin',
      `WITH forgotten AS (DELETE FROM worker_heartbeat WHERE beat_at < now() - interval '${FORGOTTEN_AFTER}')
       INSERT INTO worker_heartbeat (worker, started_at, beat_at) VALUES ($1, now(), now())`,
      [this.worker],
    );
  }

  /** After work was done, not by a timer: a process that lives and does nothing is stuck. */
  async beat(): Promise<void> {
    await this.db.query(
      'heartbeat-beat',
      `INSERT INTO worker_heartbeat (worker, started_at, beat_at, swept_at) VALUES ($1, now(), now(), now())
       ON CONFLICT (worker) DO UPDATE SET beat_at = now(), swept_at = now()`,
      [this.worker],
    );
  }

  async end(): Promise<void> {
    await this.db.query('heartbeat-end', 'DELETE FROM worker_heartbeat WHERE worker = $1', [this.worker]);
  }

  /** @returns seconds since this process last did its work */
  async ageSeconds(): Promise<number> {
    const { rows } = await this.db.query<{ age: number | null }>(
      'heartbeat-age',
      'SELECT extract(epoch FROM now() - max(beat_at))::float8 AS age FROM worker_heartbeat WHERE worker = $1',
      [this.worker],
    );
    return rows[0]?.age ?? Infinity;
  }

  alive(): Promise<number> {
    return this.count('<');
  }

  stuck(): Promise<number> {
    return this.count('>=');
  }

  private async count(comparison: '<' | '>='): Promise<number> {
    const { rows } = await this.db.query<{ count: number }>(
      `heartbeat-count ${comparison}`,
      `SELECT count(*)::int AS count FROM worker_heartbeat
       WHERE now() - beat_at ${comparison} interval '${STUCK_AFTER_SECONDS} seconds'`,
    );
    return rows[0]?.count ?? 0;
  }
}
