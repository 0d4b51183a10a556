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
