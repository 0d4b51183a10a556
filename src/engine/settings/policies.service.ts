import { Injectable } from '@nestjs/common';
import { type Policy, withLaterSettings } from '../../../machines/rules/index.js';
import { Db, refuse } from '../../platform/index.js';
import type { Caller } from '../types.js';

export interface PolicyVersion {
  version: number;
  note: string;
  createdBy: string | null;
  createdAt: string;
}

export interface PolicyDocument extends PolicyVersion {
  policy: Policy;
}

export interface PolicyChange {
  policy: Policy;
  note: string;
  /** The version the change was drawn up from; refused when another has come since. */
  basedOn: number;
}

interface Row extends Omit<PolicyDocument, 'createdAt'> {
  createdAt: Date;
}

const COLUMNS = `p.version, p.note, u.display_name AS "createdBy", p.created_at AS "createdAt"`;
const TABLES = 'FROM policy_version p LEFT JOIN app_user u ON u.id = p.created_by';

/**
 * Who may change what judges everybody: the security administrator, whose duty has no units, and a section chief
 * answering for the whole tree, since settings hold for all of it.
 */
export function maySet({ grants }: Caller): boolean {
  return grants.some(({ role, unitPath }) => role === 'secadmin' || (role === 'chief' && unitPath === ''));
}

/** The settings with their history. Versions are added, never changed. */
@Injectable()
export class PoliciesService {
  constructor(private readonly db: Db) {}

  async list(): Promise<PolicyVersion[]> {
    const { rows } = await this.db.query<Omit<Row, 'policy'>>(
      'policies',
      `SELECT ${COLUMNS} ${TABLES} ORDER BY p.version DESC`,
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }

  async get(version: number): Promise<PolicyDocument> {
    const { rows } = await this.db.query<Row>(
      'policy-document',
      `SELECT ${COLUMNS}, p.body AS policy ${TABLES} WHERE p.version = $1`,
      [version],
    );
    const row = rows[0] ?? refuse('POLICY_NOT_FOUND', { version });
    return { ...row, policy: withLaterSettings(row.policy), createdAt: row.createdAt.toISOString() };
  }

  async add({ policy, note, basedOn }: PolicyChange, caller: Caller): Promise<PolicyDocument> {
    if (!maySet(caller)) refuse('FORBIDDEN');
    const version = await this.db.transaction(async (tx) => {
      // One change at a time: the next number follows from the last.
      await tx.query('policy-turn', `SELECT pg_advisory_xact_lock(hashtext('policy_version'))`);
      const last = await tx.query<{ version: number }>(
        'policy-last',
        'SELECT max(version) AS version FROM policy_version',
      );
      const current = last.rows[0]?.version ?? 0;
      if (current !== basedOn) refuse('POLICY_CHANGED', { current, basedOn });
      await tx.query(
        'policy-add',
        `INSERT INTO policy_version (version, body, note, created_by) VALUES ($1, $2::jsonb, $3, $4)`,
        [current + 1, JSON.stringify(policy), note, caller.userId],
      );
      return current + 1;
    });
    return this.get(version);
  }
}
