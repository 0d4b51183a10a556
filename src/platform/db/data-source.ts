import type { DataSourceOptions } from 'typeorm';
import { parsedTypes } from './value-types.js';

export interface DatabaseSettings {
  /** Connection string of the role that requests run as. */
  url: string;
  /** Most connections this process holds at once. */
  poolSize: number;
}

/** TypeORM's options for one database; `typeorm` never changes the schema, migrations do. */
export function dataSourceOptions({ url, poolSize }: DatabaseSettings): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'qingpei',
    connectTimeoutMS: 10_000,
    installExtensions: false,
    synchronize: false,
    migrationsTableName: 'schema_migration',
    logging: false,
    // An idle connection broke: the pool replaces it, and readiness reports a database that is gone.
    poolErrorHandler: () => undefined,
    extra: {
      types: parsedTypes,
      pipeline: true,
      options: '-c jit=off -c timezone=UTC -c idle_in_transaction_session_timeout=60000',
    },
  };
}

/** The role a connection string signs in as. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
