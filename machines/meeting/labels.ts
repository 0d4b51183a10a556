import type { WorkflowLabels } from '../kernel/index.js';
import type { MeetingEventType } from './payloads.js';

const EVENTS: Readonly<Record<MeetingEventType, string>> = {
  CREATE: '拟定议程',
  EDIT: '修改会议安排',
  CONVENE: '发出会议通知',
  POSTPONE: '延期',
  CANCEL: '取消会议',
  DROP_ITEM: '撤下议题',
  PROPOSAL_LEFT: '议题撤下（动议已离开讨论决定）',
  RECORD_ATTENDANCE: '登记到会情况',
  RECORD_RECUSAL: '登记回避',
  OPEN_VOTING: '开始表决',
  RECORD_VOTES: '登记表决',
  END_VOTING: '结束表决',
  REOPEN_VOTING: '重开表决登记',
  DRAFT_MINUTES: '拟写会议纪要',
  RETURN_MINUTES: '退回会议纪要',
  SIGN_MINUTES: '签发会议纪要',
  CLOSE: '办结会议',
  DECISION_RECORDED: '决定已登记到动议',
  DECISION_REFUSED: '决定未能登记到动议',
  RETRY_DECISIONS: '重新登记决定',
  SET_ASIDE: '另行处理',
};

/** What people read. */
export const LABELS: WorkflowLabels = {
  workflow: '讨论决定会议',
  states: {
    draft: '拟定议程',
    convened: '已通知，待开会',
    voting: '表决中',
    counted: '已表决，待拟纪要',
    drafted: '纪要待签发',
    signed: '纪要已签发，待办结',
    recording: '决定登记中',
    closed: '已办结',
    cancelled: '已取消',
  },
  events: EVENTS,
};
