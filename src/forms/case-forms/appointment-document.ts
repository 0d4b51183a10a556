import type { Day } from '../../../machines/rules/index.js';
import type { FormBlock, FormContent } from '../../documents/index.js';
import { fullPostName } from '../../directory/index.js';
import type { CaseFacts, CaseLine } from './case-facts.js';
import { imprintOf, officialHead, signature } from './official.js';
import { chineseDay, namesOf } from './wording.js';

export interface Issued {
  documentNo: string | null;
  documentDay: Day | null;
  /** Tenure starts here. @source handbook §1.1 (党委决定之日) */
  decidedOn: Day | null;
}

/** 《任职文件》: 关于…职务任免的通知. @source handbook §1.1, §3.5 */
export function appointmentDocument(facts: CaseFacts, issued: Issued): FormContent {
  const appointed = facts.lines.filter(({ appointTo }) => appointTo !== null);
  const removed = facts.lines.filter(({ removeFrom }) => removeFrom !== null);
  const body = (text: string): FormBlock => ({ text, indent: true });
  const what = removed.length === 0 ? '任职' : appointed.length === 0 ? '免职' : '职务任免';
  const title = `关于${namesOf(facts.lines)}${what}的通知`;
  const matters = [
    ...appointed.map((line) => `${line.person.name}同志任${named(line)}`),
    ...removed.map(
      ({ person, removeFrom }) => `免去${person.name}同志${removeFrom === null ? '' : fullPostName(removeFrom)}职务`,
    ),
  ];
  const since =
    issued.decidedOn === null ? '' : `任职时间自党委（党组）决定之日（${chineseDay(issued.decidedOn)}）起计算。`;
  return {
    title,
    official: true,
    pageNumbers: true,
    blocks: [
      ...officialHead(facts.unit.name, issued.documentNo, title),
      { text: '各有关单位：' },
      body('经研究决定：'),
      ...matters.map((matter, index) => body(`${matter}${index < matters.length - 1 ? '；' : '。'}`)),
      ...(appointed.length > 0 && since !== '' ? [body(since)] : []),
      ...signature(facts.unit.name, issued.documentDay),
      ...imprintOf(facts.unit.name, issued.documentDay, facts.department),
    ],
  };
}

function named({ appointTo, mode }: CaseLine): string {
  const post = appointTo === null ? '' : fullPostName(appointTo);
  return mode === 'probation' ? `${post}（试用期一年）` : post;
}
