import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { Sealer } from '../../src/audit/index.js';
import { buildUnit } from '../support/factories.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { openBrowser, visit, type Visitor } from './kit/browser.js';
import { changePassword, enrol, openAccount, signIn, startSignIn } from './kit/desk.js';

const GIVEN = 'Given-Horse-2026';
const CHOSEN = 'Chosen-Horse-2026';

const ENVIRONMENT = {
  SECOND_FACTOR_ROLES: 'reviewer',
  GATEWAY_USER_HEADER: 'X-Remote-User',
  GATEWAY_ADDRESSES: '127.0.0.1',
  GATEWAY_LABEL: '经市级网关登录',
};

jest.setTimeout(150_000);

describe('three administrators and a newcomer', () => {
  let app: TestApp;
  let browser: Browser;
  const visitors: Visitor[] = [];
  const signedIn = new Map<string, Page>();
  let newcomer: Page;

  beforeAll(async () => {
    app = await createTestApp({ today: '2026-09-07', environment: ENVIRONMENT });
    const area = await buildUnit(app.database.db, { code: 'Q06', name: '甲旗', kind: 'county-level-area' });
    await openAccount({ app }, 'stand-in', 'reviewer', area);
    for (const role of ['sysadmin', 'secadmin', 'auditadmin'] as const) await openAccount({ app }, role, role, null);
    browser = await openBrowser();
  });
  afterAll(async () => {
    for (const visitor of visitors) await visitor.leave();
    await browser.close();
    await app.close();
  });
  /** What is refused is answered with 401, 403 or 409, which the browser notes. */
  const complaints = (): string[] =>
    visitors.flatMap((one) => one.complaints).filter((text) => !/ 40[139] /.test(text));

  const arrive = async (): Promise<Page> => {
    const visitor = await visit(browser, new URL(app.client().get('/').url).origin);
    visitors.push(visitor);
    // Six people come and go on one machine: nobody is in a hurry.
    visitor.page.setDefaultTimeout(45_000);
    await visitor.page.goto('/');
    return visitor.page;
  };
  const as = async (username: string): Promise<Page> => {
    const known = signedIn.get(username);
    // Back at the door of his pages, whatever was left open.
    await known?.goto('/');
    if (known !== undefined) return known;
    const page = await arrive();
    await signIn(page, username);
    signedIn.set(username, page);
    return page;
  };

  it('who is not known to the gateway is told so, and signs in with a password', async () => {
    const page = await arrive();
    const ways = page.getByRole('group', { name: '其他登录方式' });
    expect(await ways.getByRole('button').allInnerTexts()).toEqual(['经市级网关登录']);
    expect(await ways.getByRole('link').count()).toBe(0);
    await ways.getByRole('button').click();
    await page.getByRole('alert').getByText(/\S/).waitFor();
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  });

  it('the system administrator makes an account, and can give it nothing', async () => {
    const page = await as('sysadmin');
    await page.getByRole('heading', { name: '账户' }).waitFor();
    expect(await page.getByRole('navigation', { name: '主导航' }).innerText()).not.toMatch(/台账|动议|审计|授权/);
    await page.getByRole('button', { name: '新建账户' }).click();
    const form = page.getByRole('dialog', { name: '新建账户' });
    await form.getByLabel('姓名').fill('新来某');
    await form.getByLabel('用户名').fill('newcomer');
    await form.getByLabel('初始口令').fill(GIVEN);
    await form.getByRole('button', { name: '建立' }).click();
    const row = page.getByRole('row', { name: '新来某' });
    await row.getByText('尚未授权').waitFor();
    expect(await row.getByRole('button', { name: '授权' }).count()).toBe(0);
  });

  const grantsOf = async (page: Page, name: string): Promise<Locator> => {
    await page.getByRole('row', { name }).getByRole('button', { name: '授权' }).click();
    return page.getByRole('dialog', { name: `${name} 的角色` });
  };
  const choose = async (page: Page, drawer: Locator, role: string): Promise<void> => {
    await drawer.getByLabel('授予角色').click();
    await page.locator('.ant-select-item-option', { hasText: role }).click();
  };

  it('the security administrator gives no role to himself, and no second duty to another', async () => {
    const page = await as('secadmin');
    await page.getByRole('heading', { name: '授权' }).waitFor();
    const own = await grantsOf(page, 'secadmin某');
    await choose(page, own, '科长');
    await own.getByRole('button', { name: '授予' }).click();
    await own.getByRole('alert').getByText('请由另一名管理员办理').waitFor();
    await page.reload();

    const refusedTo = async (name: string, take: (drawer: Locator) => Promise<void>): Promise<void> => {
      const other = await grantsOf(page, name);
      await take(other);
      await other.getByRole('button', { name: '授予' }).click();
      await other.getByRole('alert').getByText('不得由一人兼任，不得兼任业务角色').waitFor();
      await page.reload();
    };
    await refusedTo('auditadmin某', (drawer) => choose(page, drawer, '科室审核人'));
    await refusedTo('sysadmin某', async (drawer) => {
      // The last of the list, which is longer than what is drawn of it: 审计管理员.
      await drawer.getByLabel('授予角色').click();
      await drawer.getByLabel('授予角色').press('ArrowUp');
      await drawer.getByLabel('授予角色').press('Enter');
      await drawer.getByTitle('审计管理员').waitFor();
    });
    const held = await app.database.db.queryDynamic<{ role: string }>('SELECT role FROM role_grant ORDER BY role');
    expect(held.rows.map(({ role }) => role)).toEqual(['auditadmin', 'reviewer', 'secadmin', 'sysadmin']);
  });

  it('the security administrator gives it a role in one unit', async () => {
    const page = await as('secadmin');
    const drawer = await grantsOf(page, '新来某');
    await choose(page, drawer, '科室审核人');
    await drawer.getByLabel('授权范围').fill('甲旗');
    await page.locator('.ant-select-item-option', { hasText: '甲旗（Q06）' }).click();
    await drawer.getByRole('button', { name: '授予' }).click();
    await drawer.getByRole('row', { name: '科室审核人' }).getByText('甲旗及其下级').waitFor();
    expect(complaints()).toEqual([]);
  });

  it('the newcomer changes the password, sets up the second factor, and is at work', async () => {
    newcomer = await arrive();
    await startSignIn(newcomer, 'newcomer', GIVEN);
    await changePassword(newcomer, GIVEN, CHOSEN);
    await enrol(newcomer);
    await newcomer.getByRole('navigation', { name: '主导航' }).getByText('工作台').waitFor();

    await newcomer.getByRole('button', { name: /账户菜单/ }).click();
    await newcomer.getByRole('menuitem', { name: '我的账户' }).click();
    await newcomer.getByText('恢复码还剩 10 个').waitFor();
    await newcomer.getByRole('region', { name: '已登录的设备' }).getByText('当前会话').waitFor();
    expect(complaints()).toEqual([]);
  });

  it('the newcomer asks a colleague to stand in; the security administrator sees it and ends it', async () => {
    const card = newcomer.getByRole('region', { name: '外出委托' });
    await card.getByLabel('代理人').click();
    await newcomer.locator('.ant-select-item-option', { hasText: 'stand-in某' }).click();
    await card.getByLabel('事由').fill('外出学习');
    await card.getByRole('button', { name: '委托代理' }).click();
    await card.getByRole('row', { name: 'stand-in某' }).getByText('代理中').waitFor();

    const page = await as('secadmin');
    await page.getByRole('navigation', { name: '主导航' }).getByText('外出委托').click();
    const row = page.getByRole('row', { name: '新来某' });
    await row.getByRole('button', { name: /撤\s?销/ }).click();
    await row.getByText('已撤销').waitFor();
    expect(complaints()).toEqual([]);
  });

  it('the system administrator sees where somebody is signed in, and ends it: that page asks for the password', async () => {
    const page = await as('sysadmin');
    await page
      .getByRole('row', { name: '新来某' })
      .getByRole('button', { name: /会\s?话/ })
      .click();
    const drawer = page.getByRole('dialog', { name: '新来某 的会话' });
    await drawer
      .getByRole('button', { name: /结\s?束/ })
      .first()
      .click();
    await drawer.getByText('当前没有登录').waitFor();
    await newcomer.getByRole('navigation', { name: '主导航' }).getByText('工作台').click();
    await newcomer.getByRole('heading', { name: '会话已结束，请重新登录' }).waitFor();
    expect(complaints()).toEqual([]);
  });

  it('a role taken back is gone at once', async () => {
    const page = await as('secadmin');
    await (
      await grantsOf(page, '新来某')
    )
      .getByRole('row', { name: '科室审核人' })
      .getByRole('button', { name: '撤销' })
      .click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s?定/ })
      .click();
    await page.getByText('尚未授权：可以登录，看不到任何数据。').waitFor();
    expect(complaints()).toEqual([]);
  });

  it('the audit administrator finds it on record, verified, and takes it out for a purpose', async () => {
    await app.get(Sealer).seal();
    const page = await as('auditadmin');
    await page.getByRole('button', { name: '校验审计链' }).click();
    await page.getByText('全部相符。').waitFor();
    await page.getByText('DELETE /api/v1/users/:id/grants/:grantId').first().waitFor();
    await page.getByLabel('结果').fill('ADMIN_STANDS_APART');
    await page.getByLabel('结果').press('Enter');
    await page.getByText('DELETE /api/v1/users/:id/grants/:grantId').first().waitFor({ state: 'detached' });
    const refused = page.getByRole('row', { name: 'ADMIN_STANDS_APART' });
    await refused.nth(1).waitFor();
    expect(await refused.count()).toBe(2);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const form = page.getByRole('dialog', { name: '导出审计记录' });
    expect(await form.getByRole('button', { name: '导出' }).isDisabled()).toBe(true);
    await form.getByLabel('用途').fill('配合内部监督检查');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      form.getByRole('button', { name: '导出' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('audit.csv');
    const { rows } = await app.database.db.queryDynamic(
      `SELECT purpose FROM audit_record WHERE event = 'audit-export' AND result = 'done'`,
    );
    expect(rows).toEqual([{ purpose: '配合内部监督检查' }]);
    expect(complaints()).toEqual([]);
  });
});
