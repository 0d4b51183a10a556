import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ReactElement, useEffect, useRef } from 'react';
import type { Headline } from '../api/types.js';
import { t } from '../ui/t.js';

use([BarChart, GridComponent, TooltipComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

const percent = ({ num, den }: { num: number; den: number }): number =>
  den === 0 ? 0 : Math.round((num / den) * 1000) / 10;

/** One bar per 旗县区 against the line; the table below says the same in words. */
export function HeadlineChart({ headline }: { headline: Headline }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current);
    chart.setOption(optionOf(headline));
    const resize = (): void => chart.resize();
    window.addEventListener('resize', resize);
    return () => {
      window.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [headline]);
  return <div ref={box} className="chart" role="img" aria-label={t('各旗县区达标占比柱状图，数据见下表')} />;
}

function optionOf({ items, shareToReach }: Headline): Parameters<ReturnType<typeof init>['setOption']>[0] {
  const line = percent(shareToReach);
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 44, right: 72, top: 28, bottom: 28 },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => `${String(value)}%` },
    xAxis: {
      type: 'category',
      data: items.map(({ areaName }) => areaName),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#c9d0d6' } },
      axisLabel: { color: '#545d68', interval: 0 },
    },
    yAxis: {
      type: 'value',
      max: 100,
      axisLabel: { formatter: '{value}%', color: '#6b7480' },
      splitLine: { lineStyle: { color: '#eef1f3' } },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 36,
        data: items.map(({ share, reached }) => ({
          value: percent(share),
          itemStyle: reached
            ? { color: '#1d5c85' }
            : { color: '#dfe7ec', borderColor: '#7d93a3', borderWidth: 1, borderType: 'dashed' },
        })),
        label: { show: true, position: 'top', formatter: '{c}%', color: '#1f2429' },
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
