import { type Audience, BUSINESS, DRAFTERS, IMPORTERS } from './current-session.js';

export interface MenuEntry {
  href: string;
  label: string;
  audience: Audience;
}

export interface MenuArea {
  title: string;
  entries: readonly MenuEntry[];
}

/**
 * The navigation, one list per area. A page adds a line here and one to its list in `routes/`; an area that holds nothing for
 * somebody is not shown to him.
 */
export const MENU: readonly MenuArea[] = [
  {
    title: '办理',
    entries: [
      { href: '/desk', label: '工作台', audience: BUSINESS },
      { href: '/proposals/new', label: '起草动议', audience: DRAFTERS },
    ],
  },
  {
    title: '配备情况',
    entries: [
      { href: '/headline', label: '旗县区达标', audience: BUSINESS },
      { href: '/ledger', label: '配备台账', audience: BUSINESS },
    ],
  },
  { title: '台账与名录', entries: [{ href: '/imports', label: '导入工作簿', audience: IMPORTERS }] },
  { title: '管理', entries: [] },
  { title: '我的', entries: [] },
];
