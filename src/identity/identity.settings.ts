import { type Config, type SignInConfig, StartupError } from '../platform/index.js';
import { BUSINESS_ROLES, GRANTABLE_ROLES, type GrantableRole } from './roles.js';

/** The knobs of signing in. Durations run by the database's clock: moving the sample clock signs nobody out. */
export class IdentitySettings {
  readonly sessionMaxHours: number;
  readonly sessionIdleMinutes: number;
  /** The cookie travels over TLS alone. */
  readonly secureCookie: boolean;
  /** 0: passwords do not age. */
  readonly passwordMaxAgeDays: number;
  /** Last passwords, the present one included, that may not be chosen again. */
  readonly passwordHistory: number;
  /** Who holds one of these roles must have a second factor. */
  readonly secondFactorRoles: readonly GrantableRole[];
  /** Sign-ins one address may try per minute; a whole office may share one address. */
  readonly signInsPerMinute: number;
  /** Sign-ins that may be tried per minute for one user name. */
  readonly signInsPerMinuteAndName: number;
  /** Requests that change something, per user and minute; 0: not counted. */
  readonly changesPerMinute: number;
  /** A refused sign-in answers no sooner, so that its duration does not tell why. */
  readonly refusalDelayMs: number;

  constructor(given: Partial<IdentitySettings> = {}) {
    this.sessionMaxHours = given.sessionMaxHours ?? 12;
    this.sessionIdleMinutes = given.sessionIdleMinutes ?? 30;
    this.secureCookie = given.secureCookie ?? true;
    this.passwordMaxAgeDays = given.passwordMaxAgeDays ?? 90;
    this.passwordHistory = given.passwordHistory ?? 5;
    this.secondFactorRoles = given.secondFactorRoles ?? [];
    this.signInsPerMinute = given.signInsPerMinute ?? 60;
    this.signInsPerMinuteAndName = given.signInsPerMinuteAndName ?? 30;
    this.changesPerMinute = given.changesPerMinute ?? 600;
    this.refusalDelayMs = given.refusalDelayMs ?? 300;
  }

  /** An office may share one address: it may do as much as so many busy people. */
  get changesPerMinuteAndAddress(): number {
    return this.changesPerMinute * 10;
  }
}

export const LOCK_AFTER_FAILURES = 5;
export const LOCK_MINUTES = 15;

export function settingsFrom(config: Config): IdentitySettings {
  const { secondFactorRoles, roleMap, ...signIn } = config.signIn;
  requireKnownRoles('SECOND_FACTOR_ROLES', secondFactorRoles, GRANTABLE_ROLES);
  // An administrator is made by hand: no outside directory can appoint one.
  requireKnownRoles(
    'EXTERNAL_ROLE_MAP',
    roleMap.map(({ role }) => role),
    BUSINESS_ROLES,
  );
  return new IdentitySettings({
    ...passwordRules(signIn),
    secondFactorRoles: secondFactorRoles as GrantableRole[],
    sessionMaxHours: config.sessionMaxHours,
    sessionIdleMinutes: config.sessionIdleMinutes,
    secureCookie: !config.isSample,
    signInsPerMinute: signIn.signInsPerMinute,
    signInsPerMinuteAndName: Math.max(1, Math.floor(signIn.signInsPerMinute / 2)),
    changesPerMinute: signIn.changesPerMinute,
  });
}

function passwordRules({
  passwordMaxAgeDays,
  passwordHistory,
}: Pick<SignInConfig, 'passwordMaxAgeDays' | 'passwordHistory'>) {
  return { passwordMaxAgeDays, passwordHistory };
}

function requireKnownRoles(variable: string, named: readonly string[], known: readonly string[]): void {
  const unknown = named.filter((role) => !known.includes(role));
  if (unknown.length === 0) return;
  throw new StartupError(
    'SETTINGS_INVALID',
    `环境变量设置有误，未启动：\n  - ${variable}：没有或不可用的角色 ${unknown.join('、')}`,
  );
}
