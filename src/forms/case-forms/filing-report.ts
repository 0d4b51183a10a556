import type { Day } from '../../../machines/rules/index.js';
import type { FormBlock, FormContent } from '../../documents/index.js';
import type { CaseFacts } from './case-facts.js';
import { officialHead } from './official.js';
import { BLANK_DAY, changeWords, chineseDay, namesOf } from './wording.js';

export interface FiledFacts {
  decidedOn: Day | null;
  noticeEndDay: Day | null;
  documentNo: string | null;
  filedOn: Day | null;
  /** Names of the files beside the case. */
  attachments: readonly string[];
}

/** Asked of every filing. @source handbook §1.7 (the seven classes of one city's rule; the files that go with them) */
const MATERIALS = [
  '干部任免审批表',
  '核定职数与已配备情况（干部职数配备预审单）',
  '民主推荐情况',
  '组织考察材料',
  '党委（党组）会议纪要',
  '有关事项报告及批复',
  '任前公示情况',
];

/** 《备案报告》 with its list of attachments. @source handbook §1.7, §3.2 */
export function filingReport(facts: CaseFacts, filed: FiledFacts): FormContent {
  const body = (text: string): FormBlock => ({ text, indent: true });
  const section = (text: string): FormBlock => ({ text, indent: true, face: 'heading' });
  const decided = filed.decidedOn === null ? '' : `经${chineseDay(filed.decidedOn)}党委（党组）会议讨论决定，`;
  const noticed = filed.noticeEndDay === null ? '' : `任前公示于${chineseDay(filed.noticeEndDay)}期满。`;
  return {
    title: `关于${namesOf(facts.lines)}任免职务的备案报告`,
    official: true,
    pageNumbers: true,
    blocks: [
      ...officialHead(facts.unit.name, filed.documentNo, `关于${namesOf(facts.lines)}任免职务的备案报告`),
      { text: '市委组织部：' },
      body(`${decided}拟对下列干部职务作如下调整。${noticed}现按规定报请备案。`),
      section('一、任免情况'),
      ...facts.lines.map((line, index) => body(`${index + 1}．${line.person.name}：${changeWords(line)}。`)),
      section('二、职数情况'),
      ...headcount(facts).map(body),
      section('三、年轻干部配备情况'),
      ...youth(facts).map(body),
      body('特此报告。'),
      ...attachments(filed.attachments),
      { text: facts.unit.name, align: 'right', gapAbove: true },
      { text: filed.filedOn === null ? BLANK_DAY : chineseDay(filed.filedOn), align: 'right' },
    ],
  };
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

/** 附件: the materials asked for, then the files that lie beside the case. */
function attachments(files: readonly string[]): FormBlock[] {
  const listed = MATERIALS.map((name, index): FormBlock => ({
    text: `${index === 0 ? '附件：' : '　　　'}${index + 1}．${name}`,
    indent: true,
  }));
  const uploaded = files.map((name, index): FormBlock => ({ text: `　　　（${index + 1}）${name}`, indent: true }));
  return uploaded.length === 0 ? listed : [...listed, { text: '　　　随案电子材料：', indent: true }, ...uploaded];
}
