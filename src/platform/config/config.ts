import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartupError } from '../startup/index.js';
import { dataKeyFile } from './data-key-file.js';
import { requireFitForProduction } from './production.js';
import { type SignInConfig, signInConfigOf, signInFaults } from './sign-in-settings.js';
import { settingsSchema, type Settings } from './settings.js';

export type Profile = Settings['PROFILE'];

/** All settings of one installation, validated together. Constructed by `readConfig` alone. */
export class Config {
  readonly profile: Profile;
  readonly port: number;
  /** Whether the port was asked for: a process that serves nobody listens only then, for whoever watches it. */
  readonly isPortGiven: boolean;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly databaseWorkerUrl: string | undefined;
  readonly databasePoolSize: number;
  readonly redisUrl: string | undefined;
  /** The address users open, when a proxy hides it from us; unsafe requests must come from it. */
  readonly publicOrigin: string | undefined;
  /** Hosts on which robots of messaging systems may be called. */
  readonly robotHosts: readonly string[];
  /** Path of an office suite that lays forms out as PDF; without one there is DOCX alone. */
  readonly officeSuite: string | undefined;
  /** Path of a city's own mapping of national information-set items; without one the product's counts. */
  readonly nationalCodes: string | undefined;
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly sessionIdleMinutes: number;
  readonly sessionMaxHours: number;
  /** Base64 of 32 bytes; read it through `loadDataKeys`. */
  readonly dataKey: string | undefined;
  /** The key to move to, where keys are variables. */
  readonly dataKeyNext: string | undefined;
  /** Earlier keys, for reading. */
  readonly dataKeysRetired: readonly string[];
  readonly signIn: SignInConfig;
  readonly sampleCity: boolean;
  readonly samplePassword: string | undefined;
  /** 'YYYY-MM-DD'. */
  readonly sampleToday: string | undefined;

  constructor(settings: Settings) {
    this.profile = settings.PROFILE;
    this.port = settings.PORT ?? 3000;
    this.isPortGiven = settings.PORT !== undefined;
    this.host = settings.HOST;
    this.dataDir = resolve(settings.DATA_DIR);
    this.databaseUrl = settings.DATABASE_URL;
    this.databaseAppUrl = settings.DATABASE_APP_URL;
    this.databaseWorkerUrl = settings.DATABASE_WORKER_URL;
    this.databasePoolSize = settings.DATABASE_POOL_SIZE;
    this.redisUrl = settings.REDIS_URL;
    this.publicOrigin = settings.PUBLIC_ORIGIN;
    this.robotHosts = settings.ROBOT_HOSTS;
    this.officeSuite = settings.OFFICE_SUITE;
    this.nationalCodes = settings.NATIONAL_CODES;
    this.logLevel = settings.LOG_LEVEL;
    this.sessionIdleMinutes = settings.SESSION_IDLE_MINUTES;
    this.sessionMaxHours = settings.SESSION_MAX_HOURS;
    this.dataKey = settings.DATA_KEY;
    this.dataKeyNext = settings.DATA_KEY_NEXT;
    this.dataKeysRetired = settings.DATA_KEY_RETIRED ?? [];
    this.signIn = signInConfigOf(settings);
    this.sampleCity = this.isSample && settings.SAMPLE_CITY !== 'off';
    this.samplePassword = settings.SAMPLE_PASSWORD;
    this.sampleToday = settings.SAMPLE_TODAY;
  }

  get isSample(): boolean {
    return this.profile === 'sample';
  }
}

/** Reads and validates every variable; all faults are named in one message. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // `PORT=` in an env file means "unset", not "empty".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const parsed = settingsSchema.safeParse(given);
  const faults = parsed.success
    ? [...signInFaults(parsed.data), ...productionFaults(parsed.data)]
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`);
  if (parsed.success && faults.length === 0) return new Config(parsed.data);
  throw new StartupError(
    'SETTINGS_INVALID',
    `环境变量设置有误，未启动：\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
  );
}

function productionFaults(settings: Settings): string[] {
  const hasKeyFile = existsSync(dataKeyFile(settings.DATA_DIR));
  return settings.PROFILE === 'production' ? requireFitForProduction(settings, hasKeyFile) : [];
}
