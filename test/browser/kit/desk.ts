import { hashSync } from '@node-rs/argon2';
import type { Page } from 'playwright-core';
import type { GrantableRole } from '../../../src/identity/index.js';
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

export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
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
