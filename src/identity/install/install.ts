import { type Db, StartupError, type Tx } from '../../platform/index.js';
import { insertAccount } from '../account.rows.js';
import { lockIdentity } from '../identity-lock.js';
import { sentenceFor } from '../identity.refusals.js';
import { hashPassword } from '../password-hash.js';
import { passwordProblems } from '../password-policy.js';
import { plainText } from '../plain-text.js';
import { AUDIT_DUTY, type GrantableRole, ROLE_LABELS, SECURITY_DUTY, SYSTEM_DUTY } from '../roles.js';
import { username as usernameRule } from '../user.dto.js';
import type { Prompt } from './prompt.js';

export interface Duty {
  role: GrantableRole;
  label: string;
}

interface NewAdministrator {
  role: GrantableRole;
  username: string;
  displayName: string;
  password: string;
}

const DUTIES: readonly { role: GrantableRole; heldBy: readonly GrantableRole[] }[] = [
  { role: 'sysadmin', heldBy: SYSTEM_DUTY },
  { role: 'secadmin', heldBy: SECURITY_DUTY },
  { role: 'auditadmin', heldBy: AUDIT_DUTY },
];

/** Which of the three administrators nobody is, in their order. */
export async function vacantDuties(db: Pick<Db, 'query'>, today: string): Promise<Duty[]> {
  const { rows } = await db.query<{ role: GrantableRole }>(
    'identity-administrators',
    `SELECT DISTINCT g.role FROM role_grant g JOIN app_user u ON u.id = g.user_id AND u.status = 'active'
     WHERE g.duty <> 'business' AND g.starts_on <= $1 AND (g.ends_on IS NULL OR g.ends_on > $1)`,
    [today],
  );
  const held = new Set(rows.map(({ role }) => role));
  return DUTIES.filter(({ heldBy }) => !heldBy.some((role) => held.has(role))).map(({ role }) => ({
    role,
    label: ROLE_LABELS[role],
  }));
}

/**
 * Walks the operator through making the administrators that are missing: three different people, each with a password
 * of their own. All are made together or none.
 * @returns how many were made
 */
export async function install(db: Db, prompt: Prompt, today: string): Promise<number> {
  const vacant = await vacantDuties(db, today);
  const people: NewAdministrator[] = [];
  for (const { role, label } of vacant) {
    prompt.say(`${label}（${role}）`);
    people.push(
      checked({
        role,
        username: await prompt.ask('用户名：'),
        displayName: await prompt.ask('姓名：'),
        password: await prompt.askSecret('口令：'),
      }),
    );
  }
  requireDifferentPeople(people);
  const hashed = await Promise.all(
    people.map(async (person) => ({ ...person, passwordHash: await hashPassword(person.password) })),
  );
  await db.transaction(async (tx) => {
    await lockIdentity(tx);
    for (const person of hashed) await insertAdministrator(tx, person, today);
  });
  return people.length;
}

/** Makes one more administrator from the console. */
export async function addAdministrator(db: Db, person: NewAdministrator, today: string): Promise<void> {
  const sound = checked(person);
  const passwordHash = await hashPassword(sound.password);
  await db.transaction((tx) => insertAdministrator(tx, { ...sound, passwordHash }, today));
}

function checked(person: NewAdministrator): NewAdministrator {
  const username = usernameRule.safeParse(person.username);
  if (!username.success)
    throw new StartupError('USERNAME_INVALID', username.error.issues[0]?.message ?? '用户名无效。');
  const displayName = plainText(1, 40).safeParse(person.displayName);
  if (!displayName.success) throw new StartupError('DISPLAY_NAME_INVALID', '姓名应为 1 到 40 个字符。');
  requireSoundPassword(person.password, username.data);
  return { ...person, username: username.data, displayName: displayName.data };
}

export function requireSoundPassword(password: string, username: string): void {
  const problems = passwordProblems(password, username);
  if (problems.length > 0) throw new StartupError('PASSWORD_TOO_WEAK', sentenceFor('PASSWORD_TOO_WEAK', { problems }));
}

function requireDifferentPeople(people: readonly NewAdministrator[]): void {
  for (const [field, label] of [
    ['username', '用户名'],
    ['displayName', '姓名'],
    ['password', '口令'],
  ] as const) {
    if (new Set(people.map((person) => person[field])).size === people.length) continue;
    throw new StartupError('SAME_PERSON', `三名管理员须为三个人：${label}不得相同。未创建任何账户。`);
  }
}

async function insertAdministrator(
  tx: Tx,
  { role, username, displayName, passwordHash }: NewAdministrator & { passwordHash: string },
  today: string,
): Promise<void> {
  const userId = await insertAccount(tx, { username, displayName, passwordHash });
  if (userId === null) throw new StartupError('USERNAME_TAKEN', `${sentenceFor('USERNAME_TAKEN')}（${username}）`);
  await tx.query('identity-install-grant', 'INSERT INTO role_grant (user_id, role, starts_on) VALUES ($1, $2, $3)', [
    userId,
    role,
    today,
  ]);
}
