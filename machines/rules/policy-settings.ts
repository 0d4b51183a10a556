import { NOTICE_SETTINGS } from './policy-settings-notices.js';
import { WARNING_SETTINGS } from './policy-settings-warning.js';
import { LAW_OF_PROCEDURE } from './procedure-settings.js';

/** What the administrator's screen says about a setting: its meaning, and whether a rule fixes it or we assumed it. */
export interface PolicySetting {
  /** Path into the policy; covers everything below it. */
  path: string;
  meaning: string;
  basis: 'fact' | 'assumption';
  source: string;
  /** Who in the department confirmed the value; empty until the client has. */
  confirmedBy?: string;
}

const AGE_AND_COUNTING: PolicySetting[] = [
  {
    path: 'age.yearsAdded',
    meaning: '年龄口径：“N岁以下”为不满N+1周岁，“N岁左右”为不满N+2周岁，“不满N周岁”按字面；均按年月计算',
    basis: 'fact',
    source: '手册§2.2 V-3、V-4、V-5；各地口径不同，以本市规定为准',
  },
  {
    path: 'counting.onlyOccupyingHeadcount',
    meaning: '只统计占职数的班子成员，不占职数的既不计入实配也不计入基数',
    basis: 'assumption',
    source: '手册§2.4',
  },
  {
    path: 'counting.includeProbation',
    meaning: '试用期干部计入实配数（无论是否计入，均占职数、列入基数）',
    basis: 'assumption',
    source: '手册§2.4',
  },
  { path: 'counting.includeSecondment', meaning: '挂职干部计入实配数和基数', basis: 'assumption', source: '手册§2.4' },
];

const LEVELS: PolicySetting[] = [
  {
    path: 'levels.strategy',
    meaning: '预警等级的判定方法：完成比例、持续未达到、未完成指标个数',
    basis: 'assumption',
    source: '手册§2.4；材料未写明A、B、C三级的标准',
  },
  {
    path: 'levels.persistenceForDueOne',
    meaning: '应配1名的班子是否按持续未达到判定（建议开启：首个季度未达到为中等，第二个季度起为最重）',
    basis: 'assumption',
    source: '手册§2.4备注',
  },
  {
    path: 'levels.letters',
    meaning: '各等级的轻重（3为最重）和名称；调整名称不改变把关结论',
    basis: 'assumption',
    source: '手册§0；材料称A、B级为进展缓慢',
  },
  {
    path: 'levels.completion',
    meaning: '完成比例低于前一数值的为最重，低于后一数值的为中等，其余为最轻',
    basis: 'assumption',
    source: '约定§1、手册§2.4',
  },
  {
    path: 'levels.persistence',
    meaning: '连续未达到多少个季度末起为最重',
    basis: 'assumption',
    source: '手册§2.4',
  },
  {
    path: 'levels.indicatorCount',
    meaning: '未完成指标达到多少个起为最重、中等；其余（含2个）为最轻',
    basis: 'fact',
    source: '手册§2.3 V-6；未完成2个的等级系推定',
  },
  {
    path: 'unmetQuartersLookBack',
    meaning: '统计连续未达到时最多回看的季度末个数',
    basis: 'assumption',
    source: '手册§2.4',
  },
  {
    path: 'headlineShare',
    meaning: '旗县区达到配备要求的班子占比达到多少为“已达到”',
    basis: 'fact',
    source: '材料第二部分（达到50%以上）',
  },
  {
    path: 'ageingOutHorizonMonths',
    meaning: '超出任务年龄预测向后推算的月数',
    basis: 'assumption',
    source: '手册§2.4；任务要求24个月',
  },
];

const GATE: PolicySetting[] = [
  {
    path: 'gate.table',
    meaning: '把关结论表：按调整前的轻重和差额变化给出通过、提示、不予通过',
    basis: 'assumption',
    source: '手册§2.5',
  },
  {
    path: 'commitmentWindowDays',
    meaning: '配备承诺的期限（日历日），期限内再次动议时自动带出承诺',
    basis: 'assumption',
    source: '手册§7第19项',
  },
  {
    path: 'override.minReasonLength',
    meaning: '特殊放行理由的最少字数',
    basis: 'assumption',
    source: '手册§7第20项',
  },
];

