import type { Day, LetterContent } from '../rules/index.js';
import type { SecondReason, WarningContext } from './context.js';
import type { Standing } from './standing.js';

export type ReminderQuestion = {
  context: WarningContext;
  unitName: string;
  documentNo: string;
  day: Day;
  replyWorkingDays: number;
};

const SIGNER = '市委组织部';

const REASONS: Readonly<Record<SecondReason, string>> = {
  proposal: '鉴于你单位正在酝酿干部调整',
  elapsed: '鉴于上次提醒发出后差额仍未补齐',
  hand: '结合日常掌握情况',
};

/**
 * A reminder 《年轻干部配备工作提示函》: the second, or the first where a team is warned between two rounds. To the unit, and to the
 * section that reads its proposals. It is about the composition of a team, never about a person, and is named so as not to be
 * taken for a 提醒函 to a cadre.
 *
 * @param question the warning, and the letter's number and day
 * @returns title, addressee, paragraphs and table; every number is the one the warning rests on
 * @source handbook §1.9 (name of the letter), §2.3 (second reminder), §3.5 (skeleton)
 */
export function composeReminder({
  context,
  unitName,
  documentNo,
  day,
  replyWorkingDays,
}: ReminderQuestion): LetterContent {
  const { standing, teamName, taskName, second } = context;
  if (standing === null) throw new Error('a reminder of a warning that rests on nothing');
  return {
    kind: 'reminder',
    documentNo,
    title: '年轻干部配备工作提示函',
    addressee: `${unitName}党委（党组）`,
    blocks: [
      { text: openingOf(context) },
      { heading: 1, text: '一、配备情况' },
      { text: `${basisWords(standing)}，${teamName}“${taskName}”一项，${numbers(standing)}。` },
      { table: tableOf(context, standing) },
      { heading: 1, text: '二、提示事项' },
      {
        text: '预警期间，对该班子涉及的干部调整，动议关和备案关从严把握：动议前请与我部青年干部科沟通，优先考虑补齐差额；差额未减少的调整，须说明理由并作出配备承诺。',
      },
      { heading: 1, text: '三、工作要求' },
      {
        text:
          (second === null
            ? '请签收本函，统筹研究接续人选，及时补齐差额。'
            : `请签收本函，并自签收之日起${replyWorkingDays}个工作日内报送配备计划，写明拟配人数、完成时限和具体措施。`) +
          '用好各年龄段干部，本函反映班子结构，不对干部按年龄排序。',
      },
    ],
    copies: '部内相关科室',
    signer: SIGNER,
    day,
    ...(standing.basis.kind === 'round' && { snapshotHash: standing.basis.hash }),
  };
}

/** Why the unit is written to: for the first time, or again. */
function openingOf({ teamName, first, second, secondReason }: WarningContext): string {
  if (second === null) return `因两次季度摸底之间的干部变动，${teamName}年轻干部配备出现差额，现提示如下。`;
  const before = first?.documentNo ? `我部已以${first.documentNo}函书面反馈` : '我部已书面反馈';
  return `${before}${teamName}年轻干部配备情况。${REASONS[secondReason ?? 'hand']}，现再次提示如下。`;
}

function basisWords({ asOf, basis }: Standing): string {
  const [year, month, date] = asOf.split('-').map(Number);
  const source = basis.kind === 'round' ? '季度摸底固化台账' : '干部名册';
  return `按${source}（计算基准日：${year}年${month}月${date}日）`;
}

function numbers({ due, actual, shortfall, level, unmetQuarters }: Standing): string {
  const run = unmetQuarters > 1 ? `，已连续${unmetQuarters}个季度未达标` : '';
  return `任务量${due}名，现配${actual}名，差额数${shortfall}名，预警等级${level}级${run}`;
}

function tableOf(
  { teamName, taskName }: WarningContext,
  { due, actual, shortfall, level, unmetQuarters }: Standing,
): { head: string[]; rows: string[][] } {
  return {
    head: ['班子', '任务', '任务量', '现配', '差额数', '预警等级', '连续未达标季度'],
    rows: [[teamName, taskName, String(due), String(actual), String(shortfall), `${level}级`, String(unmetQuarters)]],
  };
}
