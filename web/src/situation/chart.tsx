import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { type ReactElement, useEffect, useRef } from 'react';

use([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  MarkLineComponent,
  AriaComponent,
  SVGRenderer,
  CanvasRenderer,
]);

export type ChartOption = Parameters<ReturnType<typeof init>['setOption']>[0];

interface Props {
  option: ChartOption;
  label: string;
  /** What was clicked: place on the category axis, and the series. */
  onPick?: ((index: number, series: string) => void) | undefined;
}

/** Loaded on demand. The table beside it says the same, so for who does not see it, it is a picture with a name. */
export default function Chart({ option, label, onPick }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, null, { renderer: 'svg' });
    chart.setOption(option);
    chart.on('click', ({ dataIndex, seriesName }) => onPick?.(dataIndex, seriesName ?? ''));
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [option, onPick]);
  return <div ref={box} className="chart-box" role="img" aria-label={label} />;
}

/** Draws the chart once more, twice as large, and hands it to the browser as a file. */
export function savePng(option: ChartOption, name: string): void {
  const box = document.createElement('div');
  const chart = init(box, null, { renderer: 'canvas', width: 960, height: 400 });
  chart.setOption(option);
  const link = document.createElement('a');
  link.href = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' });
  link.download = `${name}.png`;
  link.click();
  chart.dispose();
}
