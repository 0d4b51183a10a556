import { Client } from 'pg';
import type { DataSource } from 'typeorm';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

export interface Listening {
  /** Called with each payload, in the order of the commits. */
  heard(payload: string): void;
  /** Called when listening has begun again after a break, in which anything may have been missed. */
  missed(): void;
  failed(error: unknown): void;
}

/**
 * Listens on one channel of PostgreSQL over a connection of its own, outside the pool: a pooled one forgets what it listens
 * to. Comes back by itself when the database was away.
 */
export class Listener {
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private delayMs = FIRST_DELAY_MS;
  private isWanted = false;

  constructor(
    private readonly source: DataSource,
    private readonly channel: string,
    private readonly listening: Listening,
  ) {
    if (!/^[a-z_]+$/.test(channel)) throw new Error('a channel is a plain name');
  }

  async start(): Promise<void> {
    if (this.isWanted) return;
    this.isWanted = true;
    await this.connect(false);
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    clearTimeout(this.retry);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(again: boolean): Promise<void> {
    const { url } = this.source.options as { url?: string };
    const client = new Client({ connectionString: url, application_name: 'qingpei-live', keepAlive: true });
    client.on('notification', ({ payload }) => this.listening.heard(payload ?? ''));
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, null));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.delayMs = FIRST_DELAY_MS;
      if (again) this.listening.missed();
    } catch (error) {
      this.lost(client, error);
    }
  }

  private lost(client: Client, error: unknown): void {
    if (client !== this.client || !this.isWanted) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    if (error !== null) this.listening.failed(error);
    this.retry = setTimeout(() => void this.connect(true), this.delayMs);
    this.delayMs = Math.min(this.delayMs * 2, LONGEST_DELAY_MS);
  }
}
