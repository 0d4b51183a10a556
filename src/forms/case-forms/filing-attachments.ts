import { DISQUALIFICATIONS, FOUR_CHECKS, type FourCheck, OBJECTION_CHANNELS } from '../../../machines/rules/index.js';
import type { FormBlock, FormCell, FormContent, FormRow } from '../../documents/index.js';
import { dotted } from '../approval-form/index.js';
import type { CaseFacts } from './case-facts.js';
import { headcountPreReview } from './headcount-pre-review.js';
import { replyWords } from './prior-replies.js';
import type { ProcedureRecord } from './procedure-record.js';
import {
  appointeesOf,
  checkResult,
  deliberationWords,
  nameOf,
  noticeWords,
  periodWords,
  shareOf,
} from './procedure-words.js';
import { heading, label, value } from './sheet-parts.js';
import { changeWords, chineseDay, namesOf } from './wording.js';
import { youngCadrePreReview } from './young-cadre-pre-review.js';

/** What goes with a filing, in the order in which the report lists it. */
export interface FilingAttachment {
  title: string;
  /** Null: it is printed by itself, person by person. */
  blocks: FormBlock[] | null;
}

/** Only what there is: nobody files a reply to a report that was never due. @source handbook §1.7 */
export function attachmentsOf(facts: CaseFacts, procedure: ProcedureRecord): FilingAttachment[] {
  const { recommendation, inspection, deliberation, replies, notice } = procedure;
  const forms = new Set(facts.lines.map(({ person }) => person.code)).size;
  const made: [there: boolean, title: string, compose: () => readonly FormBlock[] | null][] = [
    [forms > 0, `干部任免审批表（${forms}份）`, () => null],
    [(facts.gate?.headcount.length ?? 0) > 0, '干部职数配备预审单', () => headcountPreReview(facts).blocks],
    [facts.gate !== null, youngCadrePreReview(facts).title, () => youngCadrePreReview(facts).blocks],
    [recommendation !== null, '民主推荐情况', () => recommendationRecord(facts, procedure)],
    [inspection !== null, '组织考察情况', () => inspectionRecord(facts, procedure)],
    [deliberation !== null, '讨论决定情况', () => deliberationRecord(facts, procedure)],
    [replies.length > 0, '有关事项报告及批复情况', () => priorReportRecord(procedure)],
    [notice !== null, '任前公示情况', () => noticeRecord(facts, procedure)],
  ];
  return made.flatMap(([there, title, compose]) => {
    const blocks = there ? compose() : null;
    return there ? [{ title, blocks: blocks && [...blocks] }] : [];
  });
}

/** 《备案报告》附件: each on a page of its own, numbered as the report lists them. @source handbook §1.7, §3.5 (附件) */
export function filingAttachments(facts: CaseFacts, procedure: ProcedureRecord): FormContent {
  const all = attachmentsOf(facts, procedure).map((one, index) => ({ ...one, number: index + 1 }));
  const here = all.flatMap(({ blocks, number }) => (blocks === null ? [] : [{ blocks, number }]));
  return {
    title: `关于${namesOf(facts.lines)}任免职务的备案报告附件`,
    pageNumbers: true,
    blocks: here.flatMap(({ blocks, number }, index): FormBlock[] => [
      ...(index === 0 ? [] : [{ pageBreak: true } as const]),
      { text: `附件${number}`, face: 'heading', points: 16 },
      ...blocks,
    ]),
  };
}

const left = { align: 'left' } as const;
const line = (text: string): FormBlock => ({ text, indent: true });
const headOf = (...titles: string[]): FormRow => ({
  header: true,
  height: 11,
  cells: titles.map((title) => label(title)),
});
const rowOf = (...cells: FormCell[]): FormRow => ({ height: 11, cells });
/** A label and what stands beside it. */
const fact = (name: string, text: string): FormRow => rowOf(label(name), value(text, left));
const beside = (...rows: FormRow[]): FormBlock => ({ table: { columns: [36, 132], rows } });

function recommendationRecord(facts: CaseFacts, { recommendation }: ProcedureRecord): FormBlock[] {
  if (recommendation === null) return [];
  const { talkDay, meetingDay, entitled, present, recommended, notRecommended, other, abstained } = recommendation;
  return [
    heading('民主推荐情况'),
    beside(
      fact('推荐对象', appointedWords(facts)),
      fact('谈话调研推荐', chineseDay(talkDay)),
      fact('会议推荐', chineseDay(meetingDay)),
    ),
    {
      table: {
        columns: [20, 20, 20, 20, 20, 20, 48],
        rows: [
          headOf('应到', '实到', '推荐', '不推荐', '其他', '弃权', '得票率（推荐/实到）'),
          rowOf(
            ...[entitled, present, recommended, notRecommended, other, abstained].map((number) => value(number)),
            value(shareOf(recommended, present)),
          ),
        ],
      },
    },
    { text: '注：民主推荐结果作为选拔任用的重要参考。', points: 10.5 },
  ];
}

