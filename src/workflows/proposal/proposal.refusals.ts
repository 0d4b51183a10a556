import { definition } from '../../../machines/proposal/index.js';
import { say } from '../../gate/index.js';
import { PROCEDURE_REFUSALS } from './procedure.refusals.js';
import type { RefusalEntry } from '../../platform/index.js';

const conflict = (sentence: RefusalEntry['sentence']): RefusalEntry => ({ status: 409, sentence });

const stateLabel = (path: unknown): unknown => definition.labels.states[String(path)] ?? path;

/** What a proposal's machine and its facts may refuse, as people read it. */
export const PROPOSAL_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  EMPTY_PROPOSAL: conflict(() => '动议没有任何拟任免事项，不能呈报。'),
  RESUMED_UNKNOWN: { status: 422, sentence: ({ proposal }) => say`第${proposal}号不是本单位已办结的动议，不能接续。` },
  ALREADY_TAKEN_UP: conflict(() => '组织部已受理，不能自行撤回修改；如需修改，请联系退回。'),
  ALREADY_DECIDED: conflict(() => '党委（党组）已讨论决定，不能撤回或退回；如需变更，请另行提出动议。'),
  NOT_AN_EARLIER_STEP: conflict(({ to }) => say`只能退回到已经办过的环节，不能退回到“${stateLabel(to)}”。`),

  ELIGIBILITY_NOT_JUDGED: conflict(
    () => '按规则尚不能认定满足，不能签署“通过”；可签署“暂不评判”，或说明理由签署“不通过”。',
  ),
  ...PROCEDURE_REFUSALS,
  HEADCOUNT_DISPUTED: conflict(() => '职数预审未获同意，不能特批放行；请按意见调整后重新呈报。'),
  HEADCOUNT_NOT_OVERRIDABLE: conflict(() => '超核定职数，不能特批放行。'),
  REVIEW_NOT_OVERRIDABLE: conflict(() => '资格审核或事前报告审核未通过，不能特批放行。'),
  FINDING_NOT_OVERRIDABLE: conflict(({ codes }) => say`动议与名册不符（${codes}），不能特批放行。`),
  REASON_TOO_SHORT: conflict(({ min, length }) => say`说明不少于${min}字，现为${length}字。`),
  ATTACHMENT_REQUIRED: conflict(() => '请上传并选择本动议的附件。'),
  COMMITMENT_REQUIRED: conflict(() => '差额尚未补齐，请同时作出配备承诺（人数和日期）。'),
  COMMITMENT_EMPTY: conflict(() => '配备承诺的人数至少1名，日期应晚于今天。'),

  DAY_IN_FUTURE: conflict(({ day, today }) => say`日期${day}晚于今天（${today}）。`),
  DAYS_OUT_OF_ORDER: conflict(({ earlier, later }) => say`日期先后不符：${later}早于上一环节的${earlier}。`),
  TALLY_MISMATCH: conflict(({ entitled, present, counted }) =>
    counted === undefined
      ? say`人数不符：应到${entitled}人、实到${present}人。`
      : say`票数不符：应到${entitled}人、实到${present}人，计票${counted}张。`,
  ),
  TOO_FEW_INSPECTORS: conflict(({ needed, named }) => say`考察人员不少于${needed}名，现为${named}名。`),
  RECOMMENDATION_LAPSED: conflict(
    ({ recommendedOn, validUntil }) => say`民主推荐（${recommendedOn}）有效期至${validUntil}，已失效，须重新推荐。`,
  ),
  NOT_LAPSED: conflict(({ validUntil }) => say`民主推荐结果仍在有效期内（至${validUntil}）。`),
  QUORUM_NOT_REACHED: conflict(
    ({ entitled, present, needed }) =>
      say`应到${entitled}人，须有${needed}人以上到会，实到${present}人，不能讨论决定。`,
  ),
  CHAIR_SPEAKS_LAST: conflict(() => '主要负责人应当末位发言。'),
  MEETING_REQUIRED: conflict(() => '按设置，讨论决定须由系统内召开的会议登记，不能直接填写结果。'),
  MEETING_NOT_BY_HAND: conflict(() => '会议编号由会议办结时登记，直接登记结果时不填会议。'),
  VOTES_MISMATCH: conflict(({ item, items, present, counted, for: yes, against, deferred }) =>
    item === undefined
      ? say`共${items}项拟任免事项，应逐项表决，现有${counted}项结果。`
      : say`第${item}项：同意${yes}票、不同意${against}票、缓议${deferred}票，合计应为实到${present}人。`,
  ),
  SUGGESTION_NOT_ISSUED: { status: 404, sentence: () => '尚未发出合理化建议书。' },
  OBJECTION_BEFORE_NOTICE: conflict(({ day, startDay }) => say`反映日期${day}早于公示开始的${startDay}。`),
  OBJECTION_OF_NOBODY: conflict(({ cadre }) => say`本次动议没有干部${cadre}。`),
  OBJECTION_NOT_NAMED: conflict(({ open }) => say`第${open}件反映问题均在核查，请写明是哪一件的结论。`),
  OBJECTION_NOT_OPEN: conflict(({ objection, open }) =>
    Array.isArray(open) && open.length > 0
      ? say`没有待核查的第${objection}件反映问题；待核查的是第${open}件。`
      : say`没有待核查的第${objection}件反映问题。`,
  ),
  NOTICE_NOT_ENDED: conflict(({ endDay }) => say`公示至${endDay}，尚未期满。`),
  PROBATION_NOT_ENDED: conflict(({ endDay }) => say`试用期至${endDay}，尚未期满。`),
};
