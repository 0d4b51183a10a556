import { type Day, type Month, POST_RANKS, type PostRank } from '../../../machines/rules/index.js';
import type { FormContent, FormRow } from '../../documents/index.js';
import { postsHeld } from '../../directory/index.js';
import type { CaseFacts, CaseLine } from './case-facts.js';
import { shareOf } from './procedure-words.js';
import { heading, label, opinionRow, reportedBy, value } from './sheet-parts.js';
import { chineseDay } from './wording.js';

/** A column of the form: a rank of post. */
interface RankColumn {
  title: string;
  ranks: readonly PostRank[];
}

const COLUMNS = {
  'township-section': [
    { title: '正科职', ranks: ['ke-principal'] },
    { title: '副科职', ranks: ['ke-deputy'] },
  ],
  'county-division': [
    { title: '正处职', ranks: ['chu-principal'] },
    { title: '副处职', ranks: ['chu-deputy'] },
  ],
} as const satisfies Record<string, readonly RankColumn[]>;

/** The first line of the title; that of the districts is ours. @source handbook §3.2 */
const FIRST_LINES = { city: '市级机关、市属企事业单位', county: '旗县区及所属机关、苏木乡镇街道' };

const isOfCity = ({ teams }: CaseFacts): boolean =>
  teams.every(({ unitKind }) =>
    ['organization-department', 'city-party-gov-department', 'city-other'].includes(unitKind),
  );

interface Counted {
  cadre: string;
  birth: Month;
  rank: PostRank;
}

/**
 * 《青年干部选配专项预审表》: the printable face of the gate at the proposal 动议关. 乡科级 or 县处级 by the teams it touches.
 *
 * @source handbook §3.2
 */
export function youngCadrePreReview(facts: CaseFacts): FormContent {
  const isCounty = facts.teams.some(({ level }) => level === 'county-division');
  const columns = COLUMNS[isCounty ? 'county-division' : 'township-section'];
  const seated = facts.members.filter(({ counts }) => counts);
  const promoted = facts.lines.flatMap((line) =>
    line.appointTo !== null && isPromoted(line, facts.asOf)
      ? [{ cadre: line.person.code, birth: line.person.birth, rank: line.appointTo.rank }]
      : [],
  );
  const born = (year: number) => (birth: Month) => birth >= `${year}-01`;
  return {
    title: `${isCounty ? '县处级' : '乡科级'}青年干部选配专项预审表`,
    blocks: [
      { text: FIRST_LINES[isOfCity(facts) ? 'city' : 'county'], face: 'title', align: 'center', points: 16 },
      heading(`${isCounty ? '县处级' : '乡科级'}青年干部选配专项预审表`),
      reportedBy(facts.unit.name, chineseDay(facts.reportedOn)),
      {
        table: {
          columns: [22, 24, 22, 22, 36, 34],
          rows: [
            {
              header: true,
              height: 10,
              cells: [
                label('项    目', { columns: 2 }),
                ...columns.map(({ title }) => label(title)),
                label('青年干部占比'),
                label('备  注'),
              ],
            },
            ...group('现配备情况', seated, columns, [
              ['40岁以下', facts.isUnderForty],
              ['80后', born(1980)],
            ]),
            ...group('拟提拔情况', promoted, columns, [
              ['40岁以下', facts.isUnderForty],
              ['90后', born(1990)],
            ]),
            ...gateRows(facts),
            opinionRow('市委组织部\n青年干部处\n审核意见', 5, ['初核人', '审核人'], {
              opinion: facts.opinions.youngCadre,
            }),
            opinionRow('市委组织部\n部领导审批\n意见', 5, [], { opinion: facts.opinions.approval }),
            {
              height: 22,
              cells: [label('审核意见\n落实情况'), value(facts.opinions.followUp, { columns: 5, align: 'left' })],
            },
          ],
        },
      },
      { text: '负责人（签字）：                  经办人：                  联系电话：' },
    ],
  };
}

/** Highest first. */
const RANKS = Object.keys(POST_RANKS) as PostRank[];

/** 提拔: into a higher rank of post than any held; who changes posts on one level, or comes on secondment, is not promoted. */
function isPromoted({ person, appointTo, mode }: CaseLine, asOf: Day): boolean {
  if (appointTo === null || mode === 'secondment') return false;
  const held = postsHeld(person, asOf).map(({ rank }) => RANKS.indexOf(rank));
  return RANKS.indexOf(appointTo.rank) < Math.min(RANKS.length, ...held);
}

function group(
  name: string,
  people: readonly Counted[],
  columns: readonly RankColumn[],
  kinds: readonly (readonly [string, (birth: Month) => boolean])[],
): FormRow[] {
  const count = (ranks: readonly PostRank[], counts: (birth: Month) => boolean = () => true): number =>
    new Set(people.filter(({ rank, birth }) => ranks.includes(rank) && counts(birth)).map(({ cadre }) => cadre)).size;
  const all = columns.flatMap(({ ranks }) => ranks);
  const total = count(all);
  const line = (title: string, counts?: (birth: Month) => boolean): FormRow['cells'] => [
    label(title),
    ...columns.map(({ ranks }) => value(count(ranks, counts))),
    value(counts === undefined ? '' : shareOf(count(all, counts), total)),
    value(''),
  ];
  return [
    { height: 9, cells: [label(name, { rows: kinds.length + 1 }), ...line('人    数')] },
    ...kinds.map(([title, counts]) => ({ height: 9, cells: line(title, counts) })),
  ];
}

/** What the gate said, sentence by sentence. */
function gateRows({ gate }: CaseFacts): FormRow[] {
  if (gate === null) return [];
  const text =
    gate.teams.length === 0
      ? ['本次调整不涉及有配备任务的班子。']
      : gate.teams.map(({ teamName, sentence }) => `${teamName}：${sentence}`);
  return [{ height: 20, cells: [label('动议关研判'), { text, columns: 5, align: 'left', points: 10.5 }] }];
}
