import { hashSync } from '@node-rs/argon2';
import type { Page } from 'playwright-core';
import type { GrantableRole } from '../../../src/identity/index.js';
import { totpCode } from '../../../src/identity/second-factor/totp.js';
import type { Stage } from '../../journeys/stage/stage.js';

const PASSWORD = 'a-password-of-the-desk';
const PASSWORD_HASH = hashSync(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Where the product of the stage listens. */
export function addressOf(stage: Stage): string {
  return new URL(stage.app.client().get('/').url).origin;
}

/** An account that signs in through the page: the whole tree, or one unit with what is below it. */
export async function openAccount(
  stage: Pick<Stage, 'app'>,
  username: string,
  role: GrantableRole,
  unit: { id: number } | null,
): Promise<void> {
  const { db } = stage.app.database;
  const { rows } = await db.queryDynamic<{ id: number }>(
    'INSERT INTO app_user (username, display_name, password_hash) VALUES ($1, $2, $3) RETURNING id',
    [username, `${username}某`, PASSWORD_HASH],
  );
  await db.queryDynamic('INSERT INTO role_grant (user_id, role, unit_id) VALUES ($1, $2, $3)', [
    rows[0]!.id,
    role,
    unit?.id ?? null,
  ]);
}

/** Name and password; what follows may be the desk, or a step that is due first. */
export async function startSignIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await startSignIn(page, username, password);
  // On a phone the menu is folded away, and there all the same.
  await page.getByRole('navigation', { name: '主导航', includeHidden: true }).waitFor({ state: 'attached' });
}

/** What a new account is asked first: a password that nobody else knows. */
export async function changePassword(page: Page, given: string, chosen: string): Promise<void> {
  await page.getByRole('heading', { name: '请先修改口令' }).waitFor();
  await page.getByLabel('现口令').fill(given);
  await page.getByLabel('新口令', { exact: true }).fill(chosen);
  await page.getByLabel('再输一次新口令').fill(chosen);
  await page.getByRole('button', { name: '修改口令' }).click();
}

/** Sets up the authenticator that a duty asks for, with the codes that a telephone would show. */
export async function enrol(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '请登记第二因素' }).waitFor();
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('二、输入验证器显示的六位数字').fill(totpCode(secret, Math.floor(Date.now() / 30_000)));
  await page.getByRole('button', { name: '登记验证器' }).click();
  const codes = page.getByRole('list', { name: '恢复码' }).getByRole('listitem');
  await codes.first().waitFor();
  if ((await codes.count()) !== 10) throw new Error('there should be ten recovery codes');
  await page.getByRole('button', { name: '已妥善保管，完成' }).click();
}

/** Opens the form of a step, fills what is given, and sends it. */
export async function takeStep(
  page: Page,
  label: string,
  fill?: (form: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await page.getByRole('region', { name: '可办操作' }).getByRole('button', { name: label, exact: true }).click();
  const form = page.getByRole('form', { name: label });
  await fill?.(form);
  await form.getByRole('button', { name: label, exact: true }).click();
}

/** Waits until the open case says that it stands there. */
export function seesState(page: Page, label: string): Promise<void> {
  return page.locator('.case-head .state', { hasText: label }).waitFor();
}
