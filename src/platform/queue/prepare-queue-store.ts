import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { roleOf } from '../db/index.js';

/** The schema that the queue library keeps its own tables in, apart from ours. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * Makes the queue's tables in the database, or brings them to the library's version, as the role that owns the schema; the
 * role that the product runs as gets rows and functions, never tables. Safe to repeat; processes take turns.
 *
 * @param ownerUrl connection string of the owner
 * @param appUrl connection string of the role that the product runs as
 */
export async function prepareQueueStore(ownerUrl: string, appUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl, options: '-c jit=off' });
  await owner.connect();
  try {
    await runMigrations(owner, QUEUE_SCHEMA);
    if (roleOf(ownerUrl) === roleOf(appUrl)) return;
    const role = owner.escapeIdentifier(roleOf(appUrl));
    await owner.query(`
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${role};`);
  } finally {
    await owner.end();
  }
}
