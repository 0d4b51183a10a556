export {
  ACCESS_METADATA,
  Access,
  type AccessRule,
  type AccessScope,
  type CallerRequest,
  CurrentCaller,
} from './access.js';
export { Clock, ClockModule, FixedClock, MovableClock, SystemClock } from './clock/index.js';
export {
  Config,
  ConfigModule,
  loadDataKeys,
  networkList,
  type Profile,
  readConfig,
  type SignInConfig,
} from './config/index.js';
export {
  asSystem,
  asWorker,
  beginRequest,
  DatabaseModule,
  type DatabaseSettings,
  dataSourceOptions,
  Db,
  limitRequestTo,
  migrate,
  type MigrationClass,
  missingMigrations,
  type Result,
  roleOf,
  type Statement,
  type Tx,
  withScope,
} from './db/index.js';
export { ByDownloadGrant, DOWNLOAD_METADATA, type DownloadRule, GRANT_PARAMETER } from './downloads.js';
export {
  type DatabaseRole,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres/index.js';
export { HealthModule, Metrics, Readiness } from './health/index.js';
export {
  AcceptsUpload,
  configureHttp,
  type FieldFault,
  type Problem,
  ProblemFilter,
  type Refusal,
  RefusalError,
  type RefusalEntry,
  refuse,
  registeredRefusals,
  registerRefusals,
  requestIdOf,
  sentenceOf,
  speakChinese,
  ValidationError,
} from './http/index.js';
export { createLogger, describeError } from './log/index.js';
export { type FirstStartTask, Lifetime, type ReadyNote, requireFreePort, StartupError } from './startup/index.js';
export { isWithin, type ScopeHolder, seesUnit, visiblePaths } from './unit-scope.js';
