import { SEXES } from '../../../machines/rules/index.js';
import type { FormContent, FormRow } from '../../documents/index.js';
import { postsHeld } from '../../directory/index.js';
import type { CaseFacts, CaseLine } from './case-facts.js';
import { heading, label, value } from './sheet-parts.js';
import { changeWords, chineseDay, currentPosts, firstDayIn, listName, shortMonth } from './wording.js';

const DEPUTIES = { chu: '副处职\n（正处）\n时间', ke: '副科职\n（正科）\n时间' };

/**
 * 《动议干部名单》, A4 landscape.
 *
 * @source handbook §3.2
 */
export function proposalList(facts: CaseFacts): FormContent {
  const level = facts.teams.some((team) => team.level === 'county-division') ? 'chu' : 'ke';
  const titles = [
    '序号',
    '姓  名',
    '职    务',
    '拟任免职务',
    '性别',
    '出生\n年月',
    '全日制\n学历',
    '籍贯',
    '工作\n年月',
    '入党\n时间',
    DEPUTIES[level],
    '现职\n时间',
    '备注',
  ];
  const rows = facts.lines.map((line, index) => listRow(line, index + 1, level, facts));
  return {
    title: '动议干部名单',
    landscape: true,
    pageNumbers: true,
    blocks: [
      heading('动议干部名单'),
      { text: `${facts.unit.name}　　${facts.title}　　${chineseDay(facts.reportedOn)}`, align: 'center' },
      {
        table: {
          columns: [10, 25, 40, 46, 10, 14, 18, 20, 14, 14, 26, 14, 22],
          points: 10.5,
          rows: [{ header: true, height: 12, cells: titles.map((title) => label(title)) }, ...rows],
        },
      },
    ],
  };
}

function listRow(line: CaseLine, number: number, level: 'chu' | 'ke', { asOf }: CaseFacts): FormRow {
  const { person } = line;
  const since =
    postsHeld(person, asOf)
      .map(({ from }) => from)
      .toSorted()[0] ?? null;
  const left = { align: 'left' } as const;
  return {
    height: 12,
    cells: [
      value(number),
      value(listName(person.name)),
      value(currentPosts(person, asOf), left),
      value(changeWords(line), left),
      value(SEXES[person.sex]),
      value(shortMonth(person.birth)),
      value(line.fullTimeEducation),
      value(line.nativePlace),
      value(shortMonth(person.workStart)),
      value(shortMonth(person.partyJoin)),
      value(rankTimes(line, level)),
      value(shortMonth(since)),
      value(line.note, left),
    ],
  };
}

/** 18.03（22.05）: deputy first, principal in brackets. */
function rankTimes({ person }: CaseLine, level: 'chu' | 'ke'): string {
  const deputy = shortMonth(firstDayIn(person, [`${level}-deputy`]));
  const principal = shortMonth(firstDayIn(person, [`${level}-principal`]));
  return principal === '' ? deputy : `${deputy}（${principal}）`;
}
