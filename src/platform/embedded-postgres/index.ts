export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './start.js';
export { DATABASE_NAME, ROLE_NAMES, type DatabaseRole } from './credentials.js';
