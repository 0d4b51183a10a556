import { type Config, startEmbeddedPostgres } from './platform/index.js';

export interface RunningDatabase {
  /** Connection string of the role that owns the schema. */
  ownerUrl: string;
  /** Connection string of the role that requests run as. */
  appUrl: string;
  /** Connection string of the role that jobs run as. */
  workerUrl: string;
  stop(): Promise<void>;
  /** Ends it at once, without waiting. */
  kill(): void;
}

export interface StartDatabaseOptions {
  log: (line: string) => void;
  onLost?: () => void;
  /** Use the embedded database even while the server runs on it, for commands beside the server. */
  share?: boolean;
}

/** The server that DATABASE_URL names, else the embedded one in DATA_DIR. */
export async function startDatabase(config: Config, options: StartDatabaseOptions): Promise<RunningDatabase> {
  if (config.databaseUrl !== undefined) {
    const appUrl = config.databaseAppUrl ?? config.databaseUrl;
    const workerUrl = config.databaseWorkerUrl ?? appUrl;
    return { ownerUrl: config.databaseUrl, appUrl, workerUrl, stop: () => Promise.resolve(), kill: () => undefined };
  }
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, ...options });
  return {
    ownerUrl: embedded.url('owner'),
    appUrl: embedded.url('app'),
    workerUrl: embedded.url('worker'),
    stop: () => embedded.stop(),
    kill: () => embedded.kill(),
  };
}
