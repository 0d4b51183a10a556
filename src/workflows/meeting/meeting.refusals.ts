import { say } from '../../gate/index.js';
import type { RefusalEntry } from '../../platform/index.js';

const conflict = (sentence: RefusalEntry['sentence']): RefusalEntry => ({ status: 409, sentence });

/** 第2项（王伟） */
const row = ({ no, person }: Parameters<RefusalEntry['sentence']>[0]): string => say`第${no}项（${person}）`;

const CONCERNS: Readonly<Record<string, string>> = {
  self: '系本人',
  sameName: '与其同名',
};

/** What a meeting's machine and its facts may refuse, as the chair can read it out. */
export const MEETING_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  MEMBER_TWICE: conflict(({ name }) => say`应到会成员名单中${name}列了两次。`),
  MEMBER_UNKNOWN: { status: 422, sentence: ({ cadres }) => say`名册中没有编号为${cadres}的干部，请改填姓名和职务。` },
  CHAIR_NOT_A_MEMBER: conflict(({ members }) => say`主持人应是名单中的成员（共${members}名）。`),
  PROPOSAL_TWICE: conflict(({ proposal }) => say`第${proposal}号动议在议程中列了两次。`),
  PROPOSAL_UNKNOWN: { status: 422, sentence: ({ proposal }) => say`第${proposal}号不是本单位的动议，不能列入议程。` },
  PROPOSAL_NOT_IN_DELIBERATION: conflict(
    ({ proposal, state }) => say`第${proposal}号动议现处于“${state}”，不在讨论决定环节，不能上会。`,
  ),
  PROPOSAL_ON_OTHER_AGENDA: conflict(({ proposal, meeting }) =>
    meeting === undefined
      ? '有动议已列入其他会议的议程，不能同时上两个会。'
      : say`第${proposal}号动议已列入第${meeting}号会议的议程，不能同时上两个会。`,
  ),
  PROPOSAL_NOT_READY: conflict(
    ({ proposal, reason }) => `第${String(proposal)}号动议尚不能讨论决定，不能开始表决：${String(reason)}`,
  ),
  AGENDA_EMPTY: conflict(() => '议程中已没有议题，不能开会表决。'),
  MEETING_POSTPONED_BACK: conflict(({ from, today }) => say`改期应晚于今天（${today}）且不同于原定的${from}。`),
  ATTENDANCE_INCOMPLETE: conflict(({ names }) =>
    Array.isArray(names) && names.length > 0
      ? say`到会情况须逐人登记一次，尚缺或重复：${names}。`
      : '到会情况只登记名单上的成员，每人一次。',
  ),
  CHAIR_ABSENT: conflict(({ name }) => say`主持人${name}未到会，请由到会的成员主持。`),
  ATTENDANCE_NOT_RECORDED: conflict(() => '尚未登记到会情况，不能开始表决。'),
  QUORUM_LACKING: conflict(
    ({ entitled, present, needed }) =>
      say`应到会成员${entitled}人，须有${needed}人以上到会方可讨论决定，实到${present}人。`,
  ),
  MEETING_DAY_AHEAD: conflict(({ day, today }) => say`会议定于${day}，今天是${today}，尚未到会期。`),
  MEETING_BEFORE_INSPECTION: conflict(
    ({ proposal, inspectedUntil, day }) => say`第${proposal}号动议的考察至${inspectedUntil}结束，晚于会议日期${day}。`,
  ),
  MUST_SPEAK_LAST: conflict(() => '主要负责人应当末位表态，请确认后再结束表决。'),
  NOT_ON_AGENDA: conflict(({ proposal }) => say`第${proposal}号动议不在本次会议的议程中，或已撤下。`),
  MATTER_UNKNOWN: conflict(({ proposal, item }) => say`议程中没有第${proposal}号动议的第${item}项，或已撤下。`),
  MEMBER_NOT_LISTED: conflict(({ member }) => say`应到会成员名单中没有第${member}号成员。`),
  MUST_RECUSE: conflict((params) => say`${row(params)}涉及${params.name}本人，必须回避。`),
  RECUSAL_NOT_ANSWERED: conflict((params) => {
    const { name, because, relation, open } = params;
    const why = because === 'relative' ? say`与其有亲属关系（${relation}）` : (CONCERNS[String(because)] ?? '');
    const ask = because === 'self' ? '应当回避' : '请登记回避，或说明无须回避的理由';
    const more = Number(open) > 1 ? say`共${open}处待登记。` : '';
    return say`${row(params)}：成员${name}${why}，${ask}。${more}`;
  }),
  MEMBER_NOT_PRESENT: conflict(({ name }) => say`${name}未到会，不能登记其表决。`),
  MEMBER_RECUSED: conflict((params) => say`${params.name}已就${row(params)}回避，不参加该项表决。`),
  VOTED_TWICE: conflict(() => '同一成员对同一事项登记了两次表决，请核对。'),
  CORRECTION_NEEDS_REASON: conflict(
    (params) => say`${row(params)}${params.name}的表决已登记，更正${params.changed}处须说明理由。`,
  ),
  CHAIR_VOTES_LAST: conflict((params) => say`${row(params)}主要负责人末位表态，尚有${params.names}未表决。`),
  VOTES_MISSING: conflict((params) => say`${row(params)}尚有${params.names}未表决，共${params.items}项未表决完。`),
  DECISION_NOT_REFUSED: conflict(({ proposal }) => say`第${proposal}号动议的决定没有登记失败，无须另行处理。`),
  NOTHING_REFUSED: conflict(() => '没有登记失败的决定。'),
};
