import { Inject, Injectable, Logger } from '@nestjs/common';
import { asSystem, Clock, Db, type Tx } from '../platform/index.js';
import { requireUser } from './account.rows.js';
import type { Caller } from './caller.js';
import { refuse } from './identity.refusals.js';
import { lockForDuty } from './identity-lock.js';
import { AUDIT_DUTY, BUSINESS_ROLES, SECURITY_DUTY, SYSTEM_DUTY, isAdministratorRole } from './roles.js';
import { SessionStore } from './session.store.js';
import type { GrantBody } from './user.dto.js';

const DUTIES = [SYSTEM_DUTY, SECURITY_DUTY, AUDIT_DUTY];

/** Roles given to people and taken away: by the security administrator, never for oneself. */
@Injectable()
export class GrantsService {
  private readonly logger = new Logger('Grants');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SessionStore) private readonly sessions: SessionStore,
  ) {}

  /** @refuses OWN_ACCOUNT, USER_NOT_FOUND, UNIT_NOT_FOUND, GRANT_DAYS, GRANT_EXISTS, ADMIN_STANDS_APART,
   *   ADMINISTRATOR_HAS_NO_UNIT */
  async add(admin: Caller, userId: number, grant: GrantBody): Promise<number> {
    if (userId === admin.userId) refuse('OWN_ACCOUNT');
    const id = await this.db.transaction(async (tx) => {
      await lockForDuty(tx, admin, SECURITY_DUTY, this.clock.today());
      await requireUser(tx, userId);
      return this.addWithin(tx, userId, grant, this.clock.today());
    });
    this.logger.log({ event: 'role-granted', by: admin.userId, userId, grantId: id, role: grant.role });
    return id;
  }

  /** As `add`, inside a transaction that already holds the lock. */
  async addWithin(
    tx: Tx,
    userId: number,
    grant: GrantBody,
    today: string,
    source: 'local' | 'external' = 'local',
  ): Promise<number> {
    const { role, startsOn = today, endsOn = null } = grant;
    if (endsOn !== null && endsOn <= startsOn) refuse('GRANT_DAYS');
    if (isAdministratorRole(role) && (grant.unit ?? null) !== null) refuse('ADMINISTRATOR_HAS_NO_UNIT');
    const unitId = await unitIdOf(tx, grant.unit ?? null);
    await requireApart(tx, userId, role, { startsOn, endsOn, today });
    const { rows } = await tx.query<{ id: number }>(
      'identity-insert-grant',
      `INSERT INTO role_grant (user_id, role, unit_id, starts_on, ends_on, source)
       SELECT $1, $2, $3, $4::date, $5::date, $6
       WHERE NOT EXISTS (
         SELECT 1 FROM role_grant WHERE user_id = $1 AND role = $2 AND unit_id IS NOT DISTINCT FROM $3
           AND daterange(starts_on, ends_on) && daterange($4::date, $5::date))
       RETURNING id`,
      [userId, role, unitId, startsOn, endsOn, source],
    );
    return rows[0]?.id ?? refuse('GRANT_EXISTS');
  }

  /** Ends the grant today and signs the user out everywhere; the row stays as a record of what was held. */
  async revoke(admin: Caller, userId: number, grantId: number): Promise<void> {
    if (userId === admin.userId) refuse('OWN_ACCOUNT');
    await this.db.transaction(async (tx) => {
      await lockForDuty(tx, admin, SECURITY_DUTY, this.clock.today());
      const { rowCount } = await tx.query(
        'identity-end-grant',
        `UPDATE role_grant SET ends_on = greatest(starts_on, $3::date)
         WHERE id = $1 AND user_id = $2 AND (ends_on IS NULL OR ends_on > $3)`,
        [grantId, userId, this.clock.today()],
      );
      if (rowCount === 0) refuse('GRANT_NOT_FOUND');
      await this.sessions.endAll(tx, userId);
    });
    this.logger.log({ event: 'role-revoked', by: admin.userId, userId, grantId });
  }
}

async function unitIdOf(tx: Tx, code: string | null): Promise<number | null> {
  if (code === null) return null;
  const { rows } = await asSystem('identity.unit-names', () =>
    tx.query<{ id: number }>('identity-unit-id', 'SELECT id FROM unit WHERE code = $1', [code]),
  );
  return rows[0]?.id ?? refuse('UNIT_NOT_FOUND', { unit: code });
}

// The three administrators exclude one another and every business role, and stand in for nobody. The database holds the
// same rule over grants (role_grant_one_duty); asking first gives an answer a person understands.
async function requireApart(
  tx: Tx,
  userId: number,
  role: string,
  { startsOn, endsOn, today }: { startsOn: string; endsOn: string | null; today: string },
): Promise<void> {
  const duty = DUTIES.find((roles) => (roles as readonly string[]).includes(role)) ?? BUSINESS_ROLES;
  const { rows } = await tx.query<{ apart: boolean }>(
    'identity-apart',
    `SELECT NOT EXISTS (
        SELECT 1 FROM role_grant
        WHERE user_id = $1 AND role <> ALL ($2::text[]) AND daterange(starts_on, ends_on) && daterange($3::date, $4::date))
      AND NOT ($5 AND EXISTS (
        SELECT 1 FROM delegation WHERE to_user_id = $1 AND revoked_at IS NULL AND ends_on >= $6)) AS apart`,
    [userId, duty, startsOn, endsOn, isAdministratorRole(role), today],
  );
  if (rows[0]?.apart !== true) refuse('ADMIN_STANDS_APART');
}
