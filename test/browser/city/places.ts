import type { Page } from 'playwright-core';
import { PLURALS } from '../../../web/src/api/plurals.js';
import type { FilledCity } from './fill-city.js';

type Username = 'reviewer' | 'clerk';

interface Dialog {
  address: string;
  name: string;
  open: (page: Page) => Promise<void>;
}

/** One case of each workflow that has any within reach: a new workflow is looked at as soon as the city has a case of it. */
export async function caseAddresses({ players }: FilledCity, username: string): Promise<string[]> {
  const person = players.cast[username as Username];
  const found: string[] = [];
  for (const plural of PLURALS) {
    const { status, body } = await person.get(`${plural}?limit=1`);
    const { items = [] } = body as { items?: { id: number }[] };
    if (status === 200) found.push(...items.map(({ id }) => `/${plural}/${id}`));
  }
  return found;
}

/** Proposals at every turn of their way; a team, its unit's people, and what is opened from other pages only. */
export async function placesOf({ players, proposals, meeting }: FilledCity, username: string): Promise<string[]> {
  const cases = Object.values(proposals).map((id) => `/proposals/${id}`);
  const { clerk } = players.cast;
  const [row] = ((await clerk.get('staffing?limit=1')).body as { items: { team: string; unit: string }[] }).items;
  const people = await clerk.get(`cadres?unit=${row!.unit}&limit=1`);
  const [cadre] = (people.body as { items: { code: string }[] }).items;
  const drafting = username === 'clerk' ? [`/proposals/${proposals.draft}/edit`, `/meetings/${meeting}/edit`] : [];
  return [
    ...cases,
    ...drafting,
    `/proposals/${proposals.flagged}/sheet`,
    `/desk?open=proposals/${proposals.flagged}`,
    `/teams/${row!.team}`,
    `/cadres/${cadre!.code}`,
    '/situation/leavers',
  ];
}

/** Presses what is named so on the page. */
const press = (address: string, name: string): Dialog => ({
  address,
  name,
  open: (page) => page.getByRole('button', { name }).first().click(),
});

const tab = (address: string, name: string): Dialog => ({
  address,
  name,
  open: (page) => page.getByRole('tab', { name }).click(),
});

const BATCH: Dialog = {
  address: '/desk',
  name: '批量办理',
  open: async (page) => {
    for (const at of [0, 1]) await page.getByRole('checkbox', { name: /^选中/ }).nth(at).check();
    await page.getByRole('button', { name: '批量办理' }).click();
  },
};

/** What opens over pages, by who opens it. */
export const DIALOGS: Readonly<Record<string, (filled: FilledCity) => Dialog[]>> = {
  reviewer: ({ proposals }) => [
    ...['键盘操作', '通知', '账户菜单'].map((name) => press('/desk', name)),
    BATCH,
    press(`/proposals/${proposals.submitted}`, '受理'),
    press(`/proposals/${proposals.inReview}`, '签署资格审核'),
    press(`/proposals/${proposals.flagged}`, '其他操作'),
    ...['流程', '办理经过', '留言', '附件', '表单'].map((name) => tab(`/proposals/${proposals.flagged}`, name)),
    ...['选择列', '导出台账', '导出工作簿'].map((name) => press('/ledger', name)),
    press('/account', '设置验证器'),
  ],
  clerk: ({ proposals }) => [
    ...['粘贴或导入名单', '拟任'].map((name) => press(`/proposals/${proposals.draft}/edit`, name)),
    press(`/proposals/${proposals.flagged}`, '说明'),
  ],
  sysadmin: () => ['新建账户', '会话', '重置口令'].map((name) => press('/admin/users', name)),
  secadmin: () => [press('/admin/grants', '授权')],
  auditadmin: () => [press('/admin/audit', '导出')],
};
