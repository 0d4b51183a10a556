import { type Day, FOUR_CHECKS, type FourCheck } from '../../../machines/rules/index.js';
import type { CaseFacts } from './case-facts.js';
import { replyWords } from './prior-replies.js';
import type { CheckRecord, ProcedureRecord } from './procedure-record.js';
import { chineseDay } from './wording.js';

/*
 * What happened on the way, in the sentences of a report; what is not on record is said to be missing, never filled in.
 */

const NOT_ON_RECORD = '没有登记。';

/** 92.9%（26/28）: a share with its arithmetic; a dash where there is nobody. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return '—';
  const tenths = Math.round((part * 1000) / whole);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%（${part}/${whole}）`;
}

/** @source handbook §1.1 (民主推荐: talks and a meeting; 应到, 实到, 推荐, 不推荐, 其他, 弃权) */
export function recommendationWords({ recommendation }: ProcedureRecord): string[] {
  if (recommendation === null) return [NOT_ON_RECORD];
  const { talkDay, meetingDay, entitled, present, recommended, notRecommended, other, abstained } = recommendation;
  return [
    `${chineseDay(talkDay)}进行谈话调研推荐，${chineseDay(meetingDay)}召开会议推荐。应到${entitled}人，实到${present}人；` +
      `推荐${recommended}票、不推荐${notRecommended}票、其他${other}票、弃权${abstained}票，得票率${shareOf(recommended, present)}。`,
  ];
}

/** @source handbook §1.1 (考察), §1.6 (凡提四必) */
export function inspectionWords(facts: CaseFacts, { inspection, checks }: ProcedureRecord): string[] {
  if (inspection === null) return [NOT_ON_RECORD];
  const { inspectors, fromDay, toDay, conclusion } = inspection;
  return [
    `考察组（${inspectors.join('、')}）于${periodWords(fromDay, toDay)}进行了考察。考察结论：${sentence(conclusion)}`,
    ...checkWords(facts, checks),
  ];
}

/** Each of 凡提四必 for each person; all of them clear is said in one sentence. */
function checkWords(facts: CaseFacts, checks: readonly CheckRecord[]): string[] {
  const people = appointeesOf(facts);
  if (people.length === 0 || checks.length === 0) return [];
  const names = Object.keys(FOUR_CHECKS) as FourCheck[];
  const isClear = (cadre: string): boolean =>
    names.every((check) => checks.some((one) => one.cadre === cadre && one.check === check && one.clear));
  if (people.every(isClear)) return [`“凡提四必”均已核查，未发现影响任用的问题。`];
  return people.map((cadre) => {
    const said = names.map((check) => `${FOUR_CHECKS[check]}：${checkResult(checks, cadre, check)}`);
    return `${nameOf(facts, cadre)}：${said.join('；')}。`;
  });
}

/** Codes of those who come into a post, each once: what is asked of a candidate is asked of them. */
export const appointeesOf = ({ lines }: CaseFacts): string[] => [
  ...new Set(lines.filter(({ appointTo }) => appointTo !== null).map(({ person }) => person.code)),
];

export function checkResult(checks: readonly CheckRecord[], cadre: string, check: FourCheck): string {
  const found = checks.find((one) => one.cadre === cadre && one.check === check);
  return found === undefined ? '没有登记' : found.clear ? '不影响任用' : '影响任用';
}

/** @source handbook §1.1 (讨论决定) */
export function deliberationWords(facts: CaseFacts, { deliberation }: ProcedureRecord): string[] {
  if (deliberation === null) return [NOT_ON_RECORD];
  const { meetingDay, entitled, present, votes, chairSpokeLast, minutesNo } = deliberation;
  const minutes = minutesNo === null ? '' : `会议纪要：${minutesNo}。`;
  return [
    `${chineseDay(meetingDay)}召开党委（党组）会议，应到会成员${entitled}人，实到${present}人。` +
      `${chairSpokeLast ? '到会成员逐一发表意见，主要负责人末位表态。' : ''}${minutes}`,
    ...facts.lines.flatMap(({ person }, index) => {
      const vote = votes[index];
      if (vote === undefined) return [];
      const recused = vote.recused ? `，回避${vote.recused}人` : '';
      return [`${person.name}：同意${vote.for}票、不同意${vote.against}票、缓议${vote.deferred}票${recused}。`];
    }),
  ];
}

export const periodWords = (from: Day, to: Day): string =>
  from === to ? chineseDay(from) : `${chineseDay(from)}至${chineseDay(to)}`;

/** @source handbook §1.5 */
export function priorReportWords({ replies }: ProcedureRecord): string[] {
  return replies.length === 0 ? ['没有须事前报告的事项。'] : replies.map((reply) => `事前报告经${replyWords(reply)}`);
}

/** @source handbook §1.1 (任前公示: feedback and verification) */
export function noticeWords({ notice, objections }: ProcedureRecord): string[] {
  if (notice === null) return [NOT_ON_RECORD];
  return [`公示时间：${chineseDay(notice.startDay)}至${chineseDay(notice.endDay)}。${heardWords(objections)}`];
}

function heardWords(objections: ProcedureRecord['objections']): string {
  if (objections.length === 0) return '公示期间没有收到反映。';
  const open = objections.filter(({ conclusion }) => conclusion === null).length;
  const founded = objections.filter(({ conclusion }) => conclusion?.founded).length;
  const found = founded === 0 ? '反映的问题均不属实' : `其中属实${founded}件`;
  return open === 0
    ? `公示期间收到反映${objections.length}件，均已核查，${found}。`
    : `公示期间收到反映${objections.length}件，其中${open}件正在核查。`;
}

export const nameOf = ({ lines }: CaseFacts, cadre: string): string =>
  lines.find(({ person }) => person.code === cadre)?.person.name ?? cadre;

const sentence = (text: string): string => text.trim().replace(/[。.]?$/u, '。');
