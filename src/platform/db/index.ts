export { Db, type DbOptions, type Result, type Statement, type Tx } from './db.js';
export { dataSourceOptions, type DatabaseSettings, roleOf } from './data-source.js';
export { type ModuleSettings, DatabaseModule } from './database.module.js';
export { takeTurns } from './take-turns.js';
export { migrate, missingMigrations, type MigrationClass } from './migrate.js';
export { asSystem, asWorker, beginRequest, limitRequestTo, runsAsWorker, WHOLE_TREE, withScope } from './scope.js';
export { Listener, type Listening } from './listener.js';
export { parsedTypes } from './value-types.js';
