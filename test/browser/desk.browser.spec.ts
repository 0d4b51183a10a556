import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { OLD, setStage, type Stage, YOUNG } from '../journeys/stage/stage.js';
import { stateOf, step, submit } from '../journeys/stage/walk.js';
import { openBrowser, visit, type Visitor } from './kit/browser.js';
import { addressOf, openAccount, seesState, signIn, takeStep } from './kit/desk.js';

/** What a page has and a test does not. */
interface WithStorage {
  localStorage: { length: number };
}

describe('the desk', () => {
  let stage: Stage;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    stage = await setStage();
    await openAccount(stage, 'desk-clerk', 'clerk', stage.unit);
    await openAccount(stage, 'desk-reviewer', 'reviewer', null);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });
  beforeEach(async () => {
    visitor = await visit(browser, addressOf(stage));
    page = visitor.page;
  });
  afterEach(() => visitor.leave());

  /** A proposal that passes, submitted by the unit. */
  async function submitted(): Promise<number> {
    const { vacancies } = await stage.buildScene();
    const newcomer = await stage.cadre(YOUNG);
    return submit(stage, [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
  }

  it('a clerk is told why not, takes over what would pass, and submits it', async () => {
    const { vacancies } = await stage.buildScene();
    const newcomer = await stage.cadre(OLD);
    await stage.cadre(YOUNG);
    await page.goto(`/proposals/new?unit=${stage.unit.code}`);
    await signIn(page, 'desk-clerk');

    const post = page.getByRole('row', { name: `职位${vacancies[0]!.code}` });
    await post.getByRole('button', { name: '拟任' }).click();
    const picker = page.getByRole('dialog');
    await picker.getByLabel('姓名或干部编号').fill(newcomer.code);
    await picker.getByRole('row', { name: newcomer.code }).getByRole('button').click();
    const verdict = page.getByRole('region', { name: '试算' });
    await verdict.getByText('差额未减少').waitFor();
    expect(await verdict.locator('.verdict-head .tag').innerText()).toContain('暂缓');

    await page.getByRole('region', { name: '合理化建议' }).getByRole('button', { name: '采用' }).first().click();
    await verdict.locator('.verdict-head .tag', { hasText: '通过' }).waitFor();
    await page.getByLabel('动议名称').fill('关于补充班子副职的动议');
    await page.getByLabel('动议理由').fill('职位空缺，工作需要。');
    await page.getByRole('button', { name: '保存并呈报' }).click();
    await seesState(page, '已呈报');
    expect(visitor.complaints).toEqual([]);
  });

  it('asks once for what the page itself asks for, word for word', async () => {
    await submitted();
    await page.goto('/desk');
    await signIn(page, 'desk-reviewer');
    await page.locator('.row-item').first().waitFor();
    const asked: { how: string; address: string }[] = [];
    page.on('request', (request) => asked.push({ how: request.resourceType(), address: request.url() }));
    await page.reload();
    await page.locator('.row-item').first().waitFor();
    const ahead = asked
      .filter(({ how, address }) => how === 'other' && address.includes('/api/'))
      .map(({ address }) => address);
    expect(ahead).toHaveLength(3);
    const lists = asked.filter(({ address }) => address.includes('/inbox?')).map(({ address }) => address);
    expect([...new Set(lists)]).toEqual(ahead.filter((address) => address.includes('/inbox?')));
    const again = asked.filter(({ how, address }) => how === 'fetch' && /session$|counts$/.test(address));
    expect(again).toEqual([]);
  });

  it('stands and answers keys where the component library does not come, says so, and has it when asked again', async () => {
    const id = await submitted();
    await page.goto('/desk');
    await signIn(page, 'desk-reviewer');
    const row = page.getByRole('region', { name: '事项列表' }).getByRole('button', { name: `动议 ${id}` });
    await row.waitFor();
    await page.getByLabel('按名称筛选').waitFor();
    await page.route('**/assets/parts-*.js', (route) => route.abort());
    await page.reload();
    await row.waitFor();
    // Below the menu and above the list.
    await page.getByText('这一部分没有取到。').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.locator('.row:focus').waitFor();
    expect(await page.getByLabel('按名称筛选').count()).toBe(0);
    await page.unroute('**/assets/parts-*.js');
    await page.getByRole('button', { name: '重试' }).first().click();
    await page.getByRole('button', { name: '重试' }).first().click();
    await row.click();
    await seesState(page, '已呈报');
    await page.getByLabel('按名称筛选').waitFor();
  });

  it('a reviewer takes a proposal up and signs the four reviews, and the gate clears it', async () => {
    const id = await submitted();
    await page.goto('/desk');
    await signIn(page, 'desk-reviewer');
    await page
      .getByRole('region', { name: '事项列表' })
      .getByRole('button', { name: `动议 ${id}` })
      .click();
    await takeStep(page, '受理');
    await seesState(page, '预审');
    await takeStep(page, '签署职数预审', async (form) => form.getByLabel('意见').fill('职数符合。'));
    await takeStep(page, '签署青干预审');
    await takeStep(page, '签署资格审核');
    await takeStep(page, '签署事前报告审核');
    await seesState(page, '通过动议关');
    expect(await stateOf(stage.cast.clerk, 'proposals', id)).toBe('gateDecision.cleared');

    await page.getByRole('tab', { name: /办理经过/ }).click();
    await page.getByText('职数符合。').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('says so when somebody else was faster, and shows what is true now', async () => {
    const id = await submitted();
    // A page that hears nothing live, as behind a proxy that holds streams back.
    await page.route('**/api/v1/live', (route) => route.abort());
    await page.goto(`/proposals/${id}`);
    await signIn(page, 'desk-reviewer');
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await step(stage.cast.reviewer2, 'proposals', id, 'ACCEPT_FOR_REVIEW');
    await page.getByRole('form', { name: '受理' }).getByRole('button', { name: '受理', exact: true }).click();
    await page.getByRole('alert').getByText('已被他人处理', { exact: true }).waitFor();
    await seesState(page, '预审');
    await page.getByRole('button', { name: '签署职数预审' }).waitFor();
    expect(await page.getByRole('form').count()).toBe(0);
  });

  it('asks for the password when a session has ended, and goes on where it was', async () => {
    const id = await submitted();
    await page.goto(`/proposals/${id}?from=letter`);
    await signIn(page, 'desk-reviewer');
    await seesState(page, '已呈报');
    await page.context().clearCookies();
    await page.getByRole('tab', { name: '留言' }).click();
    await page.getByRole('textbox', { name: '留言' }).fill('请补充考核材料。');
    await page.getByRole('button', { name: '留言', exact: true }).click();
    await page.getByRole('heading', { name: '会话已结束，请重新登录' }).waitFor();
    await signIn(page, 'desk-reviewer');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/proposals/${id}?from=letter`);
    expect(await page.getByRole('textbox', { name: '留言' }).inputValue()).toBe('请补充考核材料。');
  });

  it('keeps what was written when the window is closed, and forgets it on signing out', async () => {
    await page.goto(`/proposals/new?unit=${stage.unit.code}`);
    await signIn(page, 'desk-clerk');
    await page.getByLabel('动议名称').fill('尚未写完的动议');
    await page.waitForFunction(() => (globalThis as unknown as WithStorage).localStorage.length > 0);
    const again = await page.context().newPage();
    await again.goto(`/proposals/new?unit=${stage.unit.code}`);
    await again.getByRole('button', { name: '恢复' }).click();
    expect(await again.getByLabel('动议名称').inputValue()).toBe('尚未写完的动议');

    again.on('dialog', (dialog) => void dialog.accept());
    await again.getByRole('button', { name: /账户菜单/ }).click();
    await again.getByRole('menuitem', { name: '退出登录' }).click();
    await again.getByRole('heading', { name: '登录' }).waitFor();
    expect(await again.evaluate('localStorage.length')).toBe(0);
  });
});
