import { say } from '../../gate/index.js';
import type { RefusalEntry } from '../../platform/index.js';

const conflict = (sentence: RefusalEntry['sentence']): RefusalEntry => ({ status: 409, sentence });

/** What a warning's machine and its facts may refuse, as people read it. */
export const WARNING_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  WARNING_EXISTS: conflict(({ team, task }) => say`班子${team}在任务${task}下已列入预警。`),
  STILL_SHORT: conflict(
    ({ due, actual, shortfall }) => say`应配${due}名、现配${actual}名，仍差${shortfall}名，不能解除预警。`,
  ),
  TEAM_NOT_JUDGED: conflict(({ team, task }) => say`名册中班子${team}已没有任务${task}，请待下次摸底处理。`),
  NOTHING_TO_RECEIVE: conflict(() => '没有待签收的提示函。'),
  PLAN_EMPTY: conflict(() => '配备计划至少写明1名。'),
  PLAN_DAY_PAST: conflict(({ byDay, today }) => say`完成时限${byDay}应晚于今天（${today}）。`),
  PLAN_NOT_DUE: conflict(({ byDay }) => say`配备承诺至${byDay}，尚未到期。`),
  REMINDER_NOT_ISSUED: { status: 404, sentence: () => '提示函尚未签发。' },
};
