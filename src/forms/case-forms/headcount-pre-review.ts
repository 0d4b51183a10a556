import { type HeadcountRow, POST_TIERS, TEAM_LEVELS } from '../../../machines/rules/index.js';
import type { FormContent, FormRow } from '../../documents/index.js';
import { fullPostName } from '../../directory/index.js';
import type { CaseFacts } from './case-facts.js';
import { heading, label, opinionRow, reportedBy, value } from './sheet-parts.js';
import { chineseDay } from './wording.js';

const NOTE =
  '注：填报“核定职数”栏，要以组织人事、编制部门核定的职数为准，如实填写，否则追究责任；一式两份。非领导职数不在本系统管理，由填报单位填写。';

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
      reportedBy(facts.unit.name, chineseDay(facts.today)),
      {
        table: {
          columns: [34, 16, 14, 14, 14, 12, 12, 12, 16, 24],
          points: 10.5,
          rows: [
            {
              header: true,
              height: 9,
              cells: [
                label('拟配备干部的地区或单位（含内设机构）', { rows: 2, columns: 2 }),
                label('职数层级', { rows: 2 }),
                label('核定职数', { columns: 2 }),
                label('现配\n领导', { rows: 2 }),
                label('拟免\n领导', { rows: 2 }),
                label('拟配\n领导', { rows: 2 }),
                label('是否超\n职数', { rows: 2 }),
                label('备  注', { rows: 2 }),
              ],
            },
            { header: true, height: 8, cells: [label('领导'), label('非领导')] },
            ...rows.map((row) => headcountRow(row, facts)),
            wide('拟配职数的职务名称', appointed.length === 0 ? '无' : appointed.join('；')),
            opinionRow('干部监督机构审核意见', 9, ['初核人', '审核人'], { opinion: facts.opinions.headcount }),
            opinionRow('领导审批意见', 9, [], { opinion: facts.opinions.approval }),
            opinionRow('审核意见落实情况', 9, [], { height: 22 }),
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
  return {
    height: 9,
    cells: [
      value(row.teamName),
      value(POST_TIERS[row.tier]),
      value(level),
      value(row.approved),
      value(''),
      value(row.current),
      value(row.removed),
      value(row.added),
      value(row.after > row.approved ? `是（超${row.after - row.approved}）` : '否'),
      value(row.message ?? `拟后${row.after}名`, { align: 'left', points: 9 }),
    ],
  };
}

const wide = (name: string, text: string): FormRow => ({
  height: 14,
  cells: [label(name), value(text, { columns: 9, align: 'left' })],
});
