import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { smallCity } from '../../src/directory/workbook/workbook.fixture.js';
import { install } from '../../src/identity/install/install.js';
import { writeXlsx } from '../../src/platform/xlsx/index.js';
import { makeScratchFolder } from '../support/scratch-folder.js';
import { createTestApp, type TestApp } from '../support/test-app.js';
import { openBrowser, visit, type Visitor } from './kit/browser.js';
import { changePassword, enrol, startSignIn } from './kit/desk.js';

const TODAY = '2026-09-07';
const KEY = Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 37 + 11) % 256)).toString('base64');
const SECRETS = { keeper: 'Red-Horse-1111', guard: 'Blue-Horse-2222', auditor: 'Green-Horse-3333' };
const GIVEN = 'Given-Horse-2026';
const CHOSEN = 'Chosen-Horse-2026';
/** The sheets of a workbook, as it calls them, by those of the small city. */
const SHEETS = {
  units: '单位',
  teams: '班子',
  posts: '职位',
  cadres: '干部',
  appointments: '任职',
  tasks: '配备任务',
} as const;

jest.setTimeout(180_000);

/** An installation as it is delivered: no city, no account, and pages that say who does what next. */
describe('the first start of a production installation', () => {
  let app: TestApp;
  let browser: Browser;
  let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    app = await createTestApp({ today: TODAY, environment: { PROFILE: 'production', DATA_KEY: KEY } });
    scratch = await makeScratchFolder();
    browser = await openBrowser();
  });
  afterAll(async () => {
    for (const visitor of visitors.values()) await visitor.leave();
    await browser.close();
    await app.close();
    await scratch.remove();
  });

  const arrive = async (name: string): Promise<Page> => {
    const visitor = await visit(browser, new URL(app.client().get('/').url).origin);
    visitors.set(name, visitor);
    visitor.page.setDefaultTimeout(45_000);
    await visitor.page.goto('/');
    return visitor.page;
  };
  const administrator = async (name: keyof typeof SECRETS): Promise<Page> => {
    const page = await arrive(name);
    await startSignIn(page, name, SECRETS[name]);
    await enrol(page);
    return page;
  };
  const at = (name: string): Page => visitors.get(name)!.page;
  /** What is refused on the way (a workbook with faults, a year that is not there) is answered so, which the browser notes. */
  const complaints = (): string[] =>
    [...visitors.values()].flatMap((one) => one.complaints).filter((text) => !/ 4\d\d /.test(text));

  const openAccount = async (displayName: string, username: string): Promise<void> => {
    const page = at('keeper');
    await page.getByRole('button', { name: '新建账户' }).click();
    const form = page.getByRole('dialog', { name: '新建账户' });
    await form.getByLabel('姓名').fill(displayName);
    await form.getByLabel('用户名').fill(username);
    await form.getByLabel('初始口令').fill(GIVEN);
    await form.getByRole('button', { name: '建立' }).click();
    await page.getByRole('row', { name: displayName }).getByText('尚未授权').waitFor();
  };
  const grant = async (displayName: string, role: string, unit?: string): Promise<void> => {
    const page = at('guard');
    await page.reload();
    await page.getByRole('row', { name: displayName }).getByRole('button', { name: '授权' }).click();
    const drawer = page.getByRole('dialog', { name: `${displayName} 的角色` });
    await drawer.getByLabel('授予角色').click();
    await page.locator('.ant-select-item-option', { hasText: role }).first().click();
    if (unit !== undefined) {
      await drawer.getByLabel('授权范围').fill(unit);
      await page.locator('.ant-select-item-option', { hasText: unit }).click();
    }
    await drawer.getByRole('button', { name: '授予' }).click();
    await drawer.getByRole('row', { name: role }).waitFor();
  };
  const newcomer = async (username: string): Promise<Page> => {
    const page = await arrive(username);
    await startSignIn(page, username, GIVEN);
    await changePassword(page, GIVEN, CHOSEN);
    await page.getByRole('main').waitFor();
    return page;
  };

  it('before there are administrators the page says what to do on the server, and offers no sign-in', async () => {
    const page = await arrive('installer');
    await page.getByRole('heading', { name: '首次启动：还没有管理员' }).waitFor();
    await page.getByText('qingpei install').waitFor();
    expect(await page.getByLabel('用户名').count()).toBe(0);
    const typed = Object.entries(SECRETS).flatMap(([name, secret]) => [name, `${name}某`, secret]);
    const next = (): Promise<string> => Promise.resolve(typed.shift() ?? '');
    await install(app.database.db, { ask: next, askSecret: next, say: () => undefined }, TODAY);
    await page.getByRole('button', { name: '已建立，去登录' }).click();
    await page.getByLabel('用户名').waitFor();
  });

  it('the sign-in offers nothing of the sample', async () => {
    const page = await arrive('nobody');
    await page.getByLabel('用户名').waitFor();
    expect(await page.getByText('示例').count()).toBe(0);
  });

  it('the system administrator sets up a second factor, is told what comes next, and makes an account', async () => {
    const page = await administrator('keeper');
    await page.getByText('下一步：为组织部科长或科室审核人新建账户').waitFor();
    expect(await page.getByText('切换角色').count()).toBe(0);
    await openAccount('张某', 'zhang');
    await page.getByText('已建1个账户待授权').waitFor();
  });

  it('the security administrator is told so, too, and gives the role', async () => {
    const page = await administrator('guard');
    await page.getByText('下一步：为下列账户授予角色').waitFor();
    await grant('张某', '科长');
    await page.reload();
    await page.getByRole('row', { name: '张某' }).waitFor();
    expect(await page.getByText('下一步').count()).toBe(0);
  });

  it('the chief finds an empty desk that leads to the workbook, and the steps in their order', async () => {
    const page = await newcomer('zhang');
    await page.getByText('还没有单位和班子').waitFor();
    await page.goto('/help');
    const steps = page.getByRole('region', { name: '开始使用' }).getByRole('listitem');
    await steps.nth(2).getByText('尚未').waitFor();
    await steps.nth(3).getByText('尚未').waitFor();
    await steps.nth(1).getByText('到2026-12-31').waitFor();
    await steps.nth(2).getByRole('link').click();
    await page.getByRole('heading', { name: '导入市工作簿' }).waitFor();
    expect(complaints()).toEqual([]);
  });

  it('the workbook is checked, a faulty one named cell by cell, and stored; the ledger stands', async () => {
    const page = at('zhang');
    const [bad, good] = [join(scratch.path, 'bad.xlsx'), join(scratch.path, 'good.xlsx')];
    const city = smallCity();
    await writeXlsx(good, sheetsOf(city));
    await writeXlsx(bad, sheetsOf({ ...city, cadres: city.cadres.map((row) => ({ ...row, 出生年月: '某年' })) }));
    await page.locator('input[type=file]').setInputFiles(bad);
    await page.getByText('处错误，什么都没有入库').waitFor();
    await page.locator('input[type=file]').setInputFiles(good);
    await page.getByText('检查通过，可以入库').waitFor();
    await page.getByRole('button', { name: '确认入库' }).click();
    await page.getByText('已全部入库').waitFor();
    await page.getByRole('link', { name: '查看台账' }).click();
    await page.getByRole('link', { name: '甲区某局班子' }).first().waitFor();
    await page.goto('/help');
    const steps = page.getByRole('region', { name: '开始使用' }).getByRole('listitem');
    await steps.nth(2).getByText('4个单位').waitFor();
    await steps.nth(3).getByText('2项任务').waitFor();
    expect(complaints()).toEqual([]);
  });

  it('the calendar of the next year is loaded from the paper', async () => {
    const page = at('zhang');
    await page.goto('/admin/calendar?year=2027');
    await page.getByText('2027年的放假安排还没有载入').waitFor();
    await page.getByRole('button', { name: '载入这一年' }).click();
    const form = page.getByRole('region', { name: '载入2027年的安排' });
    await form.getByLabel('文件标题与文号').fill('国办发明电〔2026〕某号');
    await form.getByLabel('文件网址').fill('https://www.gov.cn/example.htm');
    await form.getByLabel('holiday-cn 文件').setInputFiles({
      name: '2027.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ year: 2027, papers: [], days: HOLIDAYS })),
    });
    await form.getByRole('button', { name: '载入', exact: true }).click();
    await page.getByText(/日历覆盖\S+至2027-12-31/).waitFor();
    expect(complaints()).toEqual([]);
  });

  it('a unit gets its clerk, who drafts the first proposal', async () => {
    await openAccount('李某', 'li');
    await grant('李某', '经办人', '甲区某局');
    const page = await newcomer('li');
    await page.getByRole('button', { name: '起草动议' }).click();
    await page.getByRole('heading', { name: '起草调整动议' }).waitFor();
    await page.getByRole('combobox', { name: '单位' }).fill('甲区某局');
    await page.locator('.ant-select-item-option', { hasText: '甲区某局' }).first().click();
    await page.getByRole('heading', { name: '甲区某局班子' }).waitFor();
    await page.getByRole('button', { name: '拟免' }).first().click();
    await page.getByLabel('动议理由').fill('工作需要。');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('heading', { name: '修改第1号动议' }).waitFor();
    expect(complaints()).toEqual([]);
  });
});

const HOLIDAYS = [
  { name: '元旦', date: '2027-01-01', isOffDay: true },
  { name: '春节', date: '2027-02-05', isOffDay: true },
  { name: '国庆节', date: '2027-10-01', isOffDay: true },
];

function sheetsOf(city: ReturnType<typeof smallCity>): Parameters<typeof writeXlsx>[1] {
  return (Object.keys(SHEETS) as (keyof typeof SHEETS)[]).map((key) => {
    const headers = [...new Set(city[key].flatMap((row) => Object.keys(row)))];
    return {
      name: SHEETS[key],
      columns: headers.map((header) => ({ header, width: 12 })),
      rows: city[key].map((row) => headers.map((header) => row[header] ?? '')),
    };
  });
}
