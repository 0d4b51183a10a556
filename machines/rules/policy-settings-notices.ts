import type { PolicySetting } from './policy-settings.js';

/** Settings of what is told without any case: of teams, and when the standing committee is to be reported to. */
export const NOTICE_SETTINGS: readonly PolicySetting[] = [
  {
    path: 'teamNotices.ageingOutMonths',
    meaning: '班子成员超出任务年龄口径前几个月提示单位经办人和科室审核人，每个数提示一次；留空不提示',
    basis: 'assumption',
    source: '手册§2.4（提前两个季度）；其后的月数系假定',
  },
  {
    path: 'teamNotices.vacancies',
    meaning: '未达到应配数的班子出现职位空缺时提示单位经办人和科室审核人',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
  {
    path: 'teamNotices.vacancyWithinDays',
    meaning: '空缺多少个日历日以内的提示，更早的不再提示',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
  {
    path: 'committeeReportMonths',
    meaning: '距上次向市委常委会专题汇报多少个月内应再次汇报',
    basis: 'fact',
    source: '材料第一部分（至少每半年向市委常委会专题汇报一次）',
  },
];
