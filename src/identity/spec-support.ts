import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { CredentialsService } from './credentials.service.js';
import { DelegationsService } from './delegations.service.js';
import { GrantsService } from './grants.service.js';
import { Visits } from './visits.js';
import { IdentitySettings } from './identity.settings.js';
import type { Caller } from './caller.js';
import type { Visit } from './caller.query.js';
import { hashPassword } from './password-hash.js';
import type { GrantableRole } from './roles.js';
import { SessionStore } from './session.store.js';
import { SignInService } from './sign-in.service.js';
import { UsersService } from './users.service.js';
import { type Db, FixedClock } from '../platform/index.js';

export const PASSWORD = 'Correct-Horse-1';
export const TODAY = '2026-03-10';

/** The room's services over a test's database, put together without the application. */
export interface IdentityFixture {
  db: Db;
  clock: FixedClock;
  settings: IdentitySettings;
  credentials: CredentialsService;
  signIns: SignInService;
  sessions: SessionStore;
  users: UsersService;
  grants: GrantsService;
  delegations: DelegationsService;
  /** Makes an account whose password is PASSWORD and returns its id. */
  person(username: string, ...roles: GrantableRole[]): Promise<number>;
  /** Makes a unit below another and returns its id. */
  unit(code: string, parentId?: number): Promise<number>;
  signIn(username: string, password?: string): Promise<string>;
  visitOf(token: string): Promise<Visit | null>;
  callerFor(token: string): Promise<Caller | null>;
}

export async function createIdentityFixture(db: Db, given: Partial<IdentitySettings> = {}): Promise<IdentityFixture> {
  Logger.overrideLogger(false);
  const clock = new FixedClock(TODAY);
  const settings = new IdentitySettings({
    sessionIdleMinutes: 60,
    secureCookie: false,
    refusalDelayMs: 0,
    secondFactorRoles: [],
    ...given,
  });
  const credentials = new CredentialsService(db);
  await credentials.onModuleInit();
  const sessions = new SessionStore(db, settings);
  const signIns = new SignInService(db, credentials, sessions, settings);
  const grants = new GrantsService(db, clock, sessions);
  const visits = new Visits(db, clock, settings);
  const passwordHash = await hashPassword(PASSWORD);
  return {
    db,
    clock,
    settings,
    credentials,
    sessions,
    signIns,
    grants,
    users: new UsersService(db, clock, sessions, settings),
    delegations: new DelegationsService(db, clock),
    person: (username, ...roles) => insertPerson(db, username, passwordHash, roles),
    unit: (code, parentId) => insertUnit(db, code, parentId),
    signIn: (username, password = PASSWORD) => signIns.signIn(username, password, { address: null, replaces: null }),
    visitOf: (token) => visits.find(token),
    callerFor: async (token) => (await visits.find(token))?.caller ?? null,
  };
}

/** A caller as the guard would hand it on, for services that are called directly. */
export function asCaller(userId: number, username: string, ...roles: GrantableRole[]): Caller {
  return { userId, username, displayName: username, grants: roles.map((role) => ({ role, unitPath: '' })) };
}

/** The code a call was refused with, or null when it went through. */
export async function refusalOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const { refusal } = error as { refusal?: { code: string } };
    if (refusal === undefined) throw error;
    return refusal.code;
  }
}

export function uniqueName(prefix: string): string {
  return `${prefix}${randomBytes(3).toString('hex')}`;
}

async function insertPerson(db: Db, username: string, passwordHash: string, roles: GrantableRole[]): Promise<number> {
  const { rows } = await db.queryDynamic<{ id: number }>(
    `WITH person AS (INSERT INTO app_user (username, display_name, password_hash) VALUES ($1, $1, $2) RETURNING id),
       roles AS (INSERT INTO role_grant (user_id, role) SELECT id, unnest($3::text[]) FROM person)
     SELECT id FROM person`,
    [username, passwordHash, roles],
  );
  return rows[0]!.id;
}

async function insertUnit(db: Db, code: string, parentId?: number): Promise<number> {
  const { rows } = await db.queryDynamic<{ id: number }>(
    `INSERT INTO unit (code, name, kind, parent_id) VALUES ($1, $1, 'county-level-area', $2) RETURNING id`,
    [code, parentId ?? null],
  );
  const id = rows[0]!.id;
  await db.queryDynamic(
    `UPDATE unit SET path = coalesce((SELECT path FROM unit WHERE id = $2) || id::text, id::text::ltree) WHERE id = $1`,
    [id, parentId ?? null],
  );
  return id;
}
