export { Db, type Result, type Statement, type Tx } from './db.js';
export { dataSourceOptions, type DatabaseSettings, roleOf } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { migrate, missingMigrations, type MigrationClass } from './migrate.js';
export { parsedTypes } from './value-types.js';
