import { SHEETS } from '../src/directory/workbook/index.js';
import { writeXlsx } from '../src/platform/xlsx/index.js';

/** A team brings a unit, itself, and six posts, cadres and appointments. */
const ROWS_PER_TEAM = 20;
const TEAMS_PER_AREA = 100;
const SEATS = [0, 1, 2, 3, 4, 5];

type Cells = readonly (string | null)[];

/** Writes a generated city of about so many rows; returns how many there are. */
export async function writeWorkbook(path: string, rows: number): Promise<number> {
  const teams = Math.max(1, Math.floor(rows / ROWS_PER_TEAM));
  let written = 0;
  const counted = function* (all: Iterable<Cells>): Generator<Cells> {
    for (const cells of all) {
      written += 1;
      yield cells;
    }
  };
  const sheets = (Object.keys(ROWS_OF) as CitySheet[]).map((key) => {
    const { name, columns } = SHEETS[key];
    return {
      name,
      columns: columns.map(({ header, width }) => ({ header, width })),
      rows: counted(ROWS_OF[key](teams)),
    };
  });
  await writeXlsx(path, sheets);
  return written;
}

/** The bench measures the directory; sheets of dossiers stay out. */
type CitySheet = 'units' | 'teams' | 'posts' | 'cadres' | 'appointments' | 'tasks';

const ROWS_OF: Readonly<Record<CitySheet, (teams: number) => Iterable<Cells>>> = {
  *units(teams) {
    for (let area = 0; area <= (teams - 1) / TEAMS_PER_AREA; area++) yield [`A${area}`, `第${area}区`, null, '旗县区'];
    for (const n of upTo(teams))
      yield [`U${n}`, `第${n}局`, `A${Math.floor(n / TEAMS_PER_AREA)}`, '旗县区党政工作部门'];
  },
  *teams(teams) {
    for (const n of upTo(teams)) yield [`T${n}`, `U${n}`, `第${n}局领导班子`, '乡科级', '1', '6'];
  },
  *posts(teams) {
    for (const [n, k] of seats(teams)) {
      yield [`P${n}-${k}`, `T${n}`, k === 0 ? '局长' : '副局长', k === 0 ? '正科' : '副科', k === 0 ? '正职' : '副职'];
    }
  },
  *cadres(teams) {
    for (const [n, k] of seats(teams)) {
      const birth = `${1968 + ((n + k * 5) % 26)}.${String(1 + (n % 12)).padStart(2, '0')}`;
      const party = ['中共党员', '2008.07', '2010.06'];
      yield [
        `C${n}-${k}`,
        nameOf(n, k),
        n % 2 === 0 ? '男' : '女',
        '汉族',
        birth,
        null,
        ...party,
        '大学',
        null,
        '四级主任科员',
        '2022.05',
        `U${n}`,
      ];
    }
  },
  *appointments(teams) {
    for (const [n, k] of seats(teams))
      yield [`C${n}-${k}`, `P${n}-${k}`, `20${15 + ((n + k) % 10)}.03.01`, null, '是', '任职'];
  },
  *tasks() {
    yield ['DEPT', '部门班子', '旗县区党政工作部门', '至少', '2', '核定职数', '左右', '35', '否', null, null, null];
  },
};

function* upTo(teams: number): Generator<number> {
  for (let n = 0; n < teams; n++) yield n;
}

function* seats(teams: number): Generator<[n: number, k: number]> {
  for (const n of upTo(teams)) for (const k of SEATS) yield [n, k];
}

const NAMES = '甲乙丙丁戊己庚辛壬癸';
const nameOf = (n: number, k: number): string => `王${NAMES[n % 10]}${NAMES[(n + k) % 10]}`;