function inspectionRecord(facts: CaseFacts, procedure: ProcedureRecord): FormBlock[] {
  const { inspection, checks, disqualified } = procedure;
  if (inspection === null) return [];
  const { inspectors, fromDay, toDay, conclusion } = inspection;
  const isAnyRecorded = checks.length > 0 || Object.keys(disqualified).length > 0;
  return [
    heading('组织考察情况'),
    beside(
      fact('考察对象', appointedWords(facts)),
      fact('考察组成员', inspectors.join('、')),
      fact('考察时间', periodWords(fromDay, toDay)),
      { ...fact('考察结论', conclusion), height: 30 },
    ),
    ...(isAnyRecorded ? checkTable(facts, procedure) : []),
  ];
}

/** Whoever is to be appointed, and what is not recorded of him. @source handbook §1.4, §1.6 */
function checkTable(facts: CaseFacts, { checks, disqualified }: ProcedureRecord): FormBlock[] {
  return [
    { text: '“凡提四必”及不得列为考察对象情形', face: 'heading', points: 12, gapAbove: true },
    {
      table: {
        columns: [22, 60, 22, 24, 40],
        points: 10.5,
        rows: [
          headOf('姓  名', '核查事项', '结论', '日期', '依据'),
          ...appointeesOf(facts).flatMap((cadre) => checksOf(facts, cadre, checks, disqualified[cadre])),
        ],
      },
    },
  ];
}

function checksOf(
  facts: CaseFacts,
  cadre: string,
  checks: ProcedureRecord['checks'],
  applying: ProcedureRecord['disqualified'][string] | undefined,
): FormRow[] {
  const names = Object.keys(FOUR_CHECKS) as FourCheck[];
  const rows = names.map((check): FormCell[] => {
    const found = checks.find((one) => one.cadre === cadre && one.check === check);
    return [
      value(FOUR_CHECKS[check], left),
      value(checkResult(checks, cadre, check)),
      value(found?.day ? dotted(found.day) : ''),
      value(found?.evidence ?? '', left),
    ];
  });
  const answer =
    applying === undefined
      ? '没有登记'
      : applying.length === 0
        ? '逐项核对，均无'
        : applying.map((one) => DISQUALIFICATIONS[one]).join('；');
  const last = [value('不得列为考察对象的七种情形', left), value(answer, { columns: 3, align: 'left' })];
  return [...rows, last].map((cells, index) =>
    index === 0 ? rowOf(value(nameOf(facts, cadre), { rows: names.length + 1 }), ...cells) : rowOf(...cells),
  );
}

function deliberationRecord(facts: CaseFacts, procedure: ProcedureRecord): FormBlock[] {
  const { deliberation } = procedure;
  if (deliberation === null) return [];
  const [opening = ''] = deliberationWords(facts, procedure);
  const rows = facts.lines.map((one, index) => {
    const vote = deliberation.votes[index];
    const counts = [vote?.for, vote?.against, vote?.deferred, vote && (vote.recused ?? 0)];
    return rowOf(
      value(index + 1),
      value(one.person.name),
      value(changeWords(one), left),
      ...counts.map((count) => value(count ?? '')),
    );
  });
  return [
    heading('讨论决定情况'),
    line(opening),
    {
      table: {
        columns: [11, 24, 73, 14, 17, 14, 15],
        rows: [headOf('序号', '姓  名', '任免事项', '同意', '不同意', '缓议', '回避'), ...rows],
      },
    },
    line(`同意票超过应到会成员半数（应到会成员${deliberation.entitled}人）为通过。`),
  ];
}

const priorReportRecord = ({ replies }: ProcedureRecord): FormBlock[] => [
  heading('有关事项报告及批复情况'),
  ...replies.map((reply, index) => line(`${index + 1}．${replyWords(reply)}`)),
];

function noticeRecord(facts: CaseFacts, procedure: ProcedureRecord): FormBlock[] {
  const { objections } = procedure;
  const { office, telephone } = facts.receiving;
  const rows = objections.map(({ no, channel, day, content, conclusion }) =>
    rowOf(
      value(no),
      value(OBJECTION_CHANNELS[channel]),
      value(dotted(day)),
      value(content, left),
      value(conclusion === null ? '核查中' : conclusionWords(conclusion), left),
    ),
  );
  return [
    heading('任前公示情况'),
    beside(
      fact('公示对象', appointedWords(facts)),
      fact('受理单位', [office || facts.unit.name, telephone].filter((text) => text !== '').join('，')),
    ),
    ...noticeWords(procedure).map(line),
    ...(rows.length === 0
      ? []
      : [
          {
            table: {
              columns: [11, 22, 24, 55, 56],
              points: 10.5,
              rows: [headOf('序号', '渠道', '日期', '反映内容', '核查结论'), ...rows],
            },
          },
        ]),
  ];
}

const conclusionWords = ({
  founded,
  verifier,
  day,
  text,
}: NonNullable<ProcedureRecord['objections'][number]['conclusion']>): string =>
  `${founded ? '属实' : '不属实'}。${text}（${verifier}，${chineseDay(day)}）`;

/** 王伟：任某局副局长；…… : those who come into a post. */
const appointedWords = ({ lines }: CaseFacts): string =>
  lines
    .filter(({ appointTo }) => appointTo !== null)
    .map((one) => `${one.person.name}：${changeWords(one)}`)
    .join('；');
