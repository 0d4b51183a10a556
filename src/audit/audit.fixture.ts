import { Client } from 'pg';
import type { Db } from '../platform/index.js';
import type { Act } from '../platform/audit/index.js';

/** An act for tests: what a test does not care about gets a sensible value. */
export function act(given: Partial<Act> = {}): Partial<Act> {
  return {
    actorId: 7,
    role: 'clerk',
    unitPath: '3.17',
    objectType: 'proposal',
    objectId: '1',
    action: 'SUBMIT',
    ...given,
  };
}

/** Runs statements as the owner of the schema, the triggers that guard history switched off: what a tamperer would do. */
export async function tamper(ownerUrl: string, ...statements: string[]): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('ALTER TABLE audit_record DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER');
    for (const statement of statements) await owner.query(statement);
    await owner.query('ALTER TABLE audit_record ENABLE TRIGGER USER; ALTER TABLE audit_seal ENABLE TRIGGER USER');
  } finally {
    await owner.end();
  }
}

/** Runs statements as the owner of the schema, with everything in force. */
export async function asOwner<T>(ownerUrl: string, text: string): Promise<T[]> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return (await owner.query(text)).rows as T[];
  } finally {
    await owner.end();
  }
}

export async function countOf(db: Db, table: 'audit_record' | 'audit_seal'): Promise<number> {
  const { rows } = await db.queryDynamic<{ count: number }>(`SELECT count(*) AS count FROM ${table}`);
  return rows[0]?.count ?? 0;
}
