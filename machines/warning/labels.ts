import type { WarningEventType } from './payloads.js';

/** What people read. */
export const LABELS_OF_EVENTS: Readonly<Record<WarningEventType, string>> = {
  CREATE: '列入预警',
  ROUND_JUDGED: '季度摸底判定',
  REASSESS: '按名册重新判定',
  TEAM_GONE: '班子或任务不复存在',
  FIRST_ISSUED: '第一次提醒已发出',
  FIRST_RECEIVED: '第一次提醒已签收',
  DRAFT_FIRST: '拟发第一次提醒',
  ISSUE_FIRST: '签发第一次提示函',
  DRAFT_SECOND: '拟发第二次提醒',
  ISSUE_SECOND: '签发提示函',
  RECEIVE: '签收提示函',
  TAKE_NOTE: '科室知悉',
  SUBMIT_PLAN: '报送配备计划',
  ACCEPT_PLAN: '同意配备计划',
  RETURN_PLAN: '退回配备计划',
  DEADLINE_PASSED: '到期',
};

export const LABELS_OF_STATES: Readonly<Record<string, string>> = {
  open: '预警中',
  'open.opened': '已列入预警',
  'open.firstDrafted': '第一次提醒待签发',
  'open.firstReminder': '第一次提醒',
  'open.firstReminder.issued': '第一次提醒待签收',
  'open.firstReminder.delivered': '第一次提醒已签收',
  'open.secondReminder': '第二次提醒',
  'open.secondReminder.drafted': '第二次提醒待签发',
  'open.secondReminder.issued': '第二次提醒待签收',
  'open.secondReminder.delivered': '两次提醒均已送达',
  'open.plan': '配备计划',
  'open.plan.none': '尚无配备计划',
  'open.plan.awaited': '待报配备计划',
  'open.plan.submitted': '配备计划待答复',
  'open.plan.returned': '配备计划已退回',
  'open.plan.accepted': '配备计划执行中',
  'open.plan.broken': '配备承诺逾期未兑现',
  resolved: '已解除',
  ended: '已终止',
};
