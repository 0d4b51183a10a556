import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { describeAct } from '../../platform/audit/index.js';
import { asSystem, Clock, Config, Db, type Tx } from '../../platform/index.js';
import { insertAccount, requireUser } from '../account.rows.js';
import type { Caller } from '../caller.js';
import { GrantsService } from '../grants.service.js';
import { lockForDuty, lockIdentity } from '../identity-lock.js';
import { refuse } from '../identity.refusals.js';
import { type GrantableRole, SYSTEM_DUTY } from '../roles.js';
import { SessionStore, type SignInOrigin } from '../session.store.js';
import { username as usernameRule } from '../user.dto.js';
import type { ExternalPerson } from './external-person.js';

interface MappedGrant {
  role: GrantableRole;
  unit: string | null;
}

interface HeldGrant extends MappedGrant {
  id: number;
  source: 'local' | 'external';
}

const DISPLAY_NAME_LENGTH = 40;

/** Accounts of people whom an identity provider vouches for: found by subject, never by name. */
@Injectable()
export class ExternalAccountsService {
  private readonly logger = new Logger('ExternalSignIn');

  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Config) private readonly config: Config,
    @Inject(GrantsService) private readonly grants: GrantsService,
    @Inject(SessionStore) private readonly sessions: SessionStore,
  ) {}

  /**
   * Opens a session for the person. Someone without an account gets one when a group of theirs is mapped to a role.
   * @refuses EXTERNAL_ACCOUNT_UNKNOWN - also when the account is disabled
   */
  async signIn(person: ExternalPerson, origin: SignInOrigin): Promise<string> {
    const { userId, token } = await this.db.transaction(async (tx) => {
      await lockIdentity(tx);
      const mapped = this.mappedGrants(person);
      const id = (await linkedUser(tx, person)) ?? (await this.createFor(tx, person, mapped ?? []));
      describeAct({ event: 'sign-in', actorId: id });
      if ((await requireUser(tx, id)).status !== 'active') refuse('EXTERNAL_ACCOUNT_UNKNOWN');
      if (mapped !== undefined) await this.followGroups(tx, id, mapped);
      const session = { userId: id, byPassword: false, secondFactorShown: false };
      return { userId: id, token: await this.sessions.open(tx, { ...origin, ...session }) };
    });
    this.logger.log({ event: 'signed-in', way: person.provider, userId });
    return token;
  }

  /**
   * Lets the subject sign in as the user. Only while the account holds no role: later its owner alone does that
   * (`linkOwn`), else who keeps the accounts could quietly become anybody.
   * @refuses OWN_ACCOUNT, USER_NOT_FOUND, ACCOUNT_IN_USE, EXTERNAL_IDENTITY_TAKEN
   */
  async link(admin: Caller, userId: number, provider: string, subject: string): Promise<void> {
    if (userId === admin.userId) refuse('OWN_ACCOUNT');
    await this.db.transaction(async (tx) => {
      await lockForDuty(tx, admin, SYSTEM_DUTY, this.clock.today());
      await requireUser(tx, userId);
      const { rowCount } = await tx.query('identity-any-grant', 'SELECT 1 FROM role_grant WHERE user_id = $1 LIMIT 1', [
        userId,
      ]);
      if (rowCount > 0) refuse('ACCOUNT_IN_USE');
      if (!(await insertLink(tx, provider, subject, userId))) refuse('EXTERNAL_IDENTITY_TAKEN');
    });
    this.logger.log({ event: 'external-identity-linked', by: admin.userId, userId });
  }

  /**
   * Lets whom the provider vouches for sign in as the user who went there to be linked.
   * @refuses EXTERNAL_IDENTITY_TAKEN - it is another account's
   */
  async linkOwn(userId: number, person: ExternalPerson): Promise<void> {
    await this.db.transaction(async (tx) => {
      const isNew = await insertLink(tx, person.provider, person.subject, userId);
      if (!isNew && (await linkedUser(tx, person)) !== userId) refuse('EXTERNAL_IDENTITY_TAKEN');
    });
    this.logger.log({ event: 'external-identity-linked', by: userId, userId });
  }

  /** @refuses OWN_ACCOUNT, EXTERNAL_IDENTITY_NOT_FOUND */
  async unlink(admin: Caller, userId: number, provider: string, subject: string): Promise<void> {
    if (userId === admin.userId) refuse('OWN_ACCOUNT');
    await this.db.transaction(async (tx) => {
      await lockForDuty(tx, admin, SYSTEM_DUTY, this.clock.today());
      const { rowCount } = await tx.query(
        'identity-unlink',
        'DELETE FROM external_identity WHERE provider = $1 AND subject = $2 AND user_id = $3',
        [provider, subject, userId],
      );
      if (rowCount === 0) refuse('EXTERNAL_IDENTITY_NOT_FOUND');
      await this.sessions.endAll(tx, userId);
    });
    this.logger.log({ event: 'external-identity-unlinked', by: admin.userId, userId });
  }

  private mappedGrants({ groups }: ExternalPerson): MappedGrant[] | undefined {
    if (groups === undefined || this.config.signIn.roleMap.length === 0) return undefined;
    const mapped = this.config.signIn.roleMap.filter(({ group }) => groups.includes(group));
    const distinct = new Map(mapped.map(({ role, unit }) => [keyOf({ role, unit }), { role, unit }]));
    // That each is a role a person can be given is checked when the settings are read.
    return [...distinct.values()] as MappedGrant[];
  }

  private async createFor(tx: Tx, person: ExternalPerson, mapped: MappedGrant[]): Promise<number> {
    if (mapped.length === 0) refuse('EXTERNAL_ACCOUNT_UNKNOWN');
    const digest = createHash('sha256').update(`${person.provider}\n${person.subject}`).digest('hex').slice(0, 16);
    const wished = usernameRule.safeParse(person.preferredName ?? '');
    const displayName = person.displayName?.slice(0, DISPLAY_NAME_LENGTH) ?? person.preferredName ?? digest;
    // A name that is taken is somebody else's account, whatever the provider calls its people.
    const id =
      (wished.success ? await insertAccount(tx, { username: wished.data, displayName, passwordHash: null }) : null) ??
      (await insertAccount(tx, { username: `x${digest}`, displayName, passwordHash: null }));
    if (id === null || !(await insertLink(tx, person.provider, person.subject, id))) {
      throw new Error('the account of an external identity exists without its link');
    }
    this.logger.log({ event: 'user-created', way: person.provider, userId: id });
    return id;
  }

  // Grants given by hand stay as they are; those that came from groups go with the groups.
  private async followGroups(tx: Tx, userId: number, mapped: MappedGrant[]): Promise<void> {
    const today = this.clock.today();
    const held = await heldGrants(tx, userId, today);
    const wanted = new Set(mapped.map(keyOf));
    const obsolete = held.filter((grant) => grant.source === 'external' && !wanted.has(keyOf(grant)));
    await tx.query(
      'identity-end-external-grants',
      'UPDATE role_grant SET ends_on = greatest(starts_on, $2::date) WHERE id = ANY($1::bigint[])',
      [obsolete.map(({ id }) => id), today],
    );
    const present = new Set(held.map(keyOf));
    for (const grant of mapped.filter((item) => !present.has(keyOf(item)))) {
      await this.grants.addWithin(tx, userId, grant, today, 'external');
    }
  }
}

