import type { PolicySetting } from './policy-settings.js';

/** Settings of the law of the procedure. */
export const LAW_OF_PROCEDURE: readonly PolicySetting[] = [
  {
    path: 'eligibility',
    meaning:
      '任职资格E01–E16的年限和条件（月，另有注明的除外）；byUnitKind为某类单位（如苏木乡镇按自治区办法）与之不同之处',
    basis: 'fact',
    source: '手册§1.3 V-18、V-19、V-20，§1.9 V-35；条款待法规科室核对',
  },
  {
    path: 'authority',
    meaning: '干部管理权限：各类单位可自行讨论决定的职务层次；未列出的类别视为未列明',
    basis: 'assumption',
    source: '手册§1.3 E15；权限表待委托方提供',
  },
  {
    path: 'procedure.eligibilityBinds',
    meaning: '任职资格在讨论决定和备案时再核一次，不满足或不详的不得讨论决定',
    basis: 'fact',
    source: '手册§1.3、§7第39项',
  },
  {
    path: 'procedure.fourChecks',
    meaning: '凡提四必：四项均有结论方可讨论决定',
    basis: 'fact',
    source: '手册§1.6 V-11、§7第40项（条款待核对）',
  },
  {
    path: 'procedure.disqualifications',
    meaning: '不得列为考察对象的七种情形须逐项答复',
    basis: 'fact',
    source: '手册§1.4（条款待核对）',
  },
  {
    path: 'procedure.priorReport.required',
    meaning: '有须事前报告的事项而未获批复的，不得讨论决定',
    basis: 'fact',
    source: '手册§1.5 V-22、V-24',
  },
  {
    path: 'procedure.priorReport.bulkAdjustmentCount',
    meaning: '一次调整多少人起须事前报告',
    basis: 'assumption',
    source: '手册§1.5 V-26（数值留空，由各地确定）',
  },
  {
    path: 'procedure.priorReport.bulkAdjustmentWindowCount',
    meaning: '同一单位在下述月数内累计调整多少人起须事前报告',
    basis: 'assumption',
    source: '手册§1.5 V-26（数值留空，由各地确定）',
  },
  {
    path: 'procedure.priorReport.bulkAdjustmentWindowMonths',
    meaning: '累计调整人数的统计月数',
    basis: 'assumption',
    source: '手册§1.5 V-26（数值留空，由各地确定）',
  },
  {
    path: 'procedure.priorReport.principalTenureMonths',
    meaning: '旗县区、苏木乡镇党政正职任职不满多少个月调整须事前报告',
    basis: 'fact',
    source: '手册§1.5 V-24（不满3年）',
  },
  {
    path: 'procedure.priorReport.replyWorkingDays',
    meaning: '事前报告呈报后多少个工作日内批复',
    basis: 'fact',
    source: '手册§1.5 V-24（10个工作日）',
  },
  {
    path: 'procedure.integrityOpinion.replyWorkingDays',
    meaning: '征求廉洁意见后多少个工作日内答复',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
  {
    path: 'procedure.integrityOpinion.validMonths',
    meaning: '廉洁意见自答复之日起多少个月内有效，讨论决定时已过有效期的须再次征求',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
  {
    path: 'procedure.integrityOpinion.paperAllowed',
    meaning: '纪检监察机关的书面意见可由经办人登记；选“否”的，只认纪委监委在系统内的答复',
    basis: 'assumption',
    source: '手册§1.6；是否开通纪委监委用户由委托方确定',
  },
  {
    path: 'procedure.headcountReviewBy',
    meaning: '职数预审由谁签署：section 干部监督科，establishment 编办，either 两者之一',
    basis: 'assumption',
    source: '手册§1.2、§8第6项（编办是否为用户待确认）',
  },
  {
    path: 'meeting.required',
    meaning: '讨论决定只能由系统内召开的会议登记；为否时，纸面召开的会议也可直接登记结果',
    basis: 'assumption',
    source: '无公开规定，本产品假定',
  },
];
