import { isAppointed, type Day } from '../../../machines/rules/index.js';
import type { FormBlock, FormContent } from '../../documents/index.js';
import type { CaseFacts } from './case-facts.js';
import { attachmentsOf } from './filing-attachments.js';
import { officialHead, signature } from './official.js';
import {
  deliberationWords,
  inspectionWords,
  noticeWords,
  priorReportWords,
  recommendationWords,
} from './procedure-words.js';
import type { ProcedureRecord } from './procedure-record.js';
import { changeWords, chineseDay, namesOf, personWords } from './wording.js';

export interface FiledFacts {
  decidedOn: Day | null;
  noticeEndDay: Day | null;
  documentNo: string | null;
  filedOn: Day | null;
  /** Names of the files beside the case. */
  attachments: readonly string[];
  procedure: ProcedureRecord;
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八'];

/** 《备案报告》: the seven classes, and a list of the attachments that there are. @source handbook §1.7, §3.2 */
export function filingReport(facts: CaseFacts, filed: FiledFacts): FormContent {
  const body = (text: string): FormBlock => ({ text, indent: true });
  const section = (text: string): FormBlock => ({ text, indent: true, face: 'heading' });
  const decided = filed.decidedOn === null ? '' : `经${chineseDay(filed.decidedOn)}党委（党组）会议讨论决定，`;
  const noticed = filed.noticeEndDay === null ? '' : `任前公示于${chineseDay(filed.noticeEndDay)}期满。`;
  const title = `关于${namesOf(facts.lines)}任免职务的备案报告`;
  return {
    title,
    official: true,
    pageNumbers: true,
    blocks: [
      ...officialHead(facts.unit.name, filed.documentNo, title),
      { text: `${facts.department}：` },
      body(`${decided}拟对下列干部职务作如下调整。${noticed}现按规定报请备案。`),
      ...sectionsOf(facts, filed).flatMap(([name, lines], index) => [
        section(`${NUMERALS[index]}、${name}`),
        ...lines.map(body),
      ]),
      body('特此报告。'),
      ...listOf(facts, filed),
      ...signature(facts.unit.name, filed.filedOn),
    ],
  };
}

/** What a filing must say; of a batch that only removes, nobody was recommended, inspected or noticed. */
function sectionsOf(facts: CaseFacts, { procedure }: FiledFacts): [name: string, lines: string[]][] {
  const selected = facts.lines.some((line) => isAppointed({ ...line, appointTo: line.appointTo?.code ?? null }));
  return [
    ['任免情况', facts.lines.map((line, index) => `${index + 1}．${aboutLine(facts.asOf, line, procedure)}`)],
    ['职数情况', headcount(facts)],
    ['年轻干部配备情况', youth(facts)],
    ...(selected
      ? ([
          ['民主推荐情况', recommendationWords(procedure)],
          ['组织考察情况', inspectionWords(facts, procedure)],
        ] as [string, string[]][])
      : []),
    ['讨论决定情况', deliberationWords(facts, procedure)],
    ['有关事项报告情况', priorReportWords(procedure)],
    ...(selected ? ([['任前公示情况', noticeWords(procedure)]] as [string, string[]][]) : []),
  ];
}

function aboutLine(asOf: Day, line: CaseFacts['lines'][number], { exceptional }: ProcedureRecord): string {
  const reason = line.appointTo === null ? undefined : exceptional[line.person.code];
  const how = reason === undefined ? '' : `该同志系破格提拔：${reason}`;
  return `${personWords(line, asOf)}，${changeWords(line)}。${how}`;
}

function headcount({ gate }: CaseFacts): string[] {
  const rows = gate?.headcount ?? [];
  if (rows.length === 0) return ['本次调整不涉及领导职数。'];
  const sum = new Map<string, { approved: number; current: number; after: number }>();
  for (const { teamName, approved, current, after } of rows) {
    const before = sum.get(teamName) ?? { approved: 0, current: 0, after: 0 };
    sum.set(teamName, {
      approved: before.approved + approved,
      current: before.current + current,
      after: before.after + after,
    });
  }
  return [...sum].map(
    ([team, { approved, current, after }]) =>
      `${team}核定领导职数${approved}名，调整前实配${current}名，调整后${after}名。`,
  );
}

const youth = ({ gate }: CaseFacts): string[] =>
  gate === null || gate.teams.length === 0
    ? ['本次调整不涉及有配备任务的班子。']
    : gate.teams.map(({ teamName, sentence }) => `${teamName}：${sentence}`);

/** 附件: what is made of the record of the case, then the files that lie beside it. */
function listOf(facts: CaseFacts, filed: FiledFacts): FormBlock[] {
  const listed = attachmentsOf(facts, filed.procedure).map(({ title }, index): FormBlock => ({
    text: `${index === 0 ? '附件：' : '　　　'}${index + 1}．${title}`,
    indent: true,
  }));
  const uploaded = filed.attachments.map((name, index): FormBlock => ({
    text: `　　　（${index + 1}）${name}`,
    indent: true,
  }));
  return uploaded.length === 0 ? listed : [...listed, { text: '　　　随案电子材料：', indent: true }, ...uploaded];
}
