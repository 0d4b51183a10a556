import { SIGNER_LABELS, type WorkflowLabels } from '../kernel/index.js';
import type { FilingEventType } from './payloads.js';

const EVENTS: Readonly<Record<FilingEventType, string>> = {
  ...SIGNER_LABELS,
  CREATE: '建立备案',
  SUBMIT_FILING: '报送备案',
  RECALL: '撤回修改',
  ACCEPT_MATERIALS: '材料齐全，转审核',
  REQUEST_SUPPLEMENT: '退回补正',
  SUPPLEMENT: '补正',
  RECORD_REVIEW: '签署科室意见',
  ACCEPT: '准予备案',
  ACCEPT_WITH_REMARKS: '准予备案（附意见）',
  ORDER_CORRECTION: '责令纠正',
  CORRECT: '纠正后报送',
  REJECT: '不予备案',
  RETURN: '退回',
  ARCHIVE: '归档',
  CANCEL: '注销',
  DEADLINE_PASSED: '到期',
};

/** What people read. */
export const LABELS: WorkflowLabels = {
  workflow: '备案',
  states: {
    pending: '待报送',
    submitted: '已报送',
    returnedForSupplement: '退回补正',
    underReview: '备案关审核',
    correctionOrdered: '责令纠正',
    accepted: '准予备案',
    acceptedWithRemarks: '准予备案（附意见）',
    rejected: '不予备案',
    archived: '已归档',
    cancelled: '已注销',
    timeliness: '及时性',
    'timeliness.onTime': '按期',
    'timeliness.overdue': '逾期未报',
    'timeliness.filedLate': '逾期报送',
  },
  events: EVENTS,
};
