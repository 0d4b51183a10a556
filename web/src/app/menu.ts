import type { Plural } from '../api/plurals.js';
import { t } from '../ui/t.js';
import {
  AUDIT,
  type Audience,
  BUSINESS,
  DEPARTMENT,
  DRAFTERS,
  ESTABLISHMENT,
  EVERYBODY,
  IMPORTERS,
  MEETING_READERS,
  OPINION_READERS,
  PARTIES,
  PEOPLE_READERS,
  SECURITY,
  SETTERS,
  SYSTEM,
  WATCHERS,
} from './current-session.js';

export interface MenuEntry {
  href: string;
  label: string;
  audience: Audience;
}

export interface MenuArea {
  key: 'work' | 'staffing' | 'directory' | 'admin' | 'own';
  title: string;
  entries: readonly MenuEntry[];
}

/** All cases of one kind, on the desk. */
const listOf = (plural: Plural): string => `/desk?tab=all&kind=${plural}`;

/**
 * The navigation, one list per area. A page adds a line here and one to its list in `routes/`; an area that holds nothing for
 * somebody is not shown to him.
 */
export const MENU: readonly MenuArea[] = [
  {
    key: 'work',
    title: t('办理'),
    entries: [
      { href: '/desk', label: t('工作台'), audience: BUSINESS },
      { href: listOf('headcount_reviews'), label: t('职数预审'), audience: ESTABLISHMENT },
      { href: '/proposals/new', label: t('起草动议'), audience: DRAFTERS },
      { href: listOf('warnings'), label: t('预警督办'), audience: PARTIES },
      { href: listOf('stocktakes'), label: t('摸底调度'), audience: DEPARTMENT },
      { href: listOf('stocktake_units'), label: t('摸底核对'), audience: DRAFTERS },
      { href: listOf('circulars'), label: t('通报'), audience: DEPARTMENT },
      { href: listOf('circular_units'), label: t('收到的通报'), audience: DRAFTERS },
      { href: '/meetings/new', label: t('安排会议'), audience: DRAFTERS },
      { href: listOf('meetings'), label: t('讨论决定会议'), audience: MEETING_READERS },
      { href: listOf('integrity_opinions'), label: t('廉洁意见'), audience: OPINION_READERS },
      { href: listOf('prior_reports'), label: t('事前报告'), audience: PARTIES },
    ],
  },
  {
    key: 'staffing',
    title: t('配备情况'),
    entries: [
      { href: '/situation', label: t('态势'), audience: PARTIES },
      { href: '/headline', label: t('旗县区达标'), audience: PARTIES },
      { href: '/ledger', label: t('配备台账'), audience: PARTIES },
    ],
  },
  {
    key: 'directory',
    title: t('台账与名录'),
    entries: [
      { href: '/directory', label: t('名录'), audience: PEOPLE_READERS },
      { href: '/imports', label: t('导入工作簿'), audience: IMPORTERS },
      { href: '/forms/imports', label: t('导入审批表与名册'), audience: IMPORTERS },
    ],
  },
  {
    key: 'admin',
    title: t('管理'),
    entries: [
      { href: '/admin/users', label: t('账户'), audience: SYSTEM },
      { href: '/admin/grants', label: t('授权'), audience: SECURITY },
      { href: '/admin/delegations', label: t('外出委托'), audience: SECURITY },
      { href: '/admin/audit', label: t('审计'), audience: AUDIT },
      { href: '/admin/policies', label: t('政策设置'), audience: SETTERS },
      { href: '/admin/calendar', label: t('工作日历'), audience: EVERYBODY },
      { href: '/admin/machines', label: t('流程目录'), audience: EVERYBODY },
      { href: '/admin/operations', label: t('运行情况'), audience: WATCHERS },
      { href: '/admin/channels', label: t('外发渠道'), audience: WATCHERS },
    ],
  },
  {
    key: 'own',
    title: t('我的'),
    entries: [
      { href: '/account', label: t('我的账户'), audience: EVERYBODY },
      { href: '/notifications', label: t('外发通知'), audience: BUSINESS },
      { href: '/help', label: t('帮助'), audience: EVERYBODY },
    ],
  },
];
