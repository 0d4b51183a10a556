import { Inject, Injectable } from '@nestjs/common';
import { Db } from '../platform/index.js';
import { type Caller, holdsRole } from './caller.js';
import type { DelegationList, DelegationQuery, DelegationView } from './delegation.dto.js';
import { refuse } from './identity.refusals.js';
import { SECURITY_DUTY } from './roles.js';

interface DelegationRow extends Omit<DelegationView, 'createdAt' | 'revokedAt'> {
  createdAt: Date;
  revokedAt: Date | null;
}

const person = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'username', ${alias}.username, 'displayName', ${alias}.display_name)`;

const DELEGATIONS = `
  SELECT d.id, ${person('absent')} AS "from", ${person('deputy')} AS "to", d.starts_on AS "startsOn", d.ends_on AS "endsOn",
    d.reason, d.created_at AS "createdAt", d.revoked_at AS "revokedAt"
  FROM delegation d
  JOIN app_user absent ON absent.id = d.from_user_id
  JOIN app_user deputy ON deputy.id = d.to_user_id`;

/** Delegations, newest first: one's own, given and received; all of them for the security administrator. */
@Injectable()
export class DelegationQueries {
  constructor(@Inject(Db) private readonly db: Db) {}

  async list(caller: Caller, { before, limit }: DelegationQuery): Promise<DelegationList> {
    const { rows } = await this.db.query<DelegationRow>(
      'identity-delegations',
      `${DELEGATIONS} WHERE ($1::bigint IS NULL OR $1 IN (d.from_user_id, d.to_user_id))
         AND ($2::bigint IS NULL OR d.id < $2)
       ORDER BY d.id DESC LIMIT $3`,
      [holdsRole(caller, SECURITY_DUTY) ? null : caller.userId, before ?? null, limit + 1],
    );
    const delegations = rows.slice(0, limit).map(viewOf);
    return { delegations, next: rows.length > limit ? (delegations.at(-1)?.id ?? null) : null };
  }

  /** @refuses DELEGATION_NOT_FOUND */
  async get(id: number): Promise<DelegationView> {
    const { rows } = await this.db.query<DelegationRow>('identity-delegation', `${DELEGATIONS} WHERE d.id = $1`, [id]);
    return rows[0] === undefined ? refuse('DELEGATION_NOT_FOUND') : viewOf(rows[0]);
  }
}

function viewOf(row: DelegationRow): DelegationView {
  return { ...row, createdAt: row.createdAt.toISOString(), revokedAt: row.revokedAt?.toISOString() ?? null };
}
