import { DISQUALIFICATIONS, FOUR_CHECKS, PRIOR_MATTERS } from '../../../machines/rules/index.js';
import { say } from '../../gate/index.js';
import type { RefusalEntry } from '../../platform/index.js';

const conflict = (sentence: RefusalEntry['sentence']): RefusalEntry => ({ status: 409, sentence });

/** Keys in the words people know them by. */
const named = (labels: Readonly<Record<string, string>>, keys: unknown): string =>
  (Array.isArray(keys) ? keys : []).map((key) => labels[String(key)] ?? String(key)).join('；');

/** Rules that bar, each with its arithmetic. */
const ruled = (rules: unknown): string =>
  (Array.isArray(rules) ? (rules as { code: string; sentence: string }[]) : [])
    .map(({ code, sentence }) => `${code} ${sentence}`)
    .join('；');

/** What the procedure's law refuses, as people read it. */
export const PROCEDURE_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  ELIGIBILITY_NOT_MET: conflict(
    ({ item, on, rules }) => `第${String(item)}项人选截至${String(on)}不满足任职资格：${ruled(rules)}。`,
  ),
  ELIGIBILITY_UNKNOWN: conflict(
    ({ item, rules }) =>
      `第${String(item)}项人选的任职资格尚不能认定，不得讨论决定，也不能直接准予备案：${ruled(rules)}。请补充干部情况。`,
  ),
  CHECKS_NOT_CONCLUDED: conflict(
    ({ item, missing }) => `第${String(item)}项人选的凡提四必尚缺结论：${named(FOUR_CHECKS, missing)}。`,
  ),
  CHECKS_NOT_CLEAR: conflict(
    ({ item, checks }) => `第${String(item)}项人选的凡提四必结论影响任用：${named(FOUR_CHECKS, checks)}。`,
  ),
  DISQUALIFICATIONS_NOT_ANSWERED: conflict(
    ({ item }) => say`第${item}项人选是否属于不得列为考察对象的七种情形，尚未逐项答复。`,
  ),
  DISQUALIFICATIONS_INCOMPLETE: conflict(({ missing }) =>
    Array.isArray(missing) && missing.length > 0
      ? `七种情形须逐项答复，尚缺：${named(DISQUALIFICATIONS, missing)}。`
      : '七种情形每项只答复一次。',
  ),
  DISQUALIFIED: conflict(
    ({ item, cases }) => `第${String(item)}项人选不得列为考察对象：${named(DISQUALIFICATIONS, cases)}。`,
  ),
  PRIOR_REPORT_NOT_APPROVED: conflict(
    ({ matters }) => `须事前报告并得到批复后方可讨论决定：${named(PRIOR_MATTERS, matters)}。`,
  ),
  OPINION_EXPIRED: conflict(
    ({ item, validUntil }) => `第${String(item)}项人选的廉洁意见有效期至${String(validUntil)}，讨论决定前须再次征求。`,
  ),
  OPINION_ON_RECORD: conflict(
    ({ opinion }) =>
      `纪检监察机关已在系统内答复（廉洁意见第${String(opinion)}号），不能改为手工登记；如有新情况，请再次征求。`,
  ),
  OPINION_NOT_ON_PAPER: conflict(() => '按本市设置，纪检监察机关意见须在系统内征求，不能手工登记。'),
  SIGNATURES_MISSING: conflict(
    () => '登记纸面的纪检监察机关意见，须写明党委（党组）书记和纪委书记（纪检组长）两人的签字。',
  ),
  HEADCOUNT_BY_OTHERS: conflict(({ by }) =>
    by === 'establishment' ? '按本市设置，职数预审由编办签署。' : '按本市设置，职数预审由干部监督科签署。',
  ),
  TRAINING_NOT_DUE: conflict(({ cadre }) => say`干部${cadre}没有须补足的培训，或者已经登记。`),
  TRAINING_STILL_DUE: conflict(() => '尚有提任时培训未达到规定的人选没有补足培训，登记补足后方可归档。'),
  AVOIDANCE_NOT_OPEN: conflict(({ sentence }) =>
    typeof sentence === 'string'
      ? `按登记的亲属情况，${sentence}，不能改为人工核对；登记有误的，请更正干部情况。`
      : '任职回避没有需要人工核对的问题。',
  ),
  AVOIDANCE_FAMILY_UNKNOWN: conflict(() => '家庭成员情况尚未填全，请先补充干部情况，再核对任职回避。'),
  NOT_APPOINTED: conflict(({ cadre }) => say`本动议没有拟任干部${cadre}。`),
};
