import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { OLD, setStage, type Stage, START as TODAY, YOUNG } from '../journeys/stage/stage.js';
import { readFiling, review, settle, stateOf, step, submit, toFiling } from '../journeys/stage/walk.js';
import { openBrowser, visit, type Visitor } from './kit/browser.js';
import { addressOf, openAccount, seesState, signIn, takeStep } from './kit/desk.js';

const REASON = '班子急需熟悉业务的同志，已报分管领导同意，拟先行配备并承诺年内补齐。';

// Whole days at the desk: minutes on a machine that does other things besides.
jest.setTimeout(600_000);

describe('a whole day at the desk', () => {
  let stage: Stage;
  let browser: Browser;
  let visitors: Visitor[] = [];

  beforeAll(async () => {
    stage = await setStage();
    for (const role of ['clerk', 'leader'] as const) await openAccount(stage, `day-${role}`, role, stage.unit);
    for (const role of ['reviewer', 'chief', 'deputy', 'head'] as const) {
      await openAccount(stage, `day-${role}`, role, null);
    }
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });
  afterEach(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    for (const visitor of visitors) await visitor.leave();
    visitors = [];
    if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join('\n')}`);
  });

  /** Somebody of this role comes to an address, each in a browser of his own. */
  async function comes(role: string, address: string): Promise<Page> {
    const visitor = await visit(browser, addressOf(stage));
    visitors.push(visitor);
    await visitor.page.goto(address);
    await signIn(visitor.page, `day-${role}`);
    return visitor.page;
  }

  async function filling(birth: string): Promise<number> {
    const { vacancies } = await stage.buildScene();
    const newcomer = await stage.cadre(birth);
    return submit(stage, [{ cadre: newcomer.code, appointTo: vacancies[0]!.code, kind: 'promote' }]);
  }

  it('clerk: blocked, takes a suggestion over, explains what is still short; the chief accepts; it is filed', async () => {
    const { team, vacancies } = await stage.buildScene();
    await stage.askOf(team, 3);
    const newcomer = await stage.cadre(OLD);
    await stage.cadre(YOUNG);
    const clerk = await comes('clerk', `/proposals/new?unit=${stage.unit.code}`);
    await clerk
      .getByRole('row', { name: `职位${vacancies[0]!.code}` })
      .getByRole('button', { name: '拟任' })
      .click();
    const picker = clerk.getByRole('dialog');
    await picker.getByLabel('姓名或干部编号').fill(newcomer.code);
    await picker.getByRole('row', { name: newcomer.code }).getByRole('button').click();
    const verdict = clerk.getByRole('region', { name: '试算' }).locator('.verdict-head .tag');
    await verdict.filter({ hasText: '暂缓' }).waitFor();
    await clerk.getByRole('region', { name: '合理化建议' }).getByRole('button', { name: '采用' }).first().click();
    await verdict.filter({ hasText: '须说明' }).waitFor();
    await clerk.getByLabel('动议名称').fill('关于补充班子副职的动议');
    await clerk.getByLabel('动议理由').fill('职位空缺，工作需要。');
    await clerk.getByRole('button', { name: '保存并呈报' }).click();
    await seesState(clerk, '已呈报');
    const id = Number(/proposals\/(\d+)/.exec(decodeURIComponent(clerk.url()))![1]);

    expect(await review(stage, id)).toBe('gateDecision.flagged');
    await seesState(clerk, '须说明情况');
    await takeStep(clerk, '说明情况', async (form) => {
      await form.getByLabel('情况说明').fill(REASON);
      await form.getByRole('checkbox', { name: '作出承诺' }).check();
      await form.getByLabel('承诺日期').fill('2026-11-30');
      await form.getByLabel('承诺人数').fill('2');
    });
    await seesState(clerk, '已说明，待审核');
    const chief = await comes('chief', `/proposals/${id}`);
    // What he decides on stands where he decides, behind no tab.
    const words = chief.getByRole('region', { name: '说明与意见' });
    await words.getByText(REASON).waitFor();
    expect(await words.innerText()).toMatch(/说明情况.*经办人[\s\S]*配备承诺 2026-11-30前再配备2名/);
    await takeStep(chief, '采纳说明');
    await seesState(chief, '通过动议关');

    const filing = await toFiling(stage, id);
    await clerk.goto(`/filings/${filing}`);
    await takeStep(clerk, '报送备案', async (form) => form.getByLabel('决定日期').fill(TODAY));
    await seesState(clerk, '已报送');
    await readFiling(stage, filing);
    await chief.goto(`/filings/${filing}`);
    await takeStep(chief, '准予备案');
    await seesState(chief, '准予备案');
    await settle(stage);
    await clerk.goto(`/proposals/${id}`);
    await seesState(clerk, '已备案');
    stage.app.clock.set(TODAY);
  });

  it('reviewer: three at once, with a result for each; what somebody else has done meanwhile is said', async () => {
    const ids = [await filling(YOUNG), await filling(YOUNG), await filling(YOUNG)];
    const reviewer = await comes('reviewer', '/desk');
    // Nothing live is heard, as behind a proxy that holds streams back: the list shows what was true when it came.
    for (const id of ids) await reviewer.getByRole('checkbox', { name: `选中动议 ${id} ` }).check();
    await reviewer.getByRole('button', { name: '批量办理' }).click();
    const dialog = reviewer.getByRole('dialog', { name: '批量办理' });
    await dialog.getByRole('button', { name: '逐件提交' }).waitFor();
    await step(stage.cast.reviewer2, 'proposals', ids[1]!, 'ACCEPT_FOR_REVIEW');
    await dialog.getByRole('button', { name: '逐件提交' }).click();
    const results = dialog.getByRole('region', { name: '办理结果' });
    await results.getByText('已办2项，未办成1项，共3项').waitFor();
    expect(await results.getByText('现为“预审”').count()).toBe(2);
    for (const id of ids) expect(await stateOf(stage.cast.reviewer, 'proposals', id)).toMatch(/^preReview/);
    visitors[0]!.complaints.splice(0);
  });

  it('two heads lift a block, each with an account of his own', async () => {
    const id = await filling(OLD);
    expect(await review(stage, id)).toBe('gateDecision.blocked');
    await step(stage.cast.reviewer, 'proposals', id, 'ISSUE_SUGGESTION');
    const leader = await comes('leader', `/proposals/${id}`);
    await takeStep(leader, '申请特批', async (form) => {
      await form.getByLabel('理由').fill(REASON);
      const file = { name: '情况说明.txt', mimeType: 'text/plain', buffer: Buffer.from('党组会议纪要') };
      await form.locator('input[type=file]').setInputFiles(file);
      await form.getByRole('checkbox', { name: '情况说明.txt' }).waitFor();
    });
    await seesState(leader, '待分管部长审批');
    const deputy = await comes('deputy', `/proposals/${id}`);
    await takeStep(deputy, '同意特批');
    await seesState(deputy, '待部长审批');
    const steps = deputy.getByRole('region', { name: '可办操作' });
    expect(await steps.getByRole('button', { name: '同意特批', exact: true }).count()).toBe(0);
    const head = await comes('head', `/proposals/${id}`);
    await takeStep(head, '同意特批');
    await seesState(head, '通过动议关');
    await seesState(leader, '通过动议关');
  });

  it('offline and back: what was written stays, goes out by itself, and happens once', async () => {
    const id = await filling(YOUNG);
    const reviewer = await comes('reviewer', `/proposals/${id}`);
    await reviewer.getByRole('button', { name: '受理', exact: true }).click();
    const form = reviewer.getByRole('form', { name: '受理' });
    await form.getByLabel('意见').fill('材料齐全。');
    await reviewer.context().setOffline(true);
    await form.getByRole('button', { name: '受理', exact: true }).click();
    await form.getByText('连接恢复后自动重发').waitFor();
    expect(await form.getByLabel('意见').inputValue()).toBe('材料齐全。');
    await reviewer.context().setOffline(false);
    await seesState(reviewer, '预审');
    const { body } = await stage.cast.reviewer.get(`proposals/${id}/history`);
    const taken = (body as { type: string }[]).filter(({ type }) => type === 'ACCEPT_FOR_REVIEW');
    expect(taken).toHaveLength(1);
    // A browser without a connection says so.
    visitors[0]!.complaints.splice(0);
  });
});
