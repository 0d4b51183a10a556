import { DataSource } from 'typeorm';
import { dataSourceOptions, Db, type EmbeddedPostgres } from '../../../src/platform/index.js';
import { WHOLE_TREE } from '../../../src/platform/db/index.js';

/** The database of a storm, to put a city into it. */
export async function openDb(postgres: EmbeddedPostgres): Promise<{ db: Db; close: () => Promise<void> }> {
  const dataSource = await new DataSource(dataSourceOptions({ url: postgres.url('app'), poolSize: 2 })).initialize();
  return { db: new Db(dataSource, { scopeOutside: WHOLE_TREE }), close: () => dataSource.destroy() };
}
