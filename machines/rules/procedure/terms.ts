/*
 * The closed lists of the procedure's law, each with its words: what is checked, what is answered, on what grounds. Payloads,
 * pages and the lawyer's index take them from here.
 */

/** 凡提四必: what is concluded about everybody before a decision. @source handbook §1.6 V-11 (clauses to be confirmed) */
export const FOUR_CHECKS = {
  archiveReview: '干部档案“凡提必审”',
  personalMattersCheck: '个人有关事项报告“凡提必核”',
  disciplineOpinion: '纪检监察机关意见“凡提必听”',
  petitionCheck: '信访举报“凡提必查”',
} as const;
export type FourCheck = keyof typeof FOUR_CHECKS;

/** 不得列为考察对象, the seven cases. @source handbook §1.4 (2019, clauses to be confirmed) */
export const DISQUALIFICATIONS = {
  politicalDiscipline: '违反政治纪律和政治规矩',
  publicRecognition: '群众公认度不高',
  annualAssessment: '上一年年度考核为基本称职以下',
  canvassing: '有跑官、拉票等非组织行为',
  familyAbroad: '除特殊岗位需要外，配偶已移居国（境）外，或者没有配偶但子女均已移居国（境）外',
  effectPeriod: '受诫勉、组织处理或者党纪政务处分等影响期未满或者期满影响使用',
  other: '其他原因不宜提拔或者进一步使用',
} as const;
export type Disqualification = keyof typeof DISQUALIFICATIONS;

/**
 * Grounds of an exceptional promotion 破格提拔: three of outstanding merit, three of special need.
 *
 * @source handbook §1.3 E11 V-19 (grounds counted there; wording from the regulations, to be confirmed)
 */
export const EXCEPTIONAL_GROUNDS = {
  meritInCrisis: '特别优秀：在关键时刻或者承担急难险重任务中经受住考验、表现突出、作出重大贡献',
  meritInHardship: '特别优秀：在条件艰苦、环境复杂、基础差的地区或者单位工作实绩突出',
  meritElsewhere: '特别优秀：在其他岗位上尽职尽责，工作实绩特别显著',
  needOfTeam: '工作特殊需要：领导班子结构需要或者领导职位有特殊要求',
  needOfProfession: '工作特殊需要：专业性较强的岗位或者重要专项工作急需',
  needOfPlace: '工作特殊需要：艰苦边远地区、贫困地区急需引进',
} as const;
export type ExceptionalGround = keyof typeof EXCEPTIONAL_GROUNDS;

/** What the discipline commission may conclude 廉洁意见. @source handbook §1.6 V-11 (wording to be confirmed) */
export const OPINION_CONCLUSIONS = {
  none: '无不同意见',
  concerns: '有需要说明的情况',
  doNotProceed: '不宜提任',
} as const;
export type OpinionConclusion = keyof typeof OPINION_CONCLUSIONS;

/** Why an opinion that was given is asked for again. */
export const REASONS_TO_ASK_AGAIN = {
  expired: '已过有效期',
  newMatters: '有新的情况',
  supplemented: '已补充材料',
} as const;
export type ReasonToAskAgain = keyof typeof REASONS_TO_ASK_AGAIN;

/** How a request ended without being closed by hand. */
export const OPINION_ENDINGS = {
  noted: '已阅知',
  withdrawn: '已撤回',
  proposalEnded: '动议已办结',
  proposalReturned: '动议已退回起草',
} as const;
export type OpinionEnding = keyof typeof OPINION_ENDINGS;

/** What a prior report 事前报告 says besides its matters. @source handbook §1.5 V-10 */
export const REPORT_PARTS = {
  reasons: '调整理由',
  principles: '调整原则',
  establishment: '职数情况',
  integrity: '廉洁自律情况',
  petitions: '信访举报情况',
} as const;
export type ReportPart = keyof typeof REPORT_PARTS;

/** Ways by which an objection to a public notice reaches the party group. @source handbook §3.5 (12380, letters, visits) */
export const OBJECTION_CHANNELS = {
  hotline: '12380电话',
  letter: '信函',
  visit: '来访',
  online: '网络举报',
  otherWay: '其他方式',
} as const;
export type ObjectionChannel = keyof typeof OBJECTION_CHANNELS;
