export { createTestDatabase, type TestDatabase, type TestDatabaseOptions, warmPool } from './test-database.js';
export { makeScratchFolder } from './scratch-folder.js';
export { SourceProcess } from './source-process.js';
