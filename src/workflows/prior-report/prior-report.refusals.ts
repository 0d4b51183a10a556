import { PRIOR_MATTERS, REPORT_PARTS } from '../../../machines/rules/index.js';
import { say } from '../../gate/index.js';
import type { RefusalEntry } from '../../platform/index.js';

const conflict = (sentence: RefusalEntry['sentence']): RefusalEntry => ({ status: 409, sentence });

const named = (labels: Readonly<Record<string, string>>, names: unknown): string[] =>
  (Array.isArray(names) ? names : []).map((name) => labels[String(name)] ?? String(name));

/** What a report's machine and its facts may refuse, as people read it. */
export const REPORT_REFUSALS: Readonly<Record<string, RefusalEntry>> = {
  REPORT_EXISTS: conflict(({ proposal }) => say`第${proposal}号动议已有事前报告，请在原件上办理。`),
  NOTHING_TO_REPORT: conflict(() => '按规则没有查出须事前报告的事项；如有其他事项，请勾选后再呈报。'),
  REPORT_INCOMPLETE: conflict(({ missing }) => `报告尚缺：${named(REPORT_PARTS, missing).join('、')}。`),
  REPLY_INCOMPLETE: conflict(({ missing, beyond }) => {
    const lacking = named(PRIOR_MATTERS, missing);
    const more = named(PRIOR_MATTERS, beyond);
    return [
      ...(lacking.length > 0 ? [`尚未答复：${lacking.join('；')}`] : []),
      ...(more.length > 0 ? [`未报告或重复答复：${more.join('；')}`] : []),
    ].join('。');
  }),
};
