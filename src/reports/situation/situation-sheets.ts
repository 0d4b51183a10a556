import { type SheetSpec, textWidth } from '../../platform/xlsx/index.js';
import type { SituationView, TrendView } from './situation.dto.js';

type Cell = string | number | null;

/** The tables behind the charts, sheet by sheet, in the order of the page. Sums only: nobody is named. */
export function situationSheets(situation: SituationView, trend: TrendView): SheetSpec[] {
  const levels = situation.levels.map(({ level, label }) => ({ level, label }));
  const levelHeaders = levels.map(({ label }) => label);
  const levelCells = (of: SituationView['totals']['levels']): number[] => levels.map(({ level }) => of[level]);
  return [
    sheet(
      '旗县区',
      ['旗县区', '班子', ...SUM_HEADERS, ...levelHeaders, '党政工作部门班子', '其中达标', '达标占比', '达到界限'],
      situation.areas.map((area) => [
        area.name,
        area.teams,
        ...sumCells(area),
        ...levelCells(area.levels),
        area.headline?.teams ?? null,
        area.headline?.met ?? null,
        area.headline === null ? null : shareText(area.headline.share),
        area.headline === null ? null : area.headline.reached ? '是' : '否',
      ]),
    ),
    sheet(
      '部门',
      ['单位编码', '单位', '等级', ...SUM_HEADERS, ...levelHeaders],
      situation.departments.map((row) => [
        row.unit,
        row.unitName,
        row.level,
        ...sumCells(row),
        ...levelCells(row.levels),
      ]),
    ),
    sheet(
      '季度走势',
      ['季度', '基准日', '来源', '班子（按任务计）', '达标', '应配', '实配', '差额', ...levelHeaders],
      trend.quarters.map((row) => [
        row.quarter,
        row.day,
        row.source === 'frozen' ? '摸底固化' : '按现行口径重算',
        row.rows,
        row.met,
        row.due,
        row.actual,
        row.shortfall,
        ...levelCells(row.levels),
      ]),
    ),
    sheet(
      '到龄预测',
      ['月份', '不再计入人数', '超过年龄口径', '任期届满', '自当月起将有差额的班子（按任务计）'],
      situation.ageingOut.map((row) => [row.month, row.people, row.byAge, row.byTerm, row.rowsFallingShort]),
    ),
  ];
}

const SUM_HEADERS = ['应配', '实配', '差额', '空缺职数', '空缺可补的差额'];

const sumCells = ({ due, actual, shortfall, vacancies, fillable }: SituationView['totals']): number[] => [
  due,
  actual,
  shortfall,
  vacancies,
  fillable,
];

const shareText = ({ num, den }: { num: number; den: number }): string | null =>
  den === 0 ? null : `${Math.round((num / den) * 1000) / 10}%`;

/** In characters, of which one of Chinese takes two; a head of more goes over two lines. */
const WIDTH = { least: 8, onOneLine: 10, most: 40 };

function sheet(name: string, headers: readonly string[], rows: readonly (readonly Cell[])[]): SheetSpec {
  const texts = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  return {
    name,
    page: { landscape: true, titles: [] },
    columns: headers.map((header, column) => {
      const longest = Math.max(...texts.map((row) => textWidth(row[column] ?? '')), 0) + 2;
      const said = textWidth(header);
      const heading = (said <= WIDTH.onOneLine ? said : Math.ceil(said / 2)) + 3;
      return { header, width: Math.min(WIDTH.most, Math.max(WIDTH.least, heading, longest)) };
    }),
    rows: texts,
  };
}