const PROCEDURE: PolicySetting[] = [
  {
    path: 'notice.workingDays',
    meaning: '任前公示不少于多少个工作日',
    basis: 'fact',
    source: '手册§1.1 V-13（条例第四十一条，2014年文本）',
  },
  {
    path: 'notice.countStartDay',
    meaning: '公示发布当日（为工作日时）计入公示期',
    basis: 'fact',
    source: '手册§4.1 V-59（通行做法）',
  },
  {
    path: 'notice.receiving',
    meaning: '任前公示写明的受理单位（空为发布单位）、电话、通讯地址和邮政编码；留空的打印后手填',
    basis: 'assumption',
    source: '手册§3.5（12380；地址、邮编由本市确定）',
  },
  {
    path: 'filing.dueCalendarDays',
    meaning: '公示期满后多少个日历日内报备案，遇休息日顺延',
    basis: 'assumption',
    source: '手册§1.7 V-29（一周内）',
  },
  {
    path: 'filing.preReviewWorkingDays',
    meaning: '会前审核答复的工作日数',
    basis: 'assumption',
    source: '手册§1.7 V-29（2个工作日）',
  },
  {
    path: 'answer.reviewStartWorkingDays',
    meaning: '呈报后多少个工作日内受理',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
  {
    path: 'answer.suggestionReplyWorkingDays',
    meaning: '收到合理化建议书后多少个工作日内答复',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
  {
    path: 'answer.explanationWorkingDays',
    meaning: '被提示后多少个工作日内作出说明',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
  {
    path: 'answer.filingReviewWorkingDays',
    meaning: '备案审核答复的工作日数',
    basis: 'assumption',
    source: '手册§1.7 V-29（2个工作日）',
  },
  {
    path: 'answer.supplementWorkingDays',
    meaning: '退回补正后多少个工作日内补齐',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
  {
    path: 'answer.correctionWorkingDays',
    meaning: '责令纠正后多少个工作日内纠正',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
  {
    path: 'quorum',
    meaning: '讨论决定的到会比例和通过比例（超过应到会成员的比例）',
    basis: 'fact',
    source: '手册§1.1 V-9、V-12',
  },
  {
    path: 'recommendationValidMonths',
    meaning: '民主推荐结果有效的月数',
    basis: 'fact',
    source: '手册§1.1（一年内有效，条款待法规科室核对）',
  },
  {
    path: 'probationMonths',
    meaning: '试用期的月数',
    basis: 'fact',
    source: '手册§1.1 V-13（条例第四十二条，2014年文本）',
  },
];

const REMINDERS: PolicySetting[] = [
  {
    path: 'reminders.hours',
    meaning: '提醒时段：工作日几时起、几时止（北京时间），其余时间顺延到下一工作日',
    basis: 'assumption',
    source: '手册§4.1（工作日9:00–17:00）',
  },
  {
    path: 'reminders.ladders',
    meaning: '各期限到期前、当日、逾期后第几个工作日提醒谁；角色留空为当时可以办理的人；default适用于未单列的期限',
    basis: 'assumption',
    source: '无公开规定，本产品假定（前3日、前1日、当日、逾期1日提醒，逾期2、4、7日依次报科长、分管部长、部长）',
  },
];

/** Every setting of the policy with its standing, in the order of the administrator's screen. */
export const POLICY_SETTINGS: readonly PolicySetting[] = [
  ...AGE_AND_COUNTING,
  ...LEVELS,
  ...GATE,
  ...PROCEDURE,
  ...REMINDERS,
  ...WARNING_SETTINGS,
  ...NOTICE_SETTINGS,
  ...LAW_OF_PROCEDURE,
];
