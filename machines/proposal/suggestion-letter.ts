import {
  type Day,
  type GateResult,
  type GateTeamRow,
  type LetterBlock,
  type LetterContent,
  VERDICT_LABELS,
} from '../rules/index.js';

export type SuggestionLetterQuestion = {
  unitName: string;
  /** Title of the proposal. */
  title: string;
  judged: GateResult;
  /** What would do better, each as the gate itself has said. */
  suggestions: readonly { sentence: string }[];
  documentNo: string;
  day: Day;
  replyWorkingDays: number;
};

const SIGNER = '市委组织部';

/**
 * 《干部调整动议合理化建议书》: what the gate has found about a proposal, and what would do better. Advice and no veto: the
 * unit revises, explains, or asks both heads.
 *
 * @param question the gate's run that the letter rests on, and the suggestions of the same moment
 * @returns title, addressee, paragraphs and table; every number is the gate's
 * @source source document mechanism 2 (及时提出合理化建议), handbook §2.5, §3.5
 */
export function composeSuggestionLetter(question: SuggestionLetterQuestion): LetterContent {
  const { unitName, documentNo, day, judged } = question;
  const concerns = judged.teams.filter(({ verdict }) => verdict !== 'clear');
  return {
    kind: 'suggestion',
    documentNo,
    title: '干部调整动议合理化建议书',
    addressee: `${unitName}党委（党组）`,
    blocks: [
      { text: opening(question) },
      { heading: 1, text: '一、审核情况' },
      ...concerns.map((row): LetterBlock => ({ text: `${row.teamName}“${row.taskName}”：${row.sentence}` })),
      ...findings(judged),
      ...(concerns.length === 0 ? [] : [{ table: tableOf(concerns) }]),
      { heading: 1, text: '二、建议' },
      ...suggested(question.suggestions),
      { heading: 1, text: '三、有关事项' },
      { text: replies(question) },
      { text: '本建议供党委（党组）研究参考，不代替集体讨论决定；用好各年龄段干部，不对干部按年龄排序。' },
    ],
    signer: SIGNER,
    day,
  };
}

function opening({ title, judged }: SuggestionLetterQuestion): string {
  const [year, month, date] = judged.decisionDate.split('-').map(Number);
  const verdict = VERDICT_LABELS[judged.verdict];
  return `你单位呈报的《${title}》收悉。按${year}年${month}月${date}日的干部名册审核，动议关结论为“${verdict}”，现提出如下建议。`;
}

/** What keeps the proposal back besides the shortfall. */
function findings({ findings: all }: GateResult): LetterBlock[] {
  return all.filter(({ severity }) => severity !== 'info').map(({ sentence }) => ({ text: sentence }));
}

function tableOf(rows: readonly GateTeamRow[]): { head: string[]; rows: string[][] } {
  return {
    head: ['班子', '任务', '应配', '调整前现配', '调整后现配', '差额变化', '结论'],
    rows: rows.map(({ teamName, taskName, before, after, delta, verdict }) => [
      teamName,
      taskName,
      String(after.due),
      String(before.actual),
      String(after.actual),
      delta > 0 ? `增加${delta}` : delta < 0 ? `减少${-delta}` : '未变',
      VERDICT_LABELS[verdict],
    ]),
  };
}

function suggested(suggestions: readonly { sentence: string }[]): LetterBlock[] {
  if (suggestions.length === 0) return [{ text: '请对照任务量和差额数，重新研究拟任人选。' }];
  return suggestions.map(({ sentence }, index) => ({ text: `${index + 1}.${sentence}` }));
}

function replies({ judged, replyWorkingDays }: SuggestionLetterQuestion): string {
  const within = `请于收到本建议书之日起${replyWorkingDays}个工作日内`;
  if (judged.verdict !== 'block') return `${within}调整后重新呈报，或书面说明理由并作出配备承诺。`;
  return `${within}调整后重新呈报；确需按原动议办理的，书面说明理由，按程序报分管部长、部长审批，审批情况列入通报和半年专题汇报。`;
}
