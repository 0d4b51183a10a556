import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock, Db, type Tx } from '../platform/index.js';
import { type UserRow, requireUser, requireUserNamed, willHold } from './account.rows.js';
import { type Caller, holdsRole } from './caller.js';
import { type StandIn, circleClosedBy } from './delegation-circle.js';
import type { DelegationBody } from './delegation.dto.js';
import { refuse } from './identity.refusals.js';
import { lockIdentity } from './identity-lock.js';
import { ADMINISTRATOR_ROLES, SECURITY_DUTY } from './roles.js';

/** Standing in for an absent colleague: arranged by that colleague, or by the security administrator. */
@Injectable()
export class DelegationsService {
  private readonly logger = new Logger('Delegations');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * @refuses DELEGATION_NOT_YOURS, DELEGATION_TO_SELF, DELEGATION_DAYS, USER_NOT_FOUND, DELEGATE_DISABLED,
   *   ADMIN_STANDS_APART - the other is an administrator, DELEGATION_CYCLE - with the user ids round the circle
   */
  async create(caller: Caller, { startsOn, endsOn, reason, ...names }: DelegationBody): Promise<number> {
    const today = this.clock.today();
    if (startsOn < today || endsOn < startsOn) refuse('DELEGATION_DAYS', { today });
    const id = await this.db.transaction(async (tx) => {
      await lockIdentity(tx);
      const from = await this.absentPerson(tx, caller, names.from);
      const to = await requireDelegate(tx, from, names.to, today);
      const candidate: StandIn = { from: from.id, to: to.id, startsOn, endsOn };
      const circle = circleClosedBy(await standInsFrom(tx, startsOn), candidate);
      if (circle !== null) refuse('DELEGATION_CYCLE', { circle });
      return insertDelegation(tx, candidate, reason, this.clock.now());
    });
    this.logger.log({ event: 'delegated', by: caller.userId, delegationId: id });
    return id;
  }

  /** Ends it at once. A delegation revoked before stays as it was. */
  async revoke(caller: Caller, id: number): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { rows } = await tx.query<{ from: number; to: number }>(
        'identity-lock-delegation',
        `SELECT from_user_id AS "from", to_user_id AS "to" FROM delegation WHERE id = $1 FOR UPDATE`,
        [id],
      );
      const people = rows[0];
      const administers = holdsRole(caller, SECURITY_DUTY);
      // To all others it does not exist.
      if (people === undefined || !(administers || [people.from, people.to].includes(caller.userId))) {
        refuse('DELEGATION_NOT_FOUND');
      }
      if (!administers && people.from !== caller.userId) refuse('DELEGATION_NOT_YOURS');
      await tx.query(
        'identity-revoke-delegation',
        'UPDATE delegation SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL',
        [id, this.clock.now()],
      );
    });
    this.logger.log({ event: 'delegation-revoked', by: caller.userId, delegationId: id });
  }

  private async absentPerson(tx: Tx, caller: Caller, username: string | undefined): Promise<UserRow> {
    if (username === undefined || username.toLowerCase() === caller.username) return requireUser(tx, caller.userId);
    if (!holdsRole(caller, SECURITY_DUTY)) refuse('DELEGATION_NOT_YOURS');
    return requireUserNamed(tx, username);
  }
}

async function requireDelegate(tx: Tx, from: UserRow, username: string, today: string): Promise<UserRow> {
  const to = await requireUserNamed(tx, username);
  if (to.id === from.id) refuse('DELEGATION_TO_SELF');
  if (to.status === 'disabled') refuse('DELEGATE_DISABLED');
  if (await willHold(tx, to.id, ADMINISTRATOR_ROLES, today)) refuse('ADMIN_STANDS_APART');
  return to;
}

async function standInsFrom(tx: Tx, day: string): Promise<StandIn[]> {
  const { rows } = await tx.query<StandIn>(
    'identity-stand-ins',
    `SELECT from_user_id AS "from", to_user_id AS "to", starts_on AS "startsOn", ends_on AS "endsOn"
     FROM delegation WHERE revoked_at IS NULL AND ends_on >= $1`,
    [day],
  );
  return rows;
}

async function insertDelegation(tx: Tx, standIn: StandIn, reason: string, now: Date): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    'identity-insert-delegation',
    `INSERT INTO delegation (from_user_id, to_user_id, starts_on, ends_on, reason, created_at)
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [standIn.from, standIn.to, standIn.startsOn, standIn.endsOn, reason, now],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('INSERT … RETURNING gave no row');
  return row.id;
}