function keyOf({ role, unit }: { role: string; unit: string | null }): string {
  return `${role}@${unit ?? ''}`;
}

async function linkedUser(tx: Tx, { provider, subject }: ExternalPerson): Promise<number | null> {
  const { rows } = await tx.query<{ id: number }>(
    'identity-linked-user',
    'SELECT user_id AS id FROM external_identity WHERE provider = $1 AND subject = $2',
    [provider, subject],
  );
  return rows[0]?.id ?? null;
}

async function insertLink(tx: Tx, provider: string, subject: string, userId: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    'identity-link',
    `INSERT INTO external_identity (provider, subject, user_id) VALUES ($1, $2, $3)
     ON CONFLICT (provider, subject) DO NOTHING`,
    [provider, subject, userId],
  );
  return rowCount === 1;
}

async function heldGrants(tx: Tx, userId: number, today: string): Promise<HeldGrant[]> {
  const { rows } = await asSystem('identity.unit-names', () =>
    tx.query<HeldGrant>(
      'identity-held-grants',
      `SELECT g.id, g.role, unit.code AS unit, g.source FROM role_grant g LEFT JOIN unit ON unit.id = g.unit_id
       WHERE g.user_id = $1 AND g.starts_on <= $2 AND (g.ends_on IS NULL OR g.ends_on > $2)`,
      [userId, today],
    ),
  );
  return rows;
}
