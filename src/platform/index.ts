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
  Listener,
  type Listening,
  migrate,
  type MigrationClass,
  missingMigrations,
  type Result,
  roleOf,
  runsAsWorker,
  type Statement,
  takeTurns,
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
export { HealthModule, Liveness, Metrics, Readiness } from './health/index.js';
export {
  AcceptsUpload,
  configureHttp,
  type FieldFault,
  onlyForMonitoring,
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
  watchAnswers,
} from './http/index.js';
export { removeLeftBehind } from './left-behind.js';
export { createLogger, describeError } from './log/index.js';
export {
  Duties,
  DutiesModule,
  type FirstStartTask,
  Lifetime,
  LOOKS_ON,
  type ReadyNote,
  requireFreePort,
  SERVES,
  SERVES_AND_WORKS,
  StartupError,
  WORKS,
} from './startup/index.js';
export { isWithin, type ScopeHolder, seesUnit, visiblePaths } from './unit-scope.js';
