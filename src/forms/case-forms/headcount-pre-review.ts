import { type HeadcountRow, POST_TIERS, TEAM_LEVELS } from '../../../machines/rules/index.js';
import type { FormContent, FormRow } from '../../documents/index.js';
import { fullPostName } from '../../directory/index.js';
import type { CaseFacts } from './case-facts.js';
import { heading, label, opinionRow, reportedBy, value } from './sheet-parts.js';
import { chineseDay } from './wording.js';

const NOTE =
  '注：填报“核定职数”栏，要以组织人事、编制部门核定的职数为准，如实填写，否则追究责任；一式两份。非领导职数不在本系统管理，由填报单位填写。';

/** Each for posts that lead and for those that do not. @source handbook §3.2 */
const GROUPS = ['核定职数', '现配', '拟免', '拟配', '是否\n超职数'];
const WIDTHS = [34, 12, 13, ...GROUPS.flatMap(() => [10.5, 10.5]), 20];
/** Columns beside the first. */
const REST = WIDTHS.length - 1;

/**
 * 《干部职数配备预审单》: 拟后 = 现配 − 拟免 + 拟配 ≤ 核定, as the rules computed it for this proposal.
 *
 * @source handbook §1.10, §3.2
 */
export function headcountPreReview(facts: CaseFacts): FormContent {
  const rows = facts.gate?.headcount ?? [];
  const appointed = facts.lines.flatMap(({ appointTo }) => (appointTo === null ? [] : [fullPostName(appointTo)]));
  return {
    title: '干部职数配备预审单',
    blocks: [
      heading('干部职数配备预审单'),
      reportedBy(facts.unit.name, chineseDay(facts.reportedOn)),
      {
        table: {
          columns: WIDTHS,
          points: 10.5,
          rows: [
            {
              header: true,
              height: 9,
              cells: [
                label('拟配备干部的地区或单位（含内设机构）', { rows: 2, columns: 2 }),
                label('职数\n层级', { rows: 2 }),
                ...GROUPS.map((title) => label(title, { columns: 2 })),
                label('备  注', { rows: 2 }),
              ],
            },
            { header: true, height: 11, cells: GROUPS.flatMap(() => [label('领导'), label('非领\n导')]) },
            ...rows.map((row) => headcountRow(row, facts)),
            wide('拟配职数的\n职务名称', appointed.length === 0 ? '无' : appointed.join('；')),
            opinionRow('干部监督机构\n审核意见', REST, ['初核人', '审核人'], { opinion: facts.opinions.headcount }),
            opinionRow('领导审批意见', REST, [], { opinion: facts.opinions.approval }),
            opinionRow('审核意见\n落实情况', REST, [], { height: 22 }),
          ],
        },
      },
      { text: NOTE, points: 10.5 },
    ],
  };
}

function headcountRow(row: HeadcountRow, { teams }: CaseFacts): FormRow {
  const team = teams.find(({ code }) => code === row.team);
  const level = team === undefined ? '' : TEAM_LEVELS[team.level].slice(-2);
  const isOver = row.after > row.approved;
  const numbers = [row.approved, row.current, row.removed, row.added];
  return {
    height: 9,
    cells: [
      value(row.teamName),
      value(POST_TIERS[row.tier]),
      value(level),
      ...numbers.flatMap((number) => [value(number), value('')]),
      value(isOver ? '是' : '否'),
      value(''),
      value(remarkOn(row), { align: 'left', points: 9 }),
    ],
  };
}

/** 拟后4名，超1名：超职数未消化 */
function remarkOn({ after, approved, message }: HeadcountRow): string {
  const over = after > approved ? `，超${after - approved}名` : '';
  return `拟后${after}名${over}${message === undefined ? '' : `：${message}`}`;
}

const wide = (name: string, text: string): FormRow => ({
  height: 14,
  cells: [label(name), value(text, { columns: REST, align: 'left' })],
});
