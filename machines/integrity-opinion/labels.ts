import type { WorkflowLabels } from '../kernel/index.js';
import type { OpinionEventType } from './payloads.js';

const EVENTS: Readonly<Record<OpinionEventType, string>> = {
  CREATE: '征求廉洁意见',
  TAKE_UP: '受理',
  RETURN_REQUEST: '退回补充',
  REPLY: '答复',
  WEIGH: '研判所述情况',
  ASK_AGAIN: '再次征求',
  NOTE: '阅知办结',
  WITHDRAW: '撤回征求',
  PROPOSAL_LEFT: '动议已撤回、办结或退回起草',
};

/** What people read. */
export const LABELS: WorkflowLabels = {
  workflow: '廉洁意见',
  states: {
    asked: '征求中',
    'asked.requested': '待受理',
    'asked.underReview': '核查中',
    returned: '待补充材料',
    replied: '已答复',
    'replied.none': '已答复：无不同意见',
    'replied.concerns': '已答复：有需要说明的情况，待研判',
    'replied.weighed': '已研判',
    'replied.doNotProceed': '已答复：不宜提任',
    closed: '已办结',
    withdrawn: '已撤回',
  },
  events: EVENTS,
};
