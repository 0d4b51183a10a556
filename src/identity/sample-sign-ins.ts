import { Inject, Injectable, Optional } from '@nestjs/common';
import { Config, Db, type FirstStartTask, type ReadyNote, StartupError, type Tx } from '../platform/index.js';
import { insertAccount } from './account.rows.js';
import { lockIdentity } from './identity-lock.js';
import { hashPassword, matchesHash } from './password-hash.js';
import { ROLE_LABELS } from './roles.js';
import { SAMPLE_ACCOUNTS, type SampleAccount } from './sample-accounts.js';
import { samplePassword } from './sample-password.js';
import { PICK_SAMPLE_UNIT, type PickSampleUnit, type SampleUnits, sampleUnits } from './sample-units.js';

type Executor = Pick<Tx, 'query'>;

interface StoredAccount {
  id: number;
  passwordHash: string;
}

/**
 * The sample profile's sign-ins. Looked after at every start, once the city is there: missing ones are made, and their
 * password is the one printed. Production makes none; it refuses to run on a database that has them.
 */
@Injectable()
export class SampleSignIns implements FirstStartTask, ReadyNote {
  readonly title = '准备示例账户';

  constructor(
    @Inject(Config) private readonly config: Config,
    @Inject(Db) private readonly db: Db,
    @Optional() @Inject(PICK_SAMPLE_UNIT) private readonly pickUnit?: PickSampleUnit,
  ) {}

  async isNeeded(): Promise<boolean> {
    if (!this.config.isSample) return false;
    const stored = await storedAccounts(this.db);
    return stored.length < SAMPLE_ACCOUNTS.length || (await staleAmong(stored, await this.password())).length > 0;
  }

  async run(): Promise<void> {
    const password = await this.password();
    const passwordHash = await hashPassword(password);
    const picked = this.config.sampleCity && this.pickUnit !== undefined ? await this.pickUnit() : null;
    await this.db.transaction(async (tx) => {
      await lockIdentity(tx);
      await requireSampleDatabase(tx);
      const units = this.config.sampleCity ? await sampleUnits(tx, picked) : { unit: null, otherUnit: null };
      for (const account of SAMPLE_ACCOUNTS) await ensureAccount(tx, account, units, passwordHash);
      await setPassword(tx, await staleAmong(await storedAccounts(tx), password), passwordHash);
      await rememberAsSample(tx);
    });
  }

  async lines(): Promise<string[]> {
    if (!this.config.isSample) return [];
    const names = SAMPLE_ACCOUNTS.map(({ username, role }) => `${username}（${ROLE_LABELS[role]}）`);
    return [`示例账户：${names.join('、')}`, `示例口令：${await this.password()}`];
  }

  private password(): Promise<string> {
    return samplePassword(this.config);
  }
}

async function ensureAccount(
  tx: Executor,
  { role, place, ...person }: SampleAccount,
  units: SampleUnits,
  passwordHash: string,
): Promise<void> {
  const userId = await insertAccount(tx, { ...person, passwordHash });
  if (userId === null) return;
  const unitId = { unit: units.unit, 'other-unit': units.otherUnit ?? units.unit, 'whole-tree': null }[place];
  await tx.query('identity-sample-grant', 'INSERT INTO role_grant (user_id, role, unit_id) VALUES ($1, $2, $3)', [
    userId,
    role,
    unitId,
  ]);
}

// The profile is `sample` unless set: forgetting the setting must not open a real installation to a printed password.
async function requireSampleDatabase(tx: Executor): Promise<void> {
  const { rowCount } = await tx.query(
    'identity-foreign-database',
    `SELECT 1 FROM app_user WHERE NOT EXISTS (SELECT 1 FROM app_setting WHERE key = 'sample-sign-ins') LIMIT 1`,
  );
  if (rowCount === 0) return;
  throw new StartupError(
    'NOT_A_SAMPLE_DATABASE',
    '此数据库已有正式用户，不会加入示例账户。正式使用请设置 PROFILE=production；试用请换一个数据目录或数据库。',
  );
}

async function storedAccounts(db: Executor): Promise<StoredAccount[]> {
  const { rows } = await db.query<StoredAccount>(
    'identity-sample-accounts',
    'SELECT id, password_hash AS "passwordHash" FROM app_user WHERE username = ANY($1::text[])',
    [SAMPLE_ACCOUNTS.map((account) => account.username)],
  );
  return rows;
}

/** Ids of accounts that another password opens. Those made together share one hash, so few need computing. */
async function staleAmong(accounts: StoredAccount[], password: string): Promise<number[]> {
  const verdicts = new Map<string, boolean>();
  for (const { passwordHash } of accounts) {
    if (!verdicts.has(passwordHash)) verdicts.set(passwordHash, await matchesHash(passwordHash, password));
  }
  return accounts.filter((account) => verdicts.get(account.passwordHash) !== true).map((account) => account.id);
}

async function setPassword(tx: Executor, ids: number[], passwordHash: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('identity-sample-password', 'UPDATE app_user SET password_hash = $2 WHERE id = ANY($1::bigint[])', [
    ids,
    passwordHash,
  ]);
}

async function rememberAsSample(tx: Executor): Promise<void> {
  await tx.query(
    'identity-remember-sample',
    `INSERT INTO app_setting (key, value)
     SELECT 'sample-sign-ins', jsonb_agg(id ORDER BY id) FROM app_user WHERE username = ANY($1::text[])
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [SAMPLE_ACCOUNTS.map((account) => account.username)],
  );
}
