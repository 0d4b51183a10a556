import type { MeetingContext } from '../../../../machines/meeting/index.js';
import { DEFAULT_POLICY } from '../../../../machines/rules/index.js';
import type { FormContent } from '../../../documents/index.js';
import { agendaPaper } from './agenda.js';
import type { MeetingPaper } from './meeting-facts.js';
import { minutesPaper } from './minutes.js';
import { memberSheets, voteSummary } from './voting-sheets.js';

export const paperOf = (meeting: MeetingContext): MeetingPaper => ({
  meeting,
  unit: { name: '某县财政局' },
  passShare: DEFAULT_POLICY.quorum.passShareOfEntitled,
  replies: [],
});

const NAMES = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七'];
const member = (name: string, index: number): MeetingContext['members'][number] => ({
  no: index + 1,
  name,
  post: index === 0 ? '党组书记、局长' : '党组成员、副局长',
  cadre: null,
});
const vote = (...cast: ('for' | 'against' | 'deferred')[]) =>
  Object.fromEntries(cast.map((each, index) => [String(index + 1), each]));

/** A meeting with everything that can be in one; nobody in it is real. */
export const HELD: MeetingContext = {
  createdBy: 1,
  unit: 'U1',
  body: 'partyGroup',
  day: '2026-11-23',
  place: '三楼会议室',
  chair: 1,
  members: NAMES.map(member),
  agenda: [
    {
      proposal: 7,
      title: '关于调整机关领导班子成员的动议',
      matters: [
        { item: 1, cadre: 'C1', name: '王伟', change: '任某县财政局副局长（试用期）' },
        { item: 2, cadre: 'C2', name: '李明', change: '免某县财政局副局长职务' },
      ],
      dropped: null,
      decision: null,
    },
    {
      proposal: 9,
      title: '关于配备国库支付中心主任的动议',
      matters: [{ item: 1, cadre: 'C3', name: '陈静', change: '任某县国库支付中心主任' }],
      dropped: null,
      decision: null,
    },
    {
      proposal: 11,
      title: '关于调整所属事业单位班子的动议',
      matters: [{ item: 1, cadre: 'C4', name: '刘洋', change: '任某县会计核算中心副主任' }],
      dropped: { reason: '材料尚需核实', on: '2026-11-23' },
      decision: null,
    },
  ],
  postponements: [],
  attendance: Object.fromEntries(
    NAMES.map((_, index) => [
      String(index + 1),
      index === 6 ? { status: 'leave' as const, reason: '外出学习' } : { status: 'present' as const, reason: '' },
    ]),
  ),
  recusals: [{ proposal: 9, item: 1, member: 6, recuses: true, reason: '亲属' }],
  votes: {
    '7.1': vote('for', 'for', 'for', 'for', 'for', 'for'),
    '7.2': vote('for', 'for', 'for', 'for', 'against', 'for'),
    '9.1': vote('for', 'for', 'deferred', 'deferred', 'deferred'),
  },
  corrections: [],
  tally: { entitled: 7, present: 6 },
  minutes: {
    documentNo: '某财党纪〔2026〕12号',
    recorder: '冯记',
    attending: '办公室主任、人事股股长',
    discussion:
      '会议听取了组织人事部门关于人选推荐、考察情况的汇报。\n到会成员认为，国库支付中心主任人选还需进一步了解。',
    drafted: '2026-11-23',
    signedOn: '2026-11-24',
  },
  drafters: [1],
  cancelled: false,
};

/** Every paper of a meeting, to be rendered and looked at. */
export const MEETING_PAPERS: Readonly<Record<string, FormContent>> = {
  agenda: agendaPaper(paperOf(HELD)),
  'voting-sheets': memberSheets(paperOf(HELD)),
  'voting-summary': voteSummary(paperOf(HELD)),
  minutes: minutesPaper(paperOf(HELD)),
};
