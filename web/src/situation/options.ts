import type { AreaSums, LeavingMonth, LevelRow, Situation, TrendQuarter } from '../api/situation-types.js';
import { t } from '../ui/t.js';
import type { ChartOption } from './chart.js';

/** Colour follows the severity; the letter stands in the bar as well, so that colour is never needed alone. */
const TONES: Readonly<Record<number, string>> = { 3: '#a8321f', 2: '#c9982f', 1: '#5d8f6c' };
const INK = { text: '#1f2429', soft: '#545d68', axis: '#c9d0d6', grid: '#eef1f3', accent: '#1d5c85', pale: '#9db9cb' };

const base = {
  animation: false,
  // Texts are measured before they are drawn, so the font is named, not inherited.
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
  aria: { enabled: false },
  grid: { left: 46, right: 16, top: 34, bottom: 38, containLabel: false },
  legend: { top: 0, right: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: INK.soft } },
  tooltip: { trigger: 'axis' as const, confine: true },
};

const categories = (data: readonly string[]): object => ({
  type: 'category',
  data,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: INK.axis } },
  axisLabel: { color: INK.soft, hideOverlap: true },
});

/** Names of places: all of them, on two lines where they are long. */
const places = (names: readonly string[]): object => ({
  ...categories(names),
  axisLabel: { color: INK.soft, interval: 0, fontSize: 11, lineHeight: 13, width: 38, overflow: 'break' },
});

const numbers = (more: object = {}): object => ({
  type: 'value',
  minInterval: 1,
  axisLabel: { color: INK.soft },
  splitLine: { lineStyle: { color: INK.grid } },
  ...more,
});

export const percent = ({ num, den }: { num: number; den: number }): number =>
  den === 0 ? 0 : Math.round((num / den) * 1000) / 10;

/** A, B and C per area, stacked, the most severe at the bottom where it is compared best. */
export function levelsOption(areas: readonly AreaSums[], levels: readonly LevelRow[]): ChartOption {
  return {
    ...base,
    xAxis: places(areas.map(({ name }) => name)),
    yAxis: numbers(),
    series: levels.map(({ level, label, severity }) => ({
      type: 'bar',
      stack: 'levels',
      name: label,
      barMaxWidth: 44,
      itemStyle: { color: TONES[severity] },
      label: {
        show: true,
        color: '#fff',
        fontSize: 11,
        formatter: ({ value }: { value: number }) => (value > 0 ? `${level}${value}` : ''),
      },
      labelLayout: { hideOverlap: true },
      data: areas.map((area) => area.levels[level]),
    })),
  };
}

export function headlineOption(areas: readonly AreaSums[], { shareToReach }: Situation['headline']): ChartOption {
  const line = percent(shareToReach);
  const shown = areas.flatMap(({ name, headline }) => (headline === null ? [] : [{ name, ...headline }]));
  return {
    ...base,
    grid: { ...base.grid, right: 56, top: 24 },
    legend: { show: false },
    xAxis: places(shown.map(({ name }) => name)),
    yAxis: numbers({ max: 100, axisLabel: { formatter: '{value}%', color: INK.soft } }),
    series: [
      {
        type: 'bar',
        name: t('达标占比'),
        barMaxWidth: 36,
        data: shown.map(({ share, reached }) => ({
          value: percent(share),
          itemStyle: reached
            ? { color: INK.accent }
            : { color: '#dfe7ec', borderColor: '#7d93a3', borderWidth: 1, borderType: 'dashed' },
        })),
        label: { show: true, position: 'top', formatter: '{c}%', color: INK.text },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: '#a8321f', type: 'solid', width: 1 },
          label: { formatter: t('{n}%线', { n: line }), color: '#a8321f' },
          data: [{ yAxis: line }],
        },
      },
    ],
  };
}

/** A hollow point is recomputed, a full one frozen by a round. */
export function trendOption(quarters: readonly TrendQuarter[]): ChartOption {
  // What is there and what is short meet where half is reached: their numbers stand on either side.
  const line = (name: string, color: string, position: string, valueOf: (quarter: TrendQuarter) => number): object => ({
    type: 'line',
    name,
    symbol: 'circle',
    symbolSize: 8,
    lineStyle: { color, width: 2 },
    itemStyle: { color },
    label: { show: true, color, fontSize: 11, position },
    data: quarters.map((quarter) => ({
      value: valueOf(quarter),
      itemStyle: quarter.source === 'frozen' ? { color } : { color: '#fff', borderColor: color, borderWidth: 2 },
    })),
  });
  return {
    ...base,
    xAxis: categories(quarters.map(({ quarter }) => quarter)),
    yAxis: numbers(),
    series: [
      line(t('任务（应配）'), INK.soft, 'top', ({ due }) => due),
      line(t('实配'), INK.accent, 'top', ({ actual }) => actual),
      line(t('差额'), '#a8321f', 'bottom', ({ shortfall }) => shortfall),
    ],
  };
}

export function ageingOption(months: readonly LeavingMonth[]): ChartOption {
  return {
    ...base,
    xAxis: categories(months.map(({ month }) => month.replace('-', '.'))),
    yAxis: numbers(),
    series: [
      {
        type: 'bar',
        name: t('不再计入的人数'),
        barMaxWidth: 22,
        itemStyle: { color: INK.pale },
        data: months.map(({ people }) => people),
      },
      {
        type: 'bar',
        name: t('自当月起将有差额的班子'),
        barMaxWidth: 22,
        itemStyle: { color: TONES[2] },
        data: months.map(({ rowsFallingShort }) => rowsFallingShort),
      },
    ],
  };
}

export function vacanciesOption(areas: readonly AreaSums[]): ChartOption {
  const bars = (name: string, color: string, valueOf: (area: AreaSums) => number): object => ({
    type: 'bar',
    name,
    barMaxWidth: 18,
    itemStyle: { color },
    data: areas.map(valueOf),
  });
  return {
    ...base,
    xAxis: places(areas.map(({ name }) => name)),
    yAxis: numbers(),
    series: [
      bars(t('差额'), '#a8321f', ({ shortfall }) => shortfall),
      bars(t('空缺职数'), INK.pale, ({ vacancies }) => vacancies),
      bars(t('空缺可补的差额'), INK.accent, ({ fillable }) => fillable),
    ],
  };
}
